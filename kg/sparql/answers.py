"""Answers to SPARQL queries as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, QueryBoolean, QuerySolutions

from kg.errors import QueryRejected
from kg.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term of an answer; `kind` as in the SPARQL 1.1 JSON results."""

    kind: Literal["uri", "literal", "bnode"]
    value: str
    datatype: str | None = None
    language: str | None = None


Row = tuple[Term | None, ...]
T = TypeVar("T", bound=Row)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """An answer: rows of a SELECT, `truth` of an ASK, or `triples` of a CONSTRUCT or DESCRIBE.

    `truncated` tells that there was more than the limits let through.
    """

    form: Literal["select", "ask", "graph"]
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool | None = None
    triples: tuple[tuple[Term, Term, Term], ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the graphs it reads: all where none is named (the default graph is then their union)."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may run (seconds, wall time), and how much it may answer (characters of its terms)."""

    timeout: float = 30.0
    max_rows: int = 100_000
    max_characters: int = 50_000_000


def evaluate(store: Store, question: Question, limits: Limits) -> QueryResult:
    """Answer a query that was checked. Raises QueryRejected where the engine finds it wrong."""
    try:
        answer = store.query(
            question.query, default_graphs=question.default_graphs, named_graphs=question.named_graphs
        )
    except (SyntaxError, ValueError) as error:
        raise QueryRejected(reason=str(error)) from error
    if isinstance(answer, QueryBoolean):
        return QueryResult("ask", truth=bool(answer))
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        rows, truncated = _within(limits, (tuple(_bound(row[name]) for name in names) for row in answer))
        return QueryResult("select", names, tuple(rows), truncated=truncated)
    triples: Iterator[tuple[Term, Term, Term]] = (
        (_term(triple.subject), _term(triple.predicate), _term(triple.object)) for triple in answer
    )
    kept, truncated = _within(limits, triples)
    return QueryResult("graph", triples=tuple(kept), truncated=truncated)


def _within(limits: Limits, rows: Iterable[T]) -> tuple[list[T], bool]:
    """The first rows that the limits allow, and whether there were more."""
    kept: list[T] = []
    characters = 0
    for row in rows:
        characters += sum(len(term.value) for term in row if term)
        if len(kept) == limits.max_rows or characters > limits.max_characters:
            return kept, True
        kept.append(row)
    return kept, False


def _bound(term: object) -> Term | None:
    return None if term is None else _term(term)


def _term(term: object) -> Term:
    if isinstance(term, NamedNode):
        return Term("uri", term.value)
    if isinstance(term, pyoxigraph.Literal):
        return Term("literal", term.value, None if term.language else term.datatype.value, term.language)
    if isinstance(term, BlankNode):
        return Term("bnode", term.value)
    return Term("literal", str(term))

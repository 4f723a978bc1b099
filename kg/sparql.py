"""Running a read-only SPARQL query within limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions

from kg.dataset import Dataset
from kg.errors import QueryRejected
from kg.store.protocol import Store

_FORBIDDEN = {
    "ServiceGraphPattern": "SERVICE would reach another server",
    "DatasetClause": "FROM would change which graphs are read; use GRAPH",
}
"""Parts of a parsed query that would lead out of the dataset, and why they are not run."""


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term of an answer; `kind` as in the SPARQL 1.1 JSON results."""

    kind: Literal["uri", "literal"]
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class QueryResult:
    """An answer: rows of a SELECT, `truth` of an ASK, or `triples` of a CONSTRUCT or DESCRIBE.

    `truncated` tells that there were more than `max_rows`.
    """

    form: Literal["select", "ask", "graph"]
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[tuple[Term, Term, Term], ...] = ()
    truncated: bool = False


def run(dataset: Dataset, query: str, *, timeout: float = 30.0, max_rows: int = 100_000) -> QueryResult:
    """Answer `query` over the union of all graphs (`GRAPH ?g` reaches each by name); prefixes are known.

    `timeout` in seconds. Raises QueryRejected (syntax, SERVICE, FROM) or QueryTimeout.
    """
    check(query)
    return evaluate(dataset.store, query, max_rows)


def check(query: str) -> None:
    """Raise QueryRejected unless `query` parses and stays within the dataset, sub-queries and all."""
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parsed = parseQuery(query)
    except Exception as error:  # the parser raises whatever its grammar runs into
        raise QueryRejected(reason=str(error)) from error
    for part in _parts(parsed):
        if part in _FORBIDDEN:
            raise QueryRejected(reason=_FORBIDDEN[part])


def _parts(node: object) -> Iterator[str]:
    """The names of all grammar nodes below `node`."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        yield node.name
        for value in node.values():
            yield from _parts(value)
    elif isinstance(node, list | tuple | ParseResults):
        for value in node:
            yield from _parts(value)


def evaluate(store: Store, query: str, max_rows: int) -> QueryResult:
    """Answer a query that was checked. Raises QueryRejected where Oxigraph finds it wrong."""
    try:
        answer = store.query(query)
    except (SyntaxError, ValueError) as error:
        raise QueryRejected(reason=str(error)) from error
    if isinstance(answer, QueryBoolean):
        return QueryResult("ask", truth=bool(answer))
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        rows = [tuple(_term(row[name]) for name in names) for row in islice(answer, max_rows + 1)]
        return QueryResult("select", names, tuple(rows[:max_rows]), truncated=len(rows) > max_rows)
    found = [
        (_known(triple.subject), _known(triple.predicate), _known(triple.object))
        for triple in islice(answer, max_rows + 1)
    ]
    return QueryResult("graph", triples=tuple(found[:max_rows]), truncated=len(found) > max_rows)


def _known(term: object) -> Term:
    found = _term(term)
    if found is None:
        raise TypeError("a triple without a term")
    return found


def _term(term: object) -> Term | None:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Term("uri", term.value)
    if isinstance(term, pyoxigraph.Literal):
        return Term("literal", term.value, None if term.language else term.datatype.value, term.language)
    return Term("literal", str(term))

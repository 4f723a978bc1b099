"""Running a read-only SPARQL query within limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.dataset import Dataset


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
    raise NotImplementedError

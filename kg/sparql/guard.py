"""Which queries are run at all: only those that parse, read, and stay within the dataset."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import QueryRejected

_FORBIDDEN = {
    "ServiceGraphPattern": "SERVICE would reach another server",
    "DatasetClause": "FROM would change which graphs are read; use GRAPH",
}
"""Parts of a parsed query that would lead out of the dataset, and why they are not run."""


def check(query: str) -> None:
    """Raise QueryRejected unless `query` parses and stays within the dataset, sub-queries and all.

    The grammar is that of SPARQL 1.1 queries, so updates do not parse. What does not parse is not run.
    """
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

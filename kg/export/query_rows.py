"""Answers of SPARQL queries as tables whose columns have the types of what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.dataset import Dataset
from kg.export.selection import Column, Kind, Table, Value
from kg.models import InstrumentRef
from kg.sparql import QueryResult, Term
from kg.vocab import XSD

_DIGITS = 15
"""Spreadsheets count no further without rounding."""
_WHOLE = ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
_KINDS: dict[str, Kind] = {f"{XSD}date": "date"}
_KINDS.update((f"{XSD}{name}", "integer") for name in _WHOLE)
_KINDS.update((f"{XSD}{name}", "number") for name in ("decimal", "double", "float"))


def query_table(result: QueryResult) -> Table:
    """Rows as they came; a graph has a row for each triple, an ASK one cell."""
    if result.form == "ask":
        return Table((Column("ask", "ASK", "ASK"),), ((str(result.truth).lower(),),))
    names = ("subject", "predicate", "object") if result.form == "graph" else result.variables
    rows: Sequence[Sequence[Term | None]] = result.triples if result.form == "graph" else result.rows
    kinds = [_kind(row[place] for row in rows) for place in range(len(names))]
    columns = tuple(Column(name, name, name, kind) for name, kind in zip(names, kinds, strict=True))
    return Table(columns, tuple(tuple(map(_cell, row, kinds)) for row in rows))


def instruments_named(dataset: Dataset, result: QueryResult) -> Iterable[InstrumentRef]:
    """The instruments among the IRIs of an answer, in its order."""
    rows: Sequence[Sequence[Term | None]] = result.triples if result.form == "graph" else result.rows
    for row in rows:
        for term in row:
            if term is not None and term.kind == "uri":
                node = dataset.index.node(term.value)
                if node is not None:
                    yield dataset.index.names.ref(node)


def _kind(terms: Iterable[Term | None]) -> Kind:
    """What all values of a column are, `text` where they differ or are too long for a number."""
    found = {_kind_of(term) for term in terms if term is not None}
    return found.pop() if len(found) == 1 else "text"


def _kind_of(term: Term) -> Kind:
    if term.kind == "uri":
        return "link"
    kind = _KINDS.get(term.datatype or "", "text")
    try:
        _valued(term.value, kind)
    except ValueError:
        return "text"
    return kind if kind not in ("integer", "number") or len(term.value) <= _DIGITS else "text"


def _cell(term: Term | None, kind: Kind) -> Value:
    if term is None:
        return None
    return _valued(f"_:{term.value}" if term.kind == "bnode" else term.value, kind)


def _valued(value: str, kind: Kind) -> Value:
    if kind == "integer":
        return int(value)
    return float(value) if kind == "number" else value

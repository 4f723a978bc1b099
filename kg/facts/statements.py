"""What documents state of an instrument: each value once, by how many, and some that state it.

Of most instruments little is stated, and all of it is read at once. Thousands of documents state the same of
one that everybody cites: the engine counts them without writing out a term of theirs, and gives as many as
are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kg import vocab
from kg.dataset import Dataset
from kg.facts.labels import Value
from kg.facts.terms import pairs, text_term, values

_FEW = 200
"""So many statements are read faster than they are counted."""

_DERIVED = (
    vocab.RESOLUTION_GRAPH,
    vocab.AUTHORITY_GRAPH,
    vocab.REVIEW_GRAPH,
    vocab.PROBLEMS_GRAPH,
    vocab.RUNS_GRAPH,
)
"""Graphs of the dataset as a whole, which are no document's."""


class StatedValue(NamedTuple):
    """A value of a property (IRI); `total` documents state it: 0 where only the tables of authority do."""

    property: str
    value: Value
    total: int


def stated_by(
    dataset: Dataset, nodes: Sequence[str], limit: int, *, but: Collection[str]
) -> dict[StatedValue, tuple[str, ...]]:
    """What documents state of `nodes` (IRIs), of all properties but these, and the documents (IRIs).

    These are in order: all of them, or some `limit` of more.
    """
    hidden = ", ".join(f"<{property_}>" for property_ in sorted(but))
    query = f"SELECT ?p ?v ?g {{ {values('i', nodes)} GRAPH ?g {{ ?i ?p ?v }} FILTER(?p NOT IN ({hidden})) }}"
    rows = list(dataset.store.select(f"{query} LIMIT {_FEW + 1}"))
    if len(rows) > _FEW:
        counted = stated_values(dataset, nodes)
        many = [stated for stated in counted if stated.total and stated.property not in but]
        return dict(zip(many, stating(dataset, nodes, many, limit), strict=True))
    said: dict[tuple[str, Value], set[str]] = defaultdict(set)
    for property_, value, graph in rows:
        if hash_ := dataset.iris.hash_of(graph.value):
            said[property_.value, value].add(dataset.iris.document(hash_))
    return {
        StatedValue(property_, value, len(documents)): tuple(sorted(documents)[:limit])
        for (property_, value), documents in said.items()
    }


def stated_values(
    dataset: Dataset, nodes: Sequence[str], properties: Sequence[str] = ()
) -> list[StatedValue]:
    """The values that are stated of `nodes` (IRIs), of all properties where none is named."""
    derived = ", ".join(f"<{dataset.iris.graph(name)}>" for name in _DERIVED)
    asked = pairs("i", "p", nodes, properties) if properties else values("i", nodes)
    rows = dataset.store.select(
        f"SELECT ?p ?v (COUNT(DISTINCT ?d) AS ?n) {{ {asked} GRAPH ?g {{ ?i ?p ?v }} "
        f"BIND(IF(?g IN ({derived}), ?none, ?g) AS ?d) }} GROUP BY ?p ?v"
    )
    return [StatedValue(row["p"].value, row["v"], int(row["n"].value)) for row in rows]


def stating(
    dataset: Dataset, nodes: Sequence[str], stated: Sequence[StatedValue], limit: int
) -> list[tuple[str, ...]]:
    """For each value the documents (IRIs, in order) that state it: all of them, or some `limit` of more."""
    if not stated:
        return []
    named = values("i", nodes)
    # A graph of the dataset as a whole may be among those that the engine finds first.
    most = limit + len(_DERIVED)
    parts = (
        f"{{ SELECT DISTINCT ({number} AS ?n) ?g {{ {named} GRAPH ?g {{ ?i <{property_}> {value} }} }} "
        f"LIMIT {most} }}"
        for number, (property_, value, _) in enumerate(stated)
    )
    found: list[list[str]] = [[] for _ in stated]
    for number, graph in dataset.store.select(f"SELECT ?n ?g {{ {' UNION '.join(parts)} }}"):
        if hash_ := dataset.iris.hash_of(graph.value):
            found[int(number.value)].append(dataset.iris.document(hash_))
    return [tuple(sorted(documents[:limit])) for documents in found]


def page_of_stating(
    dataset: Dataset, nodes: Sequence[str], stated: StatedValue, offset: int, limit: int
) -> tuple[str, ...]:
    """A page of the documents (IRIs) that state a value, in order."""
    documents = text_term(dataset.iris.document_graph(""))
    rows = dataset.store.select(
        f"SELECT DISTINCT ?g {{ {values('i', nodes)} GRAPH ?g {{ ?i <{stated.property}> {stated.value} }} "
        f"FILTER(STRSTARTS(STR(?g), {documents})) }} ORDER BY ?g OFFSET {offset} LIMIT {limit}"
    )
    hashes = (dataset.iris.hash_of(graph.value) for (graph,) in rows)
    return tuple(dataset.iris.document(hash_) for hash_ in hashes if hash_)

"""What the index is made of, read from the store in a few passes over whole properties.

A pass over one property runs inside the engine; what costs is every term that comes out. So nodes of
citations, which are as many as citations, never do: an edge and how often its document says it are enough.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from kg import vocab
from kg.dataset import Dataset
from kg.facts.terms import PORTION
from kg.index.relations import RELATIONS
from kg.index.strings import Array
from kg.vocab import RESOLUTION_GRAPH


@dataclass(slots=True)
class Gathered:
    """Instruments in the order of their IRIs, and the edges between them by number.

    `canonical[i]` is the instrument that instrument `i` stands for. Edges are rows of (document, source,
    relation, target, count), ends canonical, no edge from an instrument to itself.
    """

    iris: list[str]
    canonical: Array
    documents: list[str]
    files: list[str]
    document_self: Array
    edges: Array
    number: dict[str, int] = field(default_factory=dict)


def gather(dataset: Dataset) -> Gathered:
    """Read instruments, documents and edges."""
    meaning = _resolutions(dataset)
    own = _own_instruments(dataset)
    documents = sorted(own)
    graphs = {dataset.iris.document_graph(hash_): number for number, hash_ in enumerate(documents)}
    raw = _raw_edges(dataset, graphs)
    described = {iri.value for (iri,) in dataset.store.select("SELECT DISTINCT ?i { ?i a dch:Instrument }")}
    iris = sorted(described | meaning.keys() | set(meaning.values()) | raw.ends.keys(), key=str.encode)
    number = {iri: node for node, iri in enumerate(iris)}
    canonical = np.arange(len(iris), dtype=np.int32)
    for start in meaning:
        canonical[number[start]] = number[_final(start, meaning, dataset)]
    selves = (number.get(own[hash_]) for hash_ in documents)
    document_self = np.array([-1 if node is None else canonical[node] for node in selves], dtype=np.int32)
    node_of_end = canonical[np.array([number[iri] for iri in raw.ends], dtype=np.int64)]
    edges = _edges(raw, _counts(dataset, raw, graphs), node_of_end)
    names = _file_names(dataset)
    files = [names.get(hash_, "") for hash_ in documents]
    return Gathered(iris, canonical, documents, files, document_self, edges, number)


def _resolutions(dataset: Dataset) -> dict[str, str]:
    graph = dataset.iris.graph(RESOLUTION_GRAPH)
    rows = dataset.store.select(f"SELECT ?n ?m {{ GRAPH <{graph}> {{ ?n dch:resolvedAs ?m }} }}")
    return {node.value: instrument.value for node, instrument in rows}


def _final(start: str, meaning: dict[str, str], dataset: Dataset) -> str:
    seen = {start}
    end = meaning[start]
    while dataset.iris.is_partial(end) and end in meaning and end not in seen:
        seen.add(end)
        end = meaning[end]
    return end


def _file_names(dataset: Dataset) -> dict[str, str]:
    rows = dataset.store.select("SELECT ?d ?name { ?d dch:fileName ?name }")
    return {dataset.iris.hash_of(document.value) or "": name.value for document, name in rows}


def _own_instruments(dataset: Dataset) -> dict[str, str]:
    """The instrument that each source document (hash) is, or reports; "" where none is said."""
    own = {}
    for (document,) in dataset.store.select("SELECT ?d { ?d a dch:SourceDocument }"):
        own[dataset.iris.hash_of(document.value) or ""] = ""
    for property_ in ("reportedBy", "sourceDocument"):
        for instrument, document in dataset.store.select(f"SELECT ?i ?d {{ ?i dch:{property_} ?d }}"):
            own[dataset.iris.hash_of(document.value) or ""] = instrument.value
    own.pop("", None)
    return own


@dataclass(slots=True)
class _Raw:
    """Edges as they were read: (document, source, relation, target), ends by order of first appearance."""

    rows: list[tuple[int, int, int, int]]
    ends: dict[str, int]


def _raw_edges(dataset: Dataset, graphs: dict[str, int]) -> _Raw:
    raw = _Raw([], {})
    rows, ends = raw.rows, raw.ends
    for relation, name in enumerate(RELATIONS):
        property_ = vocab.relation_properties()[name].value
        found = dataset.store.select(f"SELECT ?g ?a ?b {{ GRAPH ?g {{ ?a <{property_}> ?b }} }}")
        for graph, source, target in found:
            document = graphs.get(graph.value)
            if document is not None:
                a = ends.setdefault(source.value, len(ends))
                b = ends.setdefault(target.value, len(ends))
                rows.append((document, a, relation, b))
    return raw


def _counts(dataset: Dataset, raw: _Raw, graphs: dict[str, int]) -> dict[tuple[int, int, int, int], int]:
    """How often each edge is said, where its document cites its target more often than it has edges to it."""
    repeated: dict[tuple[int, int], int] = {}
    several = dataset.store.select(
        "SELECT ?g ?b (COUNT(?c) AS ?n) { GRAPH ?g { ?c dch:cited ?b } } "
        "GROUP BY ?g ?b HAVING (COUNT(?c) > 1)"
    )
    for graph, cited, count in several:
        document, target = graphs.get(graph.value), raw.ends.get(cited.value)
        if document is not None and target is not None:
            repeated[document, target] = int(count.value)
    between: dict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
    for edge in raw.rows:
        pair = edge[0], edge[3]
        if pair in repeated:
            between[pair].append(edge)
    counts = {edges[0]: repeated[pair] for pair, edges in between.items() if len(edges) == 1}
    unclear = [pair for pair, edges in between.items() if 1 < len(edges) < repeated[pair]]
    return counts | _counted_one_by_one(dataset, unclear, raw, graphs)


def _counted_one_by_one(
    dataset: Dataset, pairs: list[tuple[int, int]], raw: _Raw, graphs: dict[str, int]
) -> dict[tuple[int, int, int, int], int]:
    graph_iris, iris = list(graphs), list(raw.ends)
    relations = {vocab.relation_properties()[name].value: number for number, name in enumerate(RELATIONS)}
    counts = {}
    for start in range(0, len(pairs), PORTION):
        wanted = " ".join(f"(<{graph_iris[d]}> <{iris[t]}>)" for d, t in pairs[start : start + PORTION])
        rows = dataset.store.select(
            f"SELECT ?g ?a ?r ?b (COUNT(?c) AS ?n) {{ VALUES (?g ?b) {{ {wanted} }} "
            "GRAPH ?g { ?c dch:cited ?b ; dch:citing ?a ; dch:relation ?r } } GROUP BY ?g ?a ?r ?b"
        )
        for graph, citing, relation, cited, count in rows:
            source = raw.ends.get(citing.value)
            if source is not None:
                key = graphs[graph.value], source, relations[relation.value], raw.ends[cited.value]
                counts[key] = int(count.value)
    return counts


def _edges(raw: _Raw, counts: dict[tuple[int, int, int, int], int], node_of_end: Array) -> Array:
    """Rows of (document, source, relation, target, count), in that order, ends canonical."""
    if not raw.rows:
        return np.empty((0, 5), dtype=np.int32)
    rows = np.empty((len(raw.rows), 5), dtype=np.int32)
    rows[:, :4] = raw.rows
    rows[:, 4] = 1
    for index, edge in enumerate(raw.rows):
        if edge in counts:
            rows[index, 4] = counts[edge]
    rows[:, 1], rows[:, 3] = node_of_end[rows[:, 1]], node_of_end[rows[:, 3]]
    rows = rows[rows[:, 1] != rows[:, 3]]
    rows = rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:, :4] != rows[:-1, :4]).any(axis=1)
    merged: Array = rows[first]
    merged[:, 4] = np.add.reduceat(rows[:, 4], np.flatnonzero(first)) if len(rows) else 0
    return merged

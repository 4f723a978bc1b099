"""Any part of the graph as a `networkx.MultiDiGraph`, for the user's own analysis, and as GraphML or GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.relations import RELATIONS
from kg.questions.lookup import find_node

if TYPE_CHECKING:
    import networkx

# XML 1.0 has no place for control characters and lone surrogates, whatever their escape.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def multidigraph(
    dataset: Dataset,
    instruments: Iterable[str] | None = None,
    *,
    relations: Sequence[Relation] = (),
    radius: int = 1,
) -> networkx.MultiDiGraph:
    """The instruments within `radius` citations of those asked for, or all, and the edges between them.

    Nodes are IRIs with the attributes of `InstrumentRef` that are known and a `label`; edges have their
    relation as key and attribute, `citations` and `documents` as counts. Raises NotFound or Ambiguous.
    """
    import networkx

    index = dataset.index
    numbers = index.numbers(relations)
    graph = networkx.MultiDiGraph(name="Dẫn Chiếu", generation=dataset.generation)
    sources, rows = index.edges.all("out")
    kept = np.isin(rows.relation, numbers) if numbers else np.ones(len(sources), dtype=bool)
    if instruments is None:
        chosen = np.unique(np.concatenate([sources[kept], rows.other[kept]]))
    else:
        chosen = _around(dataset, [find_node(dataset, wanted) for wanted in instruments], numbers, radius)
    within = np.zeros(index.edges.nodes, dtype=bool)
    within[chosen] = True
    kept &= within[sources] & within[rows.other]
    for node in chosen.tolist():
        ref = index.names.ref(node)
        said = {
            "label": " ".join(filter(None, (ref.type, ref.number))) or ref.title or ref.id,
            "id_path": ref.id, "type": ref.type, "number": ref.number, "issuer": ref.issuer,
            "date": ref.date, "year": ref.year, "title": ref.title, "partial": ref.partial,
        }  # fmt: skip
        graph.add_node(ref.iri, **{name: value for name, value in said.items() if value is not None})
    columns = sources[kept], rows.other[kept], rows.relation[kept], rows.count[kept]
    for source, target, relation, count in zip(*(column.tolist() for column in columns), strict=True):
        ends, name = (index.iri(source), index.iri(target)), RELATIONS[relation]
        if graph.has_edge(*ends, key=name):
            graph.edges[*ends, name]["citations"] += count
            graph.edges[*ends, name]["documents"] += 1
        else:
            graph.add_edge(*ends, key=name, relation=name, citations=count, documents=1)
    return graph


def write_graphml(graph: networkx.MultiDiGraph, target: Path | BinaryIO) -> None:
    """Write GraphML in UTF-8; what XML cannot carry is left out of the texts."""
    import networkx

    networkx.write_graphml(_cleaned(graph), target)


def write_gexf(graph: networkx.MultiDiGraph, target: Path | BinaryIO) -> None:
    """Write GEXF in UTF-8; what XML cannot carry is left out of the texts."""
    import networkx

    networkx.write_gexf(_cleaned(graph), target)


def _around(dataset: Dataset, starts: list[int], relations: tuple[int, ...], radius: int) -> np.ndarray:
    edges = dataset.index.edges
    found = np.unique(np.array(starts, dtype=np.int64))
    for _ in range(radius):
        out = edges.adjacency(relations, "out")[found].indices
        into = edges.adjacency(relations, "in")[found].indices
        found = np.unique(np.concatenate([found, out, into]))
    return found


def _cleaned(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    clean = graph.copy()
    for _, attributes in clean.nodes(data=True):
        for name, value in attributes.items():
            if isinstance(value, str):
                attributes[name] = _NOT_XML.sub("", value)
    return clean

"""Edges of the index with all the evidence for them, read from the store."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from kg.dataset import Dataset
from kg.facts.rows import records_at
from kg.index.arrays import Side
from kg.index.relations import RELATIONS
from kg.models import Edge, EvidenceRef


class Link(NamedTuple):
    """An edge between nodes of the index: `relation` by its number."""

    source: int
    relation: int
    target: int


def links_at(
    dataset: Dataset, node: int, side: Side, relations: tuple[int, ...] = ()
) -> dict[Link, list[int]]:
    """The edges out of, or into, a node, each with the documents that say so."""
    rows = dataset.index.edges.at(node, side)
    kept = np.isin(rows.relation, relations) if relations else slice(None)
    found: dict[Link, list[int]] = defaultdict(list)
    columns = rows.other[kept].tolist(), rows.relation[kept].tolist(), rows.document[kept].tolist()
    for other, relation, document in zip(*columns, strict=True):
        ends = (other, relation, node) if side == "in" else (node, relation, other)
        found[Link(*ends)].append(document)
    return found


def edges_with_evidence(
    dataset: Dataset, links: dict[Link, list[int]], depths: dict[Link, int] | None = None
) -> tuple[Edge, ...]:
    """The edges in the order given, each with its evidence from all documents that say so."""
    index = dataset.index
    places = [
        (index.graph(document), iri)
        for link, documents in links.items()
        for document in documents
        for iri in index.mentions(link.target, document)
    ]
    evidence: dict[tuple[int | None, str, int | None], list[EvidenceRef]] = defaultdict(list)
    for record in records_at(dataset, places, "in"):
        ends = index.canonical_node(record.citing), index.canonical_node(record.cited)
        evidence[ends[0], record.relation, ends[1]].append(record.evidence)
    named = {node: index.names.ref(node) for link in links for node in (link.source, link.target)}
    edges = []
    for link in links:
        said = evidence[link.source, RELATIONS[link.relation], link.target]
        edges.append(
            Edge(
                source=named[link.source],
                relation=RELATIONS[link.relation],
                target=named[link.target],
                evidence=tuple(said),
                confidence=max((ref.confidence for ref in said), default=0.0),
                depth=depths[link] if depths else 1,
            )
        )
    return tuple(edges)

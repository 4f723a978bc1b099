"""Edges of the index with all the evidence for them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

import numpy as np

from kg.dataset import Dataset
from kg.facts.rows import evidence
from kg.index.arrays import Side
from kg.index.relations import RELATIONS
from kg.index.strings import Array
from kg.models import Edge


class Link(NamedTuple):
    """An edge between nodes of the index: `relation` by its number."""

    source: int
    relation: int
    target: int


Links = dict[Link, list[int]]
"""Links with the numbers of the citations that state them, in the order of documents and texts."""


def links_at(dataset: Dataset, node: int, side: Side, relations: tuple[int, ...] = ()) -> Links:
    """The edges out of, or into, a node, of any relation where none is named; in the order of their ends."""
    return links_from(dataset, np.array([node]), side, relations)


def links_from(
    dataset: Dataset, nodes: Array, side: Side, relations: tuple[int, ...] = (), limit: int | None = None
) -> Links:
    """The edges out of, or into, all of `nodes`; the first `limit` of them, where there is one."""
    edges = dataset.index.edges
    numbers, owners = edges.numbers_at(nodes, side, relations)
    columns = edges.columns(side)
    other, relation = columns.other[numbers], columns.relation[numbers]
    source, target = (other, owners) if side == "in" else (owners, other)
    order = np.lexsort((target, relation, source))
    ends = np.stack((source, relation, target), axis=1)[order]
    new = np.ones(len(ends), dtype=bool)
    new[1:] = (ends[1:] != ends[:-1]).any(axis=1)
    first = np.append(np.flatnonzero(new), len(ends))[: None if limit is None else limit + 1]
    kept = numbers[order[: first[-1]]]
    stated = iter(edges.citations(side, kept).tolist())
    counts = np.add.reduceat(columns.count[kept], first[:-1]).tolist() if len(kept) else []
    links = zip(ends[first[:-1]].tolist(), counts, strict=True)
    return {Link(*link): list(islice(stated, count)) for link, count in links}


def edges_with_evidence(
    dataset: Dataset, links: Mapping[Link, list[int]], depths: Mapping[Link, int] | None = None
) -> tuple[Edge, ...]:
    """The links as edges in the order given, each with its evidence from all documents that say so."""
    nodes = np.unique(
        np.array([node for link in links for node in (link.source, link.target)], dtype=np.int64)
    )
    named = dict(zip(nodes.tolist(), dataset.index.names.refs(nodes), strict=True))
    stated = [number for citations in links.values() for number in citations]
    said = iter(evidence(dataset, np.array(stated, dtype=np.int64)))
    edges = []
    for link, citations in links.items():
        refs = tuple(islice(said, len(citations)))
        edges.append(
            Edge(
                source=named[link.source],
                relation=RELATIONS[link.relation],
                target=named[link.target],
                evidence=refs,
                confidence=max((ref.confidence for ref in refs), default=0.0),
                depth=depths[link] if depths else 1,
            )
        )
    return tuple(edges)

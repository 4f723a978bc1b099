"""Who carries an instrument out, and who carries out those: chains of citations in both directions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import Link, edges_with_evidence
from kg.index.arrays import Side
from kg.models import ChainResult, Direction
from kg.questions.lookup import find_node

SIDES: dict[Direction, Side] = {"down": "in", "up": "out"}
"""Which edges of a node lead on in each direction."""


def chain(
    dataset: Dataset,
    instrument: str,
    *,
    direction: Direction = "down",
    relations: Sequence[Relation] = ("implements",),
    depth: int | None = None,
    limit: int = 10_000,
) -> ChainResult:
    """Follow `relations` from `instrument` (a number, an IRI, an id, or number@body@year).

    `down` finds those that carry it out, `up` what it carries out. `depth` None means all the way; `limit` is
    the most edges to give, nearest first, the result says when it was cut. Raises NotFound or Ambiguous.
    """
    index = dataset.index
    start = find_node(dataset, instrument)
    links, depths, truncated = follow(dataset, start, direction, relations, depth, limit)
    edges = edges_with_evidence(dataset, links, depths)
    return ChainResult(index.names.ref(start), direction, tuple(relations), edges, truncated)


def follow(
    dataset: Dataset,
    start: int,
    direction: Direction,
    relations: Sequence[Relation],
    depth: int | None,
    limit: int,
) -> tuple[dict[Link, list[int]], dict[Link, int], bool]:
    """The links met from the node `start`, nearest first, with their documents and how far off each lies."""
    edges, side = dataset.index.edges, SIDES[direction]
    numbers = dataset.index.numbers(relations)
    order, distances = edges.distances(start, side, numbers)
    if depth is not None:
        order, distances = order[distances < depth], distances[distances < depth]
    links: dict[Link, list[int]] = {}
    depths: dict[Link, int] = {}
    for level in range(int(distances.max()) + 1 if len(distances) else 0):
        met: dict[Link, list[int]] = {}
        for node in order[distances == level].tolist():
            rows = edges.at(node, side)
            kept = np.isin(rows.relation, numbers) if numbers else slice(None)
            columns = rows.other[kept].tolist(), rows.relation[kept].tolist(), rows.document[kept].tolist()
            for other, relation, document in zip(*columns, strict=True):
                ends = (other, relation, node) if side == "in" else (node, relation, other)
                met.setdefault(Link(*ends), []).append(document)
        for link in sorted(met.keys() - links.keys()):
            if len(links) == limit:
                return links, depths, True
            links[link], depths[link] = met[link], level + 1
    return links, depths, False


def reached(
    dataset: Dataset,
    instrument: str,
    *,
    direction: Direction = "down",
    relations: Sequence[Relation] = ("implements",),
) -> tuple[str, ...]:
    """The IRIs of all instruments that a chain of any length leads to, nearest first, itself left out.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    start = find_node(dataset, instrument)
    found = index.edges.reach(start, SIDES[direction], index.numbers(relations))
    return tuple(map(index.iri, found[1:].tolist()))

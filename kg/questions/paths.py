"""How instruments hang together: the shortest way, common ancestors, and loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import Links, edges_with_evidence, links_at
from kg.models import Edge, InstrumentRef
from kg.questions.lookup import find_node

UPWARD: Final[tuple[Relation, ...]] = ("implements", "based_on")
"""Relations that lead from an instrument to what it rests on."""

_NO_NODE = -9999
"""What scipy writes where no node comes before."""


@dataclass(frozen=True, slots=True)
class PathResult:
    """The edges from `source` to `target` in order; none, and `found` False, where no way leads there."""

    source: InstrumentRef
    target: InstrumentRef
    found: bool
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Ancestor:
    """An instrument that all asked for lead to, and the steps from each of them, in their order."""

    instrument: InstrumentRef
    distances: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CommonAncestors:
    """What several instruments all rest on, nearest first."""

    queries: tuple[InstrumentRef, ...]
    results: tuple[Ancestor, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Loop:
    """Instruments each of which leads to every other: mostly a sign of a misread number or date."""

    instruments: tuple[InstrumentRef, ...]


def shortest_path(
    dataset: Dataset,
    source: str,
    target: str,
    *,
    relations: Sequence[Relation] = (),
    either_way: bool = False,
) -> PathResult:
    """The fewest citations that lead from `source` to `target`, by all relations where none is named.

    `either_way` also goes against the direction of citations. Raises NotFound or Ambiguous.
    """
    from scipy.sparse import csgraph

    index = dataset.index
    start, goal = find_node(dataset, source), find_node(dataset, target)
    numbers = index.numbers(relations)
    _, before = csgraph.breadth_first_order(
        index.edges.adjacency(numbers, "out"), start, directed=not either_way
    )
    steps: list[tuple[int, int]] = []
    node = goal
    while node != start and before[node] != _NO_NODE:
        steps.append((int(before[node]), node))
        node = int(before[node])
    links: Links = {}
    for a, b in reversed(steps):
        between = {
            link: documents
            for link, documents in links_at(dataset, a, "out", numbers).items()
            if link.target == b
        } or {
            link: documents
            for link, documents in links_at(dataset, a, "in", numbers).items()
            if link.source == b
        }
        links |= between
    return PathResult(
        index.names.ref(start), index.names.ref(goal), node == start, edges_with_evidence(dataset, links)
    )


def common_ancestors(
    dataset: Dataset,
    instruments: Sequence[str],
    *,
    relations: Sequence[Relation] = UPWARD,
    limit: int = 100,
) -> CommonAncestors:
    """What all of `instruments` lead to by `relations`, those with the fewest steps in all first.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    starts = [find_node(dataset, instrument) for instrument in instruments]
    numbers = index.numbers(relations)
    steps = np.full((len(starts), index.edges.nodes), -1, dtype=np.int32)
    for row, start in enumerate(starts):
        order, distances = index.edges.distances(start, "out", numbers)
        steps[row, order] = distances
    common = np.flatnonzero((steps >= 0).all(axis=0)) if starts else np.empty(0, dtype=np.int64)
    common = common[~np.isin(common, starts)]
    nearest = common[np.argsort(steps[:, common].sum(axis=0), kind="stable")]
    return CommonAncestors(
        queries=tuple(map(index.names.ref, starts)),
        results=tuple(
            Ancestor(index.names.ref(node), tuple(steps[:, node].tolist()))
            for node in nearest[:limit].tolist()
        ),
        total=len(common),
    )


def loops(dataset: Dataset, *, relations: Sequence[Relation] = UPWARD, limit: int = 100) -> tuple[Loop, ...]:
    """Groups of instruments that lead to each other in a circle, the largest first."""
    from scipy.sparse import csgraph

    index = dataset.index
    matrix = index.edges.adjacency(index.numbers(relations), "out")
    _, group = csgraph.connected_components(matrix, directed=True, connection="strong")
    sizes = np.bincount(group)
    circular = np.flatnonzero(sizes > 1)
    found = []
    for number in circular[np.argsort(-sizes[circular], kind="stable")][:limit].tolist():
        members = np.flatnonzero(group == number).tolist()
        found.append(Loop(tuple(map(index.names.ref, members))))
    return tuple(found)

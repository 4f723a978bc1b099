"""Who carries an instrument out, and who carries out those: chains of citations in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import Link, Links, edges_with_evidence, links_from
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
) -> tuple[Links, dict[Link, int], bool]:
    """The links met from the node `start`, nearest first; how far off each lies; whether more are left."""
    side, numbers = SIDES[direction], dataset.index.numbers(relations)
    order, distances = dataset.index.edges.distances(start, side, numbers)
    links: Links = {}
    depths: dict[Link, int] = {}
    levels = int(distances[-1]) + 1
    for level in range(levels if depth is None else min(depth, levels)):
        left = limit - len(links)
        met = links_from(dataset, order[distances == level], side, numbers, left + 1)
        kept = dict(islice(met.items(), left))
        links |= kept
        depths |= dict.fromkeys(kept, level + 1)
        if len(met) > left:
            return links, depths, True
    return links, depths, False


def reached(
    dataset: Dataset,
    instrument: str,
    *,
    direction: Direction = "down",
    relations: Sequence[Relation] = ("implements",),
) -> list[str]:
    """The IRIs of all instruments that a chain of any length leads to, nearest first, itself left out.

    Those as near as each other are in the order of their IRIs. Raises NotFound or Ambiguous.
    """
    index = dataset.index
    start = find_node(dataset, instrument)
    found = index.edges.reach(start, SIDES[direction], index.numbers(relations))
    return index.names.iris(found[1:])

"""Who rests on an instrument: what would have to be looked at again were it replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import edges_with_evidence, links_at
from kg.index.provinces import NO_PROVINCE, Era, provinces_of, rolled_up
from kg.models import Edge, InstrumentRef
from kg.questions.lookup import find_node

RESTING: Final[tuple[Relation, ...]] = ("implements", "based_on", "details", "guides")
"""Relations by which one instrument rests on another; a mere mention does not."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An instrument that rests on the one asked for, over `depth` steps."""

    instrument: InstrumentRef
    depth: int


@dataclass(frozen=True, slots=True)
class Impact:
    """Who rests on `query`: the direct edges with evidence, and all that is reached, nearest first.

    `total` counts all that is reached, also beyond the limit. `by_type` and `by_province` count over all of
    it, most first; provinces by name, in the era asked for.
    """

    query: InstrumentRef
    edges: tuple[Edge, ...]
    reached: tuple[Reached, ...]
    total: int
    by_type: tuple[tuple[str, int], ...]
    by_province: tuple[tuple[str, int], ...]
    truncated: bool


def impact(
    dataset: Dataset,
    instrument: str,
    *,
    relations: Sequence[Relation] = RESTING,
    depth: int | None = None,
    era: Era = "34",
    limit: int = 1_000,
) -> Impact:
    """What rests on `instrument`, over at most `depth` steps. Raises NotFound or Ambiguous."""
    index = dataset.index
    node = find_node(dataset, instrument)
    numbers = index.numbers(relations)
    nodes, distances = index.edges.distances(node, "in", numbers)
    kept = (distances > 0) & (distances <= (depth if depth is not None else distances.max()))
    nodes, distances = nodes[kept], distances[kept]
    links = links_at(dataset, node, "in", numbers) if depth != 0 else {}
    names = index.names
    types = Counter(names.type_codes[nodes].tolist())
    unit = names.provinces[nodes]
    place = np.where(unit == NO_PROVINCE, NO_PROVINCE, rolled_up(era)[unit])
    provinces = Counter(place[place != NO_PROVINCE].tolist())
    nearest = zip(nodes[:limit].tolist(), distances[:limit].tolist(), strict=True)
    return Impact(
        query=names.ref(node),
        edges=edges_with_evidence(dataset, dict(list(links.items())[:limit])),
        reached=tuple(Reached(names.ref(found), distance) for found, distance in nearest),
        total=len(nodes),
        by_type=_ranked({names.types[code]: count for code, count in types.items()}),
        by_province=_ranked({provinces_of(era)[at].name: count for at, count in provinces.items()}),
        truncated=len(nodes) > limit or len(links) > limit,
    )


def _ranked(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

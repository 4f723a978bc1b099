"""Search results narrowed by type, body and year, with what else they can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.dataset import Dataset
from kg.index.search import RANKED, Match
from kg.index.strings import Array
from kg.models import SearchResult
from kg.questions.search import hits_of

COUNTED = 2_000
"""So many of the best matches are narrowed and counted; whoever has more adds a word."""
_MOST_VALUES = 12


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The matches that have the type, body and year asked for.

    `types`, `issuers` and `years` are (value, count) over these matches, most frequent first, years latest
    first. `counted` tells over how many of the best matches of all the counts were made, None where over all.
    """

    result: SearchResult
    types: tuple[tuple[str, int], ...]
    issuers: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    counted: int | None


def narrowed_search(
    dataset: Dataset,
    query: str,
    *,
    type: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    offset: int = 0,
    limit: int = 20,
) -> Narrowed:
    """Search as `search` does, then keep what has this type, body (canonical names) and year."""
    names = dataset.index.names
    matches, total = _matches(dataset, query)
    nodes = np.array([match.node for match in matches], dtype=np.int64)
    kept = np.ones(len(nodes), dtype=bool)
    if type is not None:
        kept &= names.type_codes[nodes] == _code(names.types, type)
    if issuer is not None:
        kept &= names.issuer_codes[nodes] == _code(names.issuers, issuer)
    if year is not None:
        kept &= names.years[nodes] == year
    chosen = np.flatnonzero(kept)
    shown = [matches[place] for place in chosen[offset : offset + limit].tolist()]
    left = nodes[kept]
    years = sorted(_tally(names.years[left]), reverse=True)
    return Narrowed(
        result=SearchResult(query, hits_of(dataset, shown), len(chosen), offset, limit),
        types=_counts(names.type_codes[left], names.types),
        issuers=_counts(names.issuer_codes[left], names.issuers),
        years=tuple((str(year), count) for year, count in years if year),
        counted=len(matches) if total > len(matches) else None,
    )


def _matches(dataset: Dataset, query: str) -> tuple[list[Match], int]:
    """The best matches, each instrument once, and how many there are of all."""
    index = dataset.search_index
    ranked, total = index.find(query, 0, RANKED)
    further = index.find(query, RANKED, COUNTED - RANKED)[0] if total > RANKED else ()
    found = {match.node: match for match in ranked}
    for match in further:
        found.setdefault(match.node, match)
    return list(found.values()), total


def _counts(codes: Array, names: Sequence[str]) -> tuple[tuple[str, int], ...]:
    found = [(names[code], count) for code, count in _tally(codes) if names[code]]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))[:_MOST_VALUES]


def _tally(values: Array) -> list[tuple[int, int]]:
    """How often each value occurs."""
    found, counts = np.unique(values, return_counts=True)
    return list(zip(found.tolist(), counts.tolist(), strict=True))


def _code(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else -1

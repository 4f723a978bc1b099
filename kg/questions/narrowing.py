"""Lists and search results narrowed by type, body, province, year and status, and what each choice leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date as Day

import numpy as np

import ontology
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.index.provinces import NO_PROVINCE, units
from kg.index.search import RANKED, Match
from kg.index.strings import Array
from kg.models import SearchResult
from kg.questions.effect import Status
from kg.questions.search import hits_of
from kg.questions.standing import MOST, STATUSES, standing
from kg.resolve.keys import JOINT, body_identity
from ontology.slugs import slug

_MOST_VALUES = 12
_STANDING_COUNTED = 300
"""So many results are looked up for how they stand without anybody having asked."""
COUNTED = 2_000
"""So many of the best matches are narrowed and counted; whoever has more adds a word."""

Counts = tuple[tuple[str, int], ...]
"""Values, and how many instruments have each."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What instruments must have; None and "" for whatever it is.

    `type` and `issuer` are names ("Kế hoạch", "Ủy ban nhân dân tỉnh Lạng Sơn"; a body counts alone or
    together with others), `province` that of the issuing body, named as it was then ("Lạng Sơn"), `status`
    how they stand on the day `on`, which must be given with it.
    """

    type: str | None = None
    issuer: str | None = None
    province: str | None = None
    year: int | None = None
    status: Status | None = None
    on: Day | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self)[:-1])


@dataclass(frozen=True, slots=True)
class Facets:
    """(value, count) over the instruments of a list, most frequent first, years latest first.

    `statuses` are counted on the day asked for, in the order of STATUSES; without a day, or where too many
    instruments are left to look up, there are none.
    """

    types: Counts
    issuers: Counts
    provinces: Counts
    years: Counts
    statuses: Counts


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The matches that have what was asked for, and what else they can be narrowed by.

    `counted` tells over how many of the best matches of all the counts were made, None where over all.
    """

    result: SearchResult
    facets: Facets
    counted: int | None


def narrowed_search(
    dataset: Dataset, query: str, narrowing: Narrowing, *, offset: int = 0, limit: int = 20
) -> Narrowed:
    """Search as `search` does, then keep what has all that `narrowing` names. Raises BadRequest."""
    matches, total = _matches(dataset, query)
    nodes = np.array([match.node for match in matches], dtype=np.int64)
    chosen = narrow(dataset, nodes, narrowing)
    on = narrowing.on if narrowing.status or len(chosen) <= _STANDING_COUNTED else None
    shown = [matches[place] for place in chosen[offset : offset + limit].tolist()]
    return Narrowed(
        result=SearchResult(query, hits_of(dataset, shown), len(chosen), offset, limit),
        facets=facets_of(dataset, nodes[chosen], on, limit=_MOST_VALUES),
        counted=len(matches) if total > len(matches) else None,
    )


def narrow(dataset: Dataset, nodes: Array, narrowing: Narrowing) -> Array:
    """The places in `nodes` of the instruments that have all that is asked for. Raises BadRequest."""
    names = dataset.index.names
    kept = np.ones(len(nodes), dtype=bool)
    if narrowing.type:
        kept &= names.type_codes[nodes] == _code(names.types, narrowing.type)
    if narrowing.issuer:
        kept &= np.isin(names.issuer_codes[nodes], _codes_with(names.issuers, narrowing.issuer))
    if narrowing.province:
        kept &= names.provinces[nodes] == _unit(narrowing.province)
    if narrowing.year is not None:
        kept &= names.years[nodes] == narrowing.year
    if narrowing.status:
        if narrowing.on is None:
            raise BadRequest(what=narrowing.status, reason="say on which day: on=2025-12-31")
        left = np.flatnonzero(kept)
        kept[left] = standing(dataset, nodes[left], narrowing.on) == STATUSES.index(narrowing.status)
    return np.flatnonzero(kept)


def facets_of(dataset: Dataset, nodes: Array, on: Day | None, *, limit: int) -> Facets:
    """What these instruments can be narrowed by: the `limit` most frequent values of each."""
    names = dataset.index.names
    unit_names = {unit.slug: unit.name for unit in ontology.provinces()}
    provinces = {place: count for place, count in _tally(names.provinces[nodes]) if place != NO_PROVINCE}
    years = sorted(_tally(names.years[nodes]), reverse=True)
    statuses: dict[int, int] = {}
    if on is not None and len(nodes) <= MOST:
        statuses = dict(_tally(standing(dataset, nodes, on)))
    return Facets(
        types=_counts(_tally(names.type_codes[nodes]), names.types, limit),
        issuers=_counts(_tally(names.issuer_codes[nodes]), names.issuers, limit),
        provinces=_counts(provinces.items(), [unit_names[unit] for unit in units()], limit),
        years=tuple((str(year), count) for year, count in years if year)[:limit],
        statuses=tuple((name, statuses[place]) for place, name in enumerate(STATUSES) if place in statuses),
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


def _counts(tallied: Iterable[tuple[int, int]], names: Sequence[str], limit: int) -> Counts:
    found = [(names[code], count) for code, count in tallied if names[code]]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))[:limit]


def _tally(values: Array) -> list[tuple[int, int]]:
    """How often each value occurs."""
    found, counts = np.unique(values, return_counts=True)
    return list(zip(found.tolist(), counts.tolist(), strict=True))


def _code(names: Sequence[str], wanted: str) -> int:
    """The number of a name in a column of repeated names, its spelling apart; -1 where it is none of them."""
    return next((code for code, name in enumerate(names) if slug(name) == slug(wanted)), -1)


def _codes_with(issuers: Sequence[str], wanted: str) -> list[int]:
    """The numbers of the issuers that are this body, alone or together with others, or these bodies."""
    bodies = set(map(body_identity, wanted.split(JOINT)))
    return [
        code for code, names in enumerate(issuers) if bodies <= set(map(body_identity, names.split(JOINT)))
    ]


def _unit(wanted: str) -> int:
    """The number of the province of this name, its spelling apart; one that nothing has for none."""
    known = {slug(unit.name): unit.slug for unit in ontology.provinces()}
    place = known.get(slug(wanted), slug(wanted))
    return units().index(place) if place in units() else len(units())

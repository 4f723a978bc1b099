"""Which province a body belongs to, and provinces old and new."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

import ontology
from kg.index.strings import Array
from kg.resolve.keys import JOINT
from ontology.slugs import slug

Era = Literal["63", "34"]
"""The provinces up to 30 June 2025, or those since."""

NO_PROVINCE = -1


@dataclass(frozen=True, slots=True)
class ProvinceName:
    """A province as it is shown: its name and kind, and its code in the era asked for."""

    slug: str
    name: str
    kind: str
    code: str


@cache
def units() -> tuple[str, ...]:
    """All units that ever were provinces, by slug: a province's number is its place here."""
    return tuple(sorted({unit.slug for unit in ontology.provinces()}))


@cache
def provinces_of(era: Era) -> tuple[ProvinceName, ...]:
    """The provinces of one era, in the order of their codes."""
    found = []
    for unit in ontology.provinces():
        code = unit.code_63 if era == "63" else unit.code_34
        if code:
            found.append(ProvinceName(unit.slug, unit.name, unit.kind, code))
    return tuple(sorted(found, key=lambda unit: unit.code))


@cache
def rolled_up(era: Era) -> Array:
    """For each unit the place in `provinces_of(era)` where its documents count, NO_PROVINCE for nowhere.

    A unit that is gone counts where its land went; where it was split, nowhere. The units of the later era
    do not count in the earlier one unless they are the same.
    """
    place = {unit.slug: index for index, unit in enumerate(provinces_of(era))}
    by_name = {unit.name: unit for unit in ontology.provinces()}
    found = np.full(len(units()), NO_PROVINCE, dtype=np.int16)
    for index, unit_slug in enumerate(units()):
        unit = next(unit for unit in ontology.provinces() if unit.slug == unit_slug)
        while unit.slug not in place and unit.successor:
            unit = by_name[unit.successor]
        found[index] = place.get(unit.slug, NO_PROVINCE)
    return found


@cache
def _by_body() -> dict[str, str]:
    """The province (slug) of each body of the provincial level, by the body's name as a slug."""
    found = {}
    for pattern in ontology.body_patterns():
        if pattern.level == "province":
            for unit in ontology.provinces():
                for kind in pattern.unit_kinds:
                    found[slug(pattern.full_name(kind, unit.name))] = unit.slug
    return found


def province_of(issuer: str) -> str | None:
    """The province (slug) whose provincial body issued; joint issuers count for the first that has one."""
    return next((unit for body in issuer.split(JOINT) if (unit := _by_body().get(slug(body)))), None)


def province_numbers(issuers: list[str]) -> Array:
    """The province of each issuer by its number in `units()`, NO_PROVINCE for central bodies."""
    number = {unit: index for index, unit in enumerate(units())}
    return np.array(
        [number[unit] if (unit := province_of(issuer)) else NO_PROVINCE for issuer in issuers], dtype=np.int16
    )

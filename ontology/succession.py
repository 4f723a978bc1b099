"""Who followed whom: changes of bodies and provinces as dated events, read off the tables.

An event is what ORG calls an `org:ChangeEvent`: the bodies that ended on one day for the same successors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from ontology.administration import bodies, provinces
from ontology.slugs import slug


@dataclass(frozen=True, slots=True)
class Succession:
    """On `day`, `originals` gave way to `results`. Names are canonical; `slug` tells events apart.

    `kind` is "body" (central bodies) or "province" (units; their local bodies follow them by pattern).
    """

    kind: Literal["body", "province"]
    day: date
    originals: tuple[str, ...]
    results: tuple[str, ...]
    slug: str
    source: str


@cache
def successions() -> tuple[Succession, ...]:
    """All changes whose day is known, oldest first.

    A body that goes on under its own name (Bộ Tài chính took in Bộ Kế hoạch và Đầu tư) is a result and no
    original.
    """
    gone: dict[tuple[Literal["body", "province"], date, tuple[str, ...]], list[tuple[str, str]]] = (
        defaultdict(list)
    )
    for body in bodies():
        if body.valid_to and body.successors:
            gone["body", body.valid_to, body.successors].append((body.name, body.source))
    for unit in provinces():
        if unit.valid_to and unit.successors:
            gone["province", unit.valid_to, unit.successors].append((unit.name, unit.source))
    events = [
        Succession(
            kind=kind,
            day=last + timedelta(days=1),
            originals=tuple(name for name, _ in ended),
            results=results,
            slug=f"{last + timedelta(days=1)}-{slug(' '.join(results))}",
            source="; ".join(dict.fromkeys(source for _, source in ended)),
        )
        for (kind, last, results), ended in gone.items()
    ]
    return tuple(sorted(events, key=lambda event: (event.day, event.kind, event.slug)))


@cache
def heirs(name: str) -> tuple[str, ...]:
    """The provinces that hold today the land of the province `name` (itself where it still exists).

    Raises KeyError for a name that is not in the table.
    """
    by_name = {unit.name: unit for unit in provinces()}
    unit = by_name[name]
    if not unit.successors:
        return (unit.name,)
    found = (heir for successor in unit.successors for heir in heirs(successor))
    return tuple(dict.fromkeys(found))

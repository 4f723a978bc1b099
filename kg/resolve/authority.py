"""What the authority tables know of instruments, as targets of resolution."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import ontology
from kg.iris import InstrumentPath, Iris, name_slug
from kg.resolve.facts import Target
from kg.resolve.keys import Naming, full_path, issuer_identity, type_slug
from kg.resolve.match_keys import match_keys, number_keys
from ontology.slugs import slug

_ROMAN = re.compile(r"\b[IVX]+\b")


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A row of a table with the path of its IRI (the part after `id/`)."""

    path: str
    naming: Naming
    effective: date | None
    expired: date | None
    source: str


@cache
def known_instruments() -> Mapping[str, KnownInstrument]:
    """All rows by path; a law stands in several tables and keeps what the fullest row says."""
    found: dict[str, KnownInstrument] = {}
    for row in _rows():
        kept = found.get(row.path)
        if kept is None:
            found[row.path] = row
        elif kept.expired is None and row.expired is not None:
            found[row.path] = KnownInstrument(
                row.path, kept.naming, kept.effective or row.effective, row.expired, kept.source
            )
    return found


def _rows() -> Iterator[KnownInstrument]:
    for law in ontology.laws():
        yield from _row(
            law.number, law.type, law.title, law.issuer, law.date, law.effective, law.expired, law.source
        )
    for act in (*ontology.instruments(), *ontology.party_acts()):
        yield from _row(
            act.number, act.type, act.title, act.issuer, act.date, act.effective, None, act.source
        )


def _row(
    number: str,
    type_: str,
    title: str,
    issuer: str,
    day: date | None,
    effective: date | None,
    expired: date | None,
    source: str,
) -> Iterator[KnownInstrument]:
    naming = Naming(type_, number or None, issuer, day.isoformat() if day else None, title=title)
    path = full_path(naming) or _path_by_title(naming)
    if path is not None:
        yield KnownInstrument(str(path), naming, effective, expired, source)


def _path_by_title(naming: Naming) -> InstrumentPath | None:
    """The identity of a law that has no number, as the constitutions have none."""
    if naming.number or not (naming.title and naming.issuer and naming.date):
        return None
    body, type_ = issuer_identity(naming.issuer).slug, type_slug(naming.type, None)
    return InstrumentPath(body, type_, int(naming.date[:4]), name_slug(naming.title))


@cache
def instruments_by_key() -> Mapping[str, tuple[KnownInstrument, ...]]:
    """All rows by the keys under which they meet others."""
    by_key: dict[str, list[KnownInstrument]] = defaultdict(list)
    for known in known_instruments().values():
        for key in match_keys(known.naming):
            by_key[key].append(known)
    return {key: tuple(rows) for key, rows in by_key.items()}


@lru_cache(maxsize=65_536)
def targets_of(key: str, iris: Iris) -> tuple[Target, ...]:
    """The instruments of the tables that meet under a key."""
    return tuple(as_target(known, iris) for known in instruments_by_key().get(key, ()))


def table_target(iri: str, iris: Iris) -> Target | None:
    """The instrument with this IRI as the tables alone know it."""
    known = known_instruments().get(iris.id_of(iri))
    return as_target(known, iris) if known else None


def as_target(known: KnownInstrument, iris: Iris) -> Target:
    """A row of a table as a target."""
    naming, path = known.naming, known.path.split("/")
    day = date.fromisoformat(naming.date) if naming.date else None
    return Target(
        iri=iris.from_id(known.path),
        type=path[1],
        bodies=frozenset(path[0].split("--")),
        keys=match_keys(naming),
        number_year=number_keys(naming.number or "")[1],
        year=int(path[2]),
        days=frozenset({day} if day else ()),
        term=term_at(day) if path[3].endswith("-tw") else None,
        titles=frozenset({slug(naming.title)} if naming.title else ()),
        effective=known.effective,
        expired=known.expired,
        in_table=True,
    )


def term_at(day: date | None) -> str | None:
    """The Party's term (Roman numeral) that a day lies in."""
    if day is None:
        return None
    for roman, term in ontology.party_terms().items():
        if term.start <= day and (term.end is None or day <= term.end):
            return roman
    return None


def term_ordinal(roman: str | None) -> int | None:
    """The ordinal of a term of the Party."""
    term = ontology.party_terms().get(roman or "")
    return term.ordinal if term else None


def roman_of(text: str | None) -> str | None:
    """The Roman numeral in "khóa XII"."""
    match = _ROMAN.search(text or "")
    return match[0] if match else None


@cache
def central_symbols() -> frozenset[str]:
    """Signs of central bodies as they stand in number keys; those that local bodies use too are left out."""
    local = {slug(sign) for pattern in ontology.body_patterns() for sign in pattern.symbols}
    return frozenset(slug(symbol.text) for body in ontology.bodies() for symbol in body.symbols) - local


@cache
def central_bodies() -> frozenset[str]:
    """Slugs of central bodies."""
    return frozenset(issuer_identity(body.name).slug for body in ontology.bodies())

"""What identifies an instrument: body, type, year and number, read from what a text says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import ontology
from kg.iris import UNKNOWN, InstrumentPath, name_slug, number_slug
from ontology.slugs import slug

JOINT = "; "
"""What stands between the bodies of a joint instrument."""

# "80/2017/NĐ-CP": the year is part of the number.
_YEAR_IN_NUMBER = re.compile(r"^\d+[a-zđ]?/((?:19|20)\d\d)[/-]", re.IGNORECASE)
# "38/KH-UBND", "80/2017/NĐ-CP", "29-NQ/TW": the type's sign is what follows the number and the year.
_SIGN = re.compile(r"^\d+[a-zđ]?(?:/(?:19|20)\d\d)?[/-]([^\W\d_]+)(?=[-/]|$)", re.IGNORECASE)
# A name that says it is local: without its province it may be anyone's.
_LOCAL_UNIT = re.compile(
    r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố|trường)\b", re.IGNORECASE
)


_word = lru_cache(maxsize=4_096)(slug)
"""The slug of a type or sign: there are few, and each is asked for with every number."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a head or a mention says of an instrument. Fields as in `extractors.models.Citation`."""

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class BodyIdentity:
    """A body's slug, and whether the name is that of one body in the whole country."""

    slug: str
    unique: bool


def year_of(naming: Naming) -> int | None:
    """The year of identity: the one inside the number, else that of the date, else the year given."""
    match = _YEAR_IN_NUMBER.match(naming.number or "")
    if match:
        return int(match[1])
    return int(naming.date[:4]) if naming.date else naming.year


def type_slug(type_: str | None, number: str | None) -> str:
    """The type of identity, as a slug.

    The sign in the number decides where it stands for one type ("Kế hoạch hành động 281/KH-UBND" is a Kế
    hoạch) or for a type and its longer names ("CTr": Chương trình, Chương trình hành động); where it stands
    for several, the word of the text does ("TT": Thông tư, Thông tri).
    """
    word = _canonical_types().get(_word(type_ or ""), type_ or "")
    match = _SIGN.match(number or "")
    signed = _types_by_sign().get(_word(match[1]), ()) if match else ()
    if len(signed) == 1:
        return _word(signed[0])
    shorter = [name for name in signed if _word(word).startswith(_word(name))]
    return _word(min(shorter, key=len) if shorter else word) or UNKNOWN


@cache
def body_identity(name: str) -> BodyIdentity:
    """The identity of one body by its canonical name.

    A district's or commune's body, or a school, is unique only together with its province.
    """
    known = _body_slugs().get(name)
    if known:
        return BodyIdentity(known, unique=True)
    unique = not _LOCAL_UNIT.search(name) or _names_province(name)
    for prefix, prefix_slug in _body_prefixes():
        if name.startswith(prefix) and len(name) > len(prefix):
            return BodyIdentity(f"{prefix_slug}-{slug(name[len(prefix) :])}", unique)
    return BodyIdentity(slug(name), unique)


@lru_cache(maxsize=65_536)
def issuer_identity(issuer: str) -> BodyIdentity:
    """The identity of an issuer, joint ones in alphabetical order: they are one issuer in any order."""
    bodies = [body_identity(name) for name in issuer.split(JOINT)]
    return BodyIdentity("--".join(sorted(body.slug for body in bodies)), all(body.unique for body in bodies))


def full_path(naming: Naming) -> InstrumentPath | None:
    """The instrument's path where number, body and year are all known; None for anything less."""
    year = year_of(naming)
    if not naming.number or not naming.issuer or year is None:
        return None
    issuer = issuer_identity(naming.issuer)
    if not issuer.unique:
        return None
    return InstrumentPath(
        issuer.slug, type_slug(naming.type, naming.number), year, number_slug(naming.number)
    )


def scoped_path(naming: Naming, document: str, wording: str, cited_in: int | None = None) -> InstrumentPath:
    """The path of an instrument known in part, within the document (hash) that names it.

    `wording` is the mention's own text: it stands in where there is neither number nor title. `cited_in` is
    the year of the instrument that cites it, where that is another than the document itself.
    """
    name = number_slug(naming.number) if naming.number else name_slug(naming.title or wording)
    if naming.term:
        name = f"{name}--{slug(naming.term)}"
    if cited_in and not naming.year and not naming.date:
        name = f"{name}--in-{cited_in}"
    return InstrumentPath(
        body=issuer_identity(naming.issuer).slug if naming.issuer else UNKNOWN,
        type=type_slug(naming.type, naming.number),
        year=year_of(naming),
        name=name,
        document=document,
    )


@cache
def _types_by_sign() -> dict[str, tuple[str, ...]]:
    signs: dict[str, tuple[str, ...]] = {}
    for type_ in ontology.document_types():
        for sign in {slug(sign) for sign in type_.abbr}:
            signs[sign] = (*signs.get(sign, ()), type_.name)
    return signs


@cache
def _canonical_types() -> dict[str, str]:
    return {slug(alias): type_.name for type_ in ontology.document_types() for alias in type_.aliases}


@cache
def _body_slugs() -> dict[str, str]:
    return {body.name: body.slug for body in ontology.bodies()}


@cache
def _body_prefixes() -> tuple[tuple[str, str], ...]:
    """What stands before the unit in the names of local bodies, with its slug, longest first."""
    prefixes = {pattern.name.split("{")[0]: pattern.slug for pattern in ontology.body_patterns()}
    return tuple(sorted(prefixes.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _province_ending() -> re.Pattern[str]:
    names = sorted({province.name for province in ontology.provinces()}, key=len, reverse=True)
    units = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:tỉnh|thành phố)\s+(?:{units})$", re.IGNORECASE)


def _names_province(name: str) -> bool:
    return _province_ending().search(name) is not None

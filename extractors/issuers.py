"""Who issues under a sign: the body, or the bodies, that the symbol of a số ký hiệu names."""

from __future__ import annotations

from functools import cache, lru_cache

import ontology
from extractors.home import Home
from extractors.local_bodies import at_home
from extractors.numbers import ASSEMBLY, sign_key
from extractors.phrases import word_set
from ontology.models import BodyPattern

ALWAYS = (0, 9999)
"""The years of a sign whose beginning and end are not known."""


@cache
def _bodies_by_sign() -> dict[str, list[tuple[str, int, int]]]:
    """(body, first year, last year) for every central sign, in the order of the table."""
    table: dict[str, list[tuple[str, int, int]]] = {}
    for body in ontology.bodies():
        for symbol in body.symbols:
            since, until = symbol.valid_from or body.valid_from, symbol.valid_to or body.valid_to
            span = (body.name, since.year if since else ALWAYS[0], until.year if until else ALWAYS[1])
            table.setdefault(sign_key(symbol.text), []).append(span)
    return table


@cache
def _patterns_by_sign() -> dict[str, list[BodyPattern]]:
    table: dict[str, list[BodyPattern]] = {}
    for pattern in ontology.body_patterns():
        for sign in pattern.symbols:
            table.setdefault(sign_key(sign), []).append(pattern)
    return table


@cache
def _type_signs() -> frozenset[str]:
    return frozenset(sign_key(abbr) for kind in ontology.document_types() for abbr in kind.abbr)


def body_of_sign(sign: str, year: int | None, home: Home) -> str | None:
    """The body that a sign stands for at a time and place, None where it could be several."""
    if ASSEMBLY.match(sign):
        return _assembly_of(sign)
    if sign in word_set("sign of several bodies"):
        return None
    known = _bodies_by_sign().get(sign_key(sign))
    if known:
        fitting = (name for name, first, last in known if year is not None and first <= year <= last)
        return next(fitting, known[0][0])
    patterns = _patterns_by_sign().get(sign_key(sign))
    if not patterns or _belongs_above(sign, patterns, home):
        return None
    return at_home([p for p in patterns if not _of_town(p, sign, home)], home)


def central_bodies_of(sign: str) -> frozenset[str]:
    """Every central body that ever used a sign: "CP" was the Council's before it was the Government's."""
    return frozenset(name for name, _, _ in _bodies_by_sign().get(sign_key(sign), ()))


def _of_town(pattern: BodyPattern, sign: str, home: Home) -> bool:
    """Whether TU would mean a town's Party committee in the document of a rural district."""
    return sign == "TU" and pattern.level == "district" and (home.district or "").startswith("huyện ")


def _assembly_of(sign: str) -> str | None:
    if sign.startswith("QH"):
        return "Quốc hội"
    return "Ủy ban Thường vụ Quốc hội" if "TVQH" in sign else None


def _belongs_above(sign: str, patterns: list[BodyPattern], home: Home) -> bool:
    """Whether a short sign of provinces only stands in a district's document, where it is too weak a hint."""
    return (
        home.level in ("district", "commune")
        and len(sign) < 3
        and sign != "TU"
        and all(pattern.level == "province" for pattern in patterns)
    )


@lru_cache(maxsize=65_536)
def names_of_signs(signs: tuple[str, ...]) -> tuple[str, ...]:
    """Bare names of the local bodies that the sign can mean, of whatever place: "HU" → "Huyện ủy".

    The body's sign is the last one, in a letter ("1879/UBND-VX") the first.
    """
    of_letter = bool(signs) and sign_key(signs[0]) in _patterns_by_sign() and not _is_type(signs[0])
    found = _patterns_by_sign().get(sign_key(signs[0 if of_letter else -1]), ()) if signs else ()
    return tuple(pattern.name.partition(" {")[0] for pattern in found)


@lru_cache(maxsize=65_536)
def issuer_of_signs(signs: tuple[str, ...], year: int | None, home: Home) -> str | None:
    """The body, or the bodies joined with "; ", that the symbol of a number names."""
    if not signs:
        return None
    head, *rest = signs
    if ASSEMBLY.match(head) or not rest or not _opens_with_type(head, year, home):
        return body_of_sign(head, year, home)
    if len(rest) == 1:
        return body_of_sign(rest[0], year, home)
    named = [body_of_sign(sign, year, home) for sign in rest]
    if all(named):
        return _joint_issuers(rest, named, home)
    return next((name for name in named if name), None)


def _is_type(sign: str) -> bool:
    return sign_key(sign) in _type_signs()


def _opens_with_type(sign: str, year: int | None, home: Home) -> bool:
    """Whether a symbol's first sign is a type's ("QĐ"), or that of a joint plan ("KHLN")."""
    key = sign_key(sign)
    return key in _type_signs() or (key[:2] in _type_signs() and body_of_sign(sign, year, home) is None)


def _joint_issuers(signs: list[str], named: list[str | None], home: Home) -> str:
    """Several issuers of one act. Where one is local all are: a sở and not the ministry of its sign."""
    local = [patterns for sign in signs if (patterns := _patterns_by_sign().get(sign_key(sign)))]
    names = [at_home(patterns, home) for patterns in local] if home.level != "central" and local else named
    return "; ".join(dict.fromkeys(name for name in names if name))

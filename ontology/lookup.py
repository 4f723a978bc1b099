"""Ways into the tables by what a text shows: a name, a symbol, an abbreviation.

Keys are compared case-insensitively after Unicode NFC; a value is a tuple because a key may be shared
("TW" is the sign of three Party bodies, "QĐ" of two types).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from ontology.acts import laws, terms
from ontology.administration import bodies, body_patterns, provinces
from ontology.models import Body, BodyPattern, DocumentType, Law, Province, RelationType, Term
from ontology.vocabularies import document_types, relations

T = TypeVar("T")


def key(text: str) -> str:
    """How names are compared: NFC, lower case, single blanks, hyphens alike."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join(plain.replace("–", "-").replace("—", "-").split())


def _group(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for name, value in pairs:
        if value not in found[key(name)]:
            found[key(name)].append(value)
    return MappingProxyType({name: tuple(values) for name, values in found.items()})


@cache
def types_by_name() -> Mapping[str, tuple[DocumentType, ...]]:
    """Document types by name and alias."""
    return _group((name, kind) for kind in document_types() for name in (kind.name, *kind.aliases))


@cache
def types_by_abbr() -> Mapping[str, tuple[DocumentType, ...]]:
    """Document types by the sign in a số ký hiệu."""
    return _group((abbr, kind) for kind in document_types() for abbr in kind.abbr)


@cache
def bodies_by_name() -> Mapping[str, tuple[Body, ...]]:
    """Central bodies by canonical name and alias."""
    return _group((name, body) for body in bodies() for name in (body.name, *body.aliases))


@cache
def bodies_by_symbol() -> Mapping[str, tuple[Body, ...]]:
    """Central bodies by the sign in a số ký hiệu."""
    return _group((symbol.text, body) for body in bodies() for symbol in body.symbols)


@cache
def patterns_by_symbol() -> Mapping[str, tuple[BodyPattern, ...]]:
    """Local bodies by the sign in a số ký hiệu."""
    return _group((symbol, pattern) for pattern in body_patterns() for symbol in pattern.symbols)


@cache
def provinces_by_name() -> Mapping[str, tuple[Province, ...]]:
    """Provinces by name and alias; those alive longest come first."""
    return _group((name, unit) for unit in provinces() for name in (unit.name, *unit.aliases))


@cache
def laws_by_title() -> Mapping[str, tuple[Law, ...]]:
    """All versions of a law by its short title and aliases."""
    return _group((name, law) for law in laws() for name in (law.title, *law.aliases))


@cache
def laws_by_number() -> Mapping[str, tuple[Law, ...]]:
    """Laws by số ký hiệu."""
    return _group((law.number, law) for law in laws() if law.number)


@cache
def relations_by_name() -> Mapping[str, RelationType]:
    """Relations by their name in records."""
    return MappingProxyType({relation.name: relation for relation in relations()})


@cache
def party_terms() -> Mapping[str, Term]:
    """Terms of the Party by Roman numeral."""
    return MappingProxyType({term.roman: term for term in terms() if term.kind == "party"})


@cache
def assembly_terms() -> Mapping[str, Term]:
    """Terms of the National Assembly by symbol ("QH14")."""
    return MappingProxyType({term.symbol: term for term in terms() if term.kind == "assembly"})

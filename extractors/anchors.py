"""One pass over a text for the words that open a citation, so that the finders need no pass of their own.

A type word begins with a capital (or stands in capitals); what follows tells which finder it concerns: a
title, the name of a law, a Party congress, a short number, "này".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import ontology
from extractors.phrases import grouped, spaced


class Anchor(NamedTuple):
    """A type word in the text: its range and the word in lower case, single-spaced."""

    start: int
    end: int
    word: str


@cache
def _words() -> re.Pattern[str]:
    types = {name for kind in ontology.document_types() for name in (kind.name, *kind.aliases)}
    named = {name for kind in ontology.named_kinds() for name in (kind.name, *kind.aliases)}
    titled = named | PARTY_TYPES | LAW_TYPES
    tails: dict[str, list[str]] = {}
    for words, condition in ((types - titled, POINTED), (titled, "")):
        for word in _written(words):
            tails.setdefault(word[0], []).append(spaced(word[1:]) + condition)
    return re.compile(grouped(tails) + r"(?!\w)")


PARTY_TYPES = frozenset(("Nghị quyết", "Kết luận"))
LAW_TYPES = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Pháp Lệnh"))
# What makes a type that is not cited by title worth a look: a short number, or "này".
POINTED = r"(?=\s+(?:(?:số|SỐ)\s+\d|\d|này\b))"


def _written(words: set[str]) -> list[str]:
    """The words with a capital and in capitals, longest first."""
    forms = {w[:1].upper() + w[1:] for w in words} | {w.upper() for w in words}
    return sorted(forms, key=lambda w: (-len(w), w))


def find_anchors(text: str) -> list[Anchor]:
    """Every type word of a text, in order."""
    return [Anchor(m.start(), m.end(), _normal(m[0])) for m in _words().finditer(text)]


@lru_cache(maxsize=4096)
def _normal(word: str) -> str:
    return " ".join(word.split()).casefold()

"""One pass over a text for the words that open a citation, so that the finders need no pass of their own.

A type word begins with a capital (or stands in capitals); what follows tells which finder it concerns: a
title, a Party congress, a short number, "này".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import ontology


class Anchor(NamedTuple):
    """A type word in the text: its range and the word in lower case, single-spaced."""

    start: int
    end: int
    word: str


@cache
def _words() -> re.Pattern[str]:
    types = {name for kind in ontology.document_types() for name in (kind.name, *kind.aliases)}
    titled = {name for kind in ontology.named_kinds() for name in (kind.name, *kind.aliases)} | PARTY_TYPES
    tails: dict[str, list[str]] = {}
    for words, condition in ((types - titled, POINTED), (titled, "")):
        for word in _written(words):
            tails.setdefault(word[0], []).append(_spaced(word[1:]) + condition)
    return re.compile(_by_letter(tails) + r"(?!\w)")


PARTY_TYPES = frozenset(("Nghị quyết", "Kết luận"))
# What makes a type that is not cited by title worth a look: a short number, or "này".
POINTED = r"(?=\s+(?:(?:số|SỐ)\s+\d|\d|này\b))"


def _written(words: set[str]) -> list[str]:
    """The words with a capital and in capitals, longest first."""
    forms = {w[:1].upper() + w[1:] for w in words} | {w.upper() for w in words}
    return sorted(forms, key=lambda w: (-len(w), w))


def by_first_letter(phrases: list[str]) -> str:
    """A pattern for any of the phrases (longest first), grouped by first letter so that most texts fail fast."""
    tails: dict[str, list[str]] = {}
    for phrase in phrases:
        tails.setdefault(phrase[0], []).append(_spaced(phrase[1:]))
    return _by_letter(tails)


def _by_letter(tails: dict[str, list[str]]) -> str:
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items()) + ")"


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")


def find_anchors(text: str) -> list[Anchor]:
    """Every type word of a text, in order."""
    return [Anchor(m.start(), m.end(), _normal(m[0])) for m in _words().finditer(text)]


@lru_cache(maxsize=4096)
def _normal(word: str) -> str:
    return " ".join(word.split()).casefold()

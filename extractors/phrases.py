"""Patterns made of lists of phrases: any of them, whatever blanks or line break stands between the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import ontology
from ontology import WordRole


def spaced(phrase: str) -> str:
    """A pattern for one phrase."""
    return re.escape(phrase).replace(r"\ ", r"\s+")


def by_first_letter(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases (longest first), by first letter so that most texts fail fast."""
    tails: dict[str, list[str]] = {}
    for phrase in phrases:
        tails.setdefault(phrase[0], []).append(spaced(phrase[1:]))
    return grouped(tails)


def grouped(tails: dict[str, list[str]]) -> str:
    """A pattern for the first letters, each with any of the patterns that may follow it."""
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items()) + ")"


@cache
def word_set(role: WordRole) -> frozenset[str]:
    """The words of a role in the table of words."""
    return frozenset(word.word for word in ontology.words(role))


def words_of(role: WordRole) -> str:
    """A pattern for any word of a role in the table of words, as it is written there."""
    return by_first_letter(sorted((word.word for word in ontology.words(role)), key=lambda w: (-len(w), w)))

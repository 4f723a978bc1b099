"""Type words of instruments that are cited by title, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ontology
from extractors.anchors import Anchor
from extractors.phrases import by_first_letter

QUOTE_REACH = 30
"""How far (characters) before a quotation mark its type word may begin."""


@cache
def kind_words() -> tuple[tuple[str, str, bool], ...]:
    """(word as written, canonical type, weak) of every kind cited by title, the longest word first."""
    rows = {
        (word, kind.name, kind.weak)
        for kind in ontology.named_kinds()
        if kind.by_title
        for word in (kind.name, *kind.aliases)
    }
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def canonical_kinds() -> dict[str, tuple[str, bool]]:
    """(canonical type, weak) by the word in lower case."""
    return {word.casefold(): (kind, weak) for word, kind, weak in kind_words()}


@cache
def lower_anchor() -> re.Pattern[str]:
    """A type word in lower case right before an opening quotation mark: "chương trình “"."""
    lower = (word[0].lower() + word[1:] for word, _, _ in kind_words() if word[1].islower())
    return re.compile(rf"{by_first_letter(lower)}(?=\s+[“\"])")


def lower_anchors(text: str) -> Iterator[Anchor]:
    """Type words in lower case before quotation marks."""
    for mark in ("“", '"'):
        at = text.find(mark)
        while at >= 0:
            nearest = None
            for match in lower_anchor().finditer(text, max(0, at - QUOTE_REACH), at + 1):
                nearest = match
            if nearest:
                yield Anchor(nearest.start(), nearest.end(), " ".join(nearest[0].split()).casefold())
            at = text.find(mark, at + 1)


def kind_anchors(text: str, anchors: Iterable[Anchor]) -> list[Anchor]:
    """The type words of a text behind which a title may stand, in order."""
    kinds = canonical_kinds()
    return sorted(
        (*(anchor for anchor in anchors if anchor.word in kinds), *lower_anchors(text)),
        key=lambda anchor: anchor.start,
    )

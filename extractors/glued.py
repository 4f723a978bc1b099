"""Words that lost the blank between them where saved pages joined two lines: "Nghịđịnh", "củaỦy ban".

Only blanks are put back, and only where no Vietnamese word goes on like that. Offsets still lead to the raw
text, which stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ontology
from extractors import letters
from extractors.phrases import by_first_letter, grouped
from extractors.text import Edit
from ontology.cues import cues

# A syllable in small letters, and right behind it a capitalised word: "củaỦy ban", "tạiCông văn"
BEFORE_CAPITAL = letters.compile(
    r"(?:[à-ỹđ][a-zđ]{0,2}|(?<!\w)(?:theo|trong|cho|do|sau|khai))(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ])"
)

# The word that opens a date, behind another word: "nhân dânngày 26"
BEFORE_DATE = letters.compile(r"[a-zà-ỹđ](?=(?:ngày|tháng|năm)\s?\d)")

# A page that glues words glues these: most texts hold none of them and are not searched further.
TELLTALES = (
    "củaỦ", "củaU", "củaB", "củaC", "củaT", "củaS", "dânngày", "vềviệc", "quyđịnh", "hướngdẫn", "nhândân",
    "thựchiện", "Nghịđịnh", "Quyếtđịnh", "Thôngtư", "tạiCông", "tạiTờ", "QUYẾTĐỊNH",
)  # fmt: skip
PAIRS_OF_TITLES = (("về", "việc"), ("kể", "từ"), ("một", "số"), ("như", "sau"))
"""Pairs that no table holds and that open or end what citations are read from."""

SKIMMED = 8_000
"""How much (characters) of a text is looked at for them."""


def glued_words(text: str) -> list[Edit]:
    """The blanks to put in, sorted and apart."""
    if not _telltale().search(text, 0, SKIMMED):
        return []
    ends = {m.end() for pattern in (BEFORE_CAPITAL, BEFORE_DATE) for m in pattern.finditer(text)}
    return [(end, end, " ") for end in sorted({*ends, *_inside_pairs(text)})]


@cache
def _telltale() -> re.Pattern[str]:
    return re.compile(by_first_letter(TELLTALES))


def _inside_pairs(text: str) -> Iterator[int]:
    return (match.end() for match in _glued_pair().finditer(text))


@cache
def _glued_pair() -> re.Pattern[str]:
    """The first syllable of a pair that names a type, a body or a relation, with the second glued to it."""
    tails: dict[str, list[str]] = {}
    for pair in sorted(_pairs()):
        for first, second in {pair, (pair[0].capitalize(), pair[1]), (pair[0].upper(), pair[1].upper())}:
            tails.setdefault(first[0], []).append(f"{first[1:]}(?={second})")
    return re.compile(rf"(?<!\w){grouped(tails)}")


def _pairs() -> set[tuple[str, str]]:
    """Two syllables in small letters that stand together in names of types, bodies and in cues."""
    names = [kind.name for kind in ontology.document_types()]
    names += [body.name for body in ontology.bodies() if body.kind in ("government", "assembly")]
    names += [pattern.name.partition(" {")[0] for pattern in ontology.body_patterns()]
    names += [word.word for word in ontology.words("officer")]
    names += [cue.phrase for cue in cues()]
    words = [name.lower().split() for name in names]
    pairs = {(w[at], w[at + 1]) for w in words if len(w) in (2, 4) for at in range(0, len(w), 2)}
    return {*pairs, *PAIRS_OF_TITLES}

"""Footnotes at page bottoms: found in PDF text and read as endnotes, so that the main text runs on.

A page ends where furniture cuts the text. Its notes stand behind its last blank lines: a note that begins
with the next expected number, whose mark stands in the page above, or the rest of a note that the page
before left unfinished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors import letters
from extractors.models import Span

# A note by its number, behind a blank line: "7 Khoản này được sửa đổi"
NUMBERED_NOTE = letters.compile(r"\d{1,3} +(?=[A-ZĐÀ-Ỹ“\"(])")
# A word in capitals that is no sign, for it bears a Vietnamese mark: "GIẢI PHÁP" before its note's number
CAPITAL_WORD = letters.compile(r"(?<!\w)(?=[A-ZĐ]*[À-Ỹ])[A-ZĐÀ-Ỹ]{3,}\Z")
LONGEST_WORD = 8
WIDEST_BLANK = 64
"""How far (characters) before a note the blank lines above it may begin; long ones were shortened."""
BLANK_LINE = letters.compile(r"\n *\n")
# What never stands in the rest of a note: a signature, recipients, an annex.
MAIN_TEXT = letters.compile(
    r"\s*(?:KT\.|TM\.|TL\.|Nơi nhận|PHỤ LỤC|Phụ lục|XÁC THỰC|CHƯƠNG|Chương [IVX]|Điều \d+[a-z]?\.)"
)
FINISHED = (".", "”", ";", ")")


def find_page_notes(text: str, furniture: Sequence[Span]) -> tuple[Span, ...]:
    """The blocks of notes at page bottoms, sorted, each from its blank line to the end of its page's text."""
    if not furniture or next(_notes_of(text, 0, len(text), 1), None) is None:
        return ()
    return tuple(_blocks(text, furniture))


def _blocks(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    expected, unfinished = 1, False
    for start, end in _pages(text, furniture):
        begin = _first_note(text, start, end, expected)
        if unfinished:
            rest = _rest_of_note(text, start, begin if begin is not None else end)
            begin = rest if rest is not None else begin
        if begin is None:
            unfinished = False
            continue
        expected = _count(text, begin, end, expected)
        unfinished = _is_unfinished(text, begin, end)
        yield Span(begin, end)


def _pages(text: str, furniture: Sequence[Span]) -> Iterator[tuple[int, int]]:
    start = 0
    for span in furniture:
        if span.start > start:
            yield start, span.start
        start = span.end
    if start < len(text):
        yield start, len(text)


def _first_note(text: str, start: int, end: int, expected: int) -> int | None:
    notes = _notes_of(text, start, end, expected)
    return next((at for at in notes if find_mark(text, expected, start, at) is not None), None)


def _notes_of(text: str, start: int, end: int, number: int) -> Iterator[int]:
    """Where the blank lines begin behind which a note of this number stands."""
    lead = f"{number} "
    at = text.find(lead, start, end)
    while at >= 0:
        if text[at - 1 : at] in (" ", "\n") and NUMBERED_NOTE.match(text, at, end):
            above = text[max(start, at - WIDEST_BLANK) : at]
            blank = above[len(above.rstrip()) :]
            if blank.count("\n") > 1:
                yield at - len(blank) + blank.index("\n")
        at = text.find(lead, at + 1, end)


def _rest_of_note(text: str, start: int, end: int) -> int | None:
    last = None
    for match in BLANK_LINE.finditer(text, start, end):
        if text[match.end() : end].strip():
            last = match
    if last is None or MAIN_TEXT.match(text, last.end()):
        return None
    return last.start()


def _count(text: str, begin: int, end: int, expected: int) -> int:
    """The number that the next note will bear."""
    while True:
        found = _note(expected).search(text, begin, end)
        if not found:
            return expected
        begin, expected = found.end(), expected + 1


@cache
def _note(number: int) -> re.Pattern[str]:
    """The start of the note of a number: "\\n7 Khoản"."""
    return letters.compile(rf"\n *{number} +[A-ZĐÀ-Ỹ“\"(]")


def _is_unfinished(text: str, begin: int, end: int) -> bool:
    block = text[begin:end].rstrip()
    return not block.endswith(FINISHED) or block.count("“") > block.count("”")


def find_mark(text: str, number: int, floor: int, ceiling: int) -> int | None:
    """Where the mark of a note stands: its number in brackets, or glued to a word, a quote or a bracket."""
    digits = str(number)
    at = text.find(digits, floor, ceiling)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(digits) : at + len(digits) + 1]
        if before in ("[", "(") and behind in ("]", ")"):
            before, behind = text[at - 2 : at - 1], text[at + len(digits) + 1 : at + len(digits) + 2]
        glued = (before.isalpha() and not before.isupper()) or before in ("”", '"', ")", "’")
        glued = glued or (before.isupper() and _behind_capitals(text, at))
        glued = glued or (before in (".", ";") and text[at - 2 : at - 1].islower() and behind in (" ", "\n"))
        if glued and (not behind or behind in " \n,.;:)”"):
            return at
        at = text.find(digits, at + 1, ceiling)
    return None


def _behind_capitals(text: str, at: int) -> bool:
    return CAPITAL_WORD.search(text, max(0, at - LONGEST_WORD), at) is not None

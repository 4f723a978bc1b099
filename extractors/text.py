"""A document's text made uniform for reading, with a way back to every raw offset.

The rest of the package reads `SourceText.flow`: composed letters (NFC), one Đ, plain spaces, page furniture
cut out (`extractors.furniture`) and long stretches of white space shortened, so that no pattern can run away
on them. Every step is a list of edits, and an edit list is also the map from its result back to its input.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.models import Span

# Letters that Vietnamese keyboards and fonts produce in place of Đ, and spaces that are not U+0020.
LOOK_ALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-",
}  # fmt: skip
INVISIBLE = "\u200b-\u200d\u2060\ufeff\u00ad"
ODD = re.compile(f"[{''.join(LOOK_ALIKES)}{INVISIBLE}\u0300-\u036f]")
SUSPECT = re.compile(f"[{INVISIBLE}\u0300-\u036f]")

# A letter with combining marks behind it, or a character that takes no room on paper.
DECOMPOSED = re.compile(rf"[^\W\d_][\u0300-\u036f]+|[{INVISIBLE}]")
WHITE = re.compile(r"\s{24,}")
Edit = tuple[int, int, str]
"""Replace the characters from the first offset to the second by the string."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each stretch of an edited text comes from: parallel arrays of offsets, in order."""

    after: array[int]
    before: array[int]

    def __call__(self, position: int) -> int:
        """The offset before the edits of a character at `position` after them."""
        index = bisect_right(self.after, position) - 1
        return self.before[index] + position - self.after[index]


@dataclass(frozen=True, slots=True)
class SourceText:
    """`raw` as given; `flow` as read; `maps` lead from `flow` back to `raw`, the last edit first."""

    raw: str
    flow: str
    maps: tuple[OffsetMap, ...] = ()

    def raw_offset(self, position: int) -> int:
        """The raw offset of the character at `position` of `flow`."""
        for step in self.maps:
            position = step(position)
        return position

    def raw_span(self, start: int, end: int) -> Span:
        """The raw range of a range of `flow`; it takes in marks and furniture that stand inside."""
        if not self.maps:
            return Span(start, end)
        if end <= start:
            return Span(self.raw_offset(start), self.raw_offset(start))
        stop = self.raw_offset(end - 1) + 1
        while stop < len(self.raw) and unicodedata.combining(self.raw[stop]):
            stop += 1
        return Span(self.raw_offset(start), stop)


def edit(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap | None]:
    """Apply edits (sorted, apart) to a text; the map is None where there were none."""
    parts: list[str] = []
    after, before = array("q", [0]), array("q", [0])
    done = length = 0
    for start, end, new in edits:
        parts.append(text[done:start])
        length += start - done
        if new:
            after.append(length)
            before.append(start)
            parts.append(new)
            length += len(new)
        after.append(length)
        before.append(end)
        done = end
    if not parts:
        return text, None
    parts.append(text[done:])
    return "".join(parts), OffsetMap(after, before)


def compose(raw: str) -> tuple[str, OffsetMap | None]:
    """Composed letters and plain look-alikes."""
    if raw.isascii() or not ODD.search(raw):
        return raw, None
    text, offsets = edit(raw, map(_composed, DECOMPOSED.finditer(raw))) if SUSPECT.search(raw) else (raw, None)
    for odd, plain in LOOK_ALIKES.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text, offsets


def _composed(match: re.Match[str]) -> Edit:
    start, end = match.span()
    return start, end, unicodedata.normalize("NFC", match[0]) if end - start > 1 else ""


def cut(text: str, furniture: Iterable[Span]) -> tuple[str, OffsetMap | None]:
    """Furniture (sorted, apart) cut out, a line break left in its place."""
    return edit(text, ((span.start, span.end, "\n") for span in furniture))


def condense(text: str) -> tuple[str, OffsetMap | None]:
    """Long white space made short; a blank line stays one."""
    return edit(text, ((m.start(), m.end(), "\n\n" if m[0].count("\n") > 1 else "\n" if "\n" in m[0] else "  ") for m in WHITE.finditer(text)))


def flow_of(raw: str, composed: str, compose_map: OffsetMap | None, furniture: Iterable[Span]) -> SourceText:
    """The text as the extractors read it, out of the composed text and the furniture found in it."""
    shortened, cut_map = cut(composed, furniture)
    flow, condense_map = condense(shortened)
    maps = tuple(m for m in (condense_map, cut_map, compose_map) if m is not None)
    return SourceText(raw, flow, maps)

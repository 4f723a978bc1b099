"""A document's text made uniform for reading, with a way back to every raw offset.

The rest of the package reads `SourceText.flow`: composed letters (NFC), no look-alikes and nothing that takes
no room on paper (`extractors.characters`), one kind of space and of line break, long stretches of white space
shortened so that no pattern can run away on them, page furniture and Markdown marks cut out. Every step is a
list of edits, and an edit list is also the map from its result back to its input.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractors.characters import INVISIBLE, MARKS, ODD, plain_characters, plain_dashes
from extractors.models import Span

# Combining marks behind the letter they belong to, and characters that take no room on paper.
LOOSE = re.compile(f"[{INVISIBLE}{MARKS}]+")
MOST_MARKS = 8
"""So many marks of a letter are composed with it; composing a long stack takes quadratic time."""
LAST_PLAIN = "\u02ff"
"""The last character before the combining marks."""
LONG_SPACE = 24
"""So many blanks or line breaks in a row (characters) are shortened; all patterns may rely on it."""
WHITE_AFTER_BREAK = re.compile(rf"\n[ \n]{{{LONG_SPACE - 1},}}")
WHITE_IN_LINE = re.compile(" " * LONG_SPACE + r"[ \n]*")
Edit = tuple[int, int, str]
"""Replace the characters from the first offset to the second by the string."""


class OffsetMap(NamedTuple):
    """Where each stretch of an edited text comes from: parallel arrays of offsets, `after` in order."""

    after: array[int]
    before: array[int]


@dataclass(frozen=True, slots=True)
class SourceText:
    """`raw` as given; `flow` as read; `maps` lead from `flow` back to `raw`, the last edit first.

    `notes_from` is where in `flow` the footnotes begin that were moved from page bottoms, if there are any.
    `hidden` are the raw ranges (sorted, apart) that sentences are read across: furniture, page-bottom notes.
    """

    raw: str
    flow: str
    maps: tuple[OffsetMap, ...] = ()
    notes_from: int | None = None
    hidden: tuple[Span, ...] = ()

    def edited(
        self, edits: Iterable[Edit], moved: Iterable[Span] = (), hidden: tuple[Span, ...] = ()
    ) -> SourceText:
        """The text with edits (sorted, apart) applied, then the ranges `moved` put behind it on lines."""
        changes, spans, notes_from = list(edits), tuple(moved), self.notes_from
        flow, offsets = edit(self.flow, changes)
        if notes_from is not None:
            notes_from += sum(len(new) - end + start for start, end, new in changes if end <= notes_from)
        if spans:
            offsets = offsets or OffsetMap(array("q", [0]), array("q", [0]))
            parts, length, notes_from = [flow], len(flow), len(flow)
            for span in spans:
                offsets.after.append(length)
                offsets.before.append(span.start)
                parts += ["\n", self.flow[span.start : span.end]]
                offsets.after.append(length + 1)
                offsets.before.append(span.start)
                length += span.end - span.start + 1
            flow = "".join(parts)
        maps = (offsets, *self.maps) if offsets else self.maps
        return SourceText(self.raw, flow, maps, notes_from, hidden or self.hidden)

    @property
    def main(self) -> str:
        """The flow without the footnotes moved from page bottoms."""
        return self.flow if self.notes_from is None else self.flow[: self.notes_from]

    def raw_offset(self, position: int) -> int:
        """The raw offset of the character at `position` of `flow`."""
        for after, before in self.maps:
            index = bisect_right(after, position) - 1
            position += before[index] - after[index]
        return position

    def raw_span(self, start: int, end: int) -> Span:
        """The raw range of a range of `flow`; it takes in marks and furniture that stand inside."""
        if not self.maps:
            return Span(start, end)
        first = self.raw_offset(start)
        if end <= start:
            return Span(first, first)
        stop = max(first, self.raw_offset(end - 1)) + 1
        while self.raw[stop : stop + 1] > LAST_PLAIN and unicodedata.combining(self.raw[stop]):
            stop += 1
        return Span(first, stop)

    def readable(self, start: int, end: int) -> str:
        """The raw text of a range without what is hidden inside it."""
        if not self.hidden:
            return self.raw[start:end]
        index = bisect_right(self.hidden, start, key=_start)
        parts, at = [], start
        while index < len(self.hidden) and self.hidden[index].end < end:
            span = self.hidden[index]
            parts.append(self.raw[at : span.start])
            at, index = span.end, index + 1
        parts.append(self.raw[at:end])
        return "\n".join(parts)


def _start(span: Span) -> int:
    return span.start


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


def plain_text(raw: str) -> SourceText:
    """Composed letters, plain look-alikes, one kind of space and line break, long white space shortened."""
    source = SourceText(raw, raw)
    if ODD.search(raw):
        flow = plain_characters(raw)
        source = SourceText(raw, flow).edited(_composed(flow))
    flow = plain_dashes(source.flow)
    if "\r" in flow:
        flow = flow.replace("\r\n", " \n").replace("\r", "\n")
    source = SourceText(raw, flow, source.maps)
    return source.edited(_long_spaces(flow))


def _composed(text: str) -> Iterator[Edit]:
    """Letters with their marks, of the same length or shorter; nothing for what takes no room on paper."""
    for match in LOOSE.finditer(text):
        start, end = match.span()
        marks = [c for c in match[0] if unicodedata.combining(c)]
        if marks and start and text[start - 1].isalpha():
            yield start - 1, end, unicodedata.normalize("NFC", text[start - 1] + "".join(marks[:MOST_MARKS]))
        elif len(marks) < end - start:
            yield start, end, "".join(marks[:MOST_MARKS])


def _long_spaces(text: str) -> list[Edit]:
    """A stretch of white space as two blanks, one line break or one blank line."""
    spans = [m.span() for m in WHITE_AFTER_BREAK.finditer(text)]
    if " " * LONG_SPACE in text:
        spans = sorted([*spans, *(m.span() for m in WHITE_IN_LINE.finditer(text))])
    edits: list[Edit] = []
    done = 0
    for start, end in spans:
        if start < done:
            continue
        breaks = text.count("\n", start, end)
        edits.append((start, end, "\n\n" if breaks > 1 else "\n" if breaks else "  "))
        done = end
    return edits

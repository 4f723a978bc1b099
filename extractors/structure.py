"""The parts of a document that reading depends on: headings, footnotes, quoted new text, recipients."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest

from extractors.models import Section, Span

HEADING = re.compile(
    r"""\n[ \t]*["“]?(?:\*\*)?(?:
      (?:ĐIỀU|Điều)\ +(?P<article>\d+[a-zđ]?)\s?[.:] | (?:Chương|CHƯƠNG)\ +(?P<chapter>[IVXLC]+|\d+)\b | (?:Mục|MỤC)\ +(?P<section>\d+|[IVX]+)\b
    | (?:Phần|PHẦN)\ +(?P<part>(?:thứ|THỨ)\ +\w+|[IVX]+)\b | (?:Phụ\ lục|PHỤ\ LỤC)\b\ *(?P<annex>[IVX]+|\d+)?
    | (?P<roman>[IVX]{1,5})\s?[.)-]\ | (?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]\ | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})\ | (?P<letter>[a-zđ])\)\  
    )""",
    re.VERBOSE,
)
LEVELS = {"part": 0, "annex": 0, "chapter": 1, "section": 2, "article": 3, "roman": 3, "number": 4, "decimal": 4, "letter": 5}
SIGN_OFF = re.compile(r"\n\s*\**(?:Nơi nhận|NƠI NHẬN)\b|\./\.")
RECIPIENTS = re.compile(r"\n\s*\**(?:Nơi nhận|NƠI NHẬN)\s*:?")
RECIPIENT_LINE = re.compile(r"\s*(?:[-–+*]\s?[^\n]*|\([^\n]*\)|[^\n]{0,60};)?\s*(?:\n|\Z)")
FOOTNOTE = re.compile(r"(?:\n|\A)[^\S\n]*(?:\[?(?P<mark>\d{1,2})\]?|\((?P<bracketed>\d{1,2})\))[^\S\n]+(?=[A-ZĐÀ-Ỹ“\"(])")
LONGEST_WITH_FOOTNOTES = 400_000
QUOTES = re.compile("[“”]")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading or numbered item: its kind, its own label, where its line starts."""

    kind: str
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number, its range, and where its mark stands in the body (None if not found)."""

    number: int
    start: int
    end: int
    mark: int | None


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of one flow text."""

    headings: tuple[Heading, ...]
    starts: tuple[int, ...]
    footnotes: tuple[Footnote, ...]
    quotes: tuple[Span, ...]
    recipients: Span | None

    def place(self, position: int) -> str | None:
        """Where a position is: "Điều 5 khoản 2 điểm a", "II.2.đ", "chú thích 7"."""
        note = self.footnote_at(position)
        if note:
            return f"chú thích {note.number}"
        chain: list[Heading] = []
        level = 9
        for index in range(bisect_right(self.starts, position) - 1, max(-1, bisect_right(self.starts, position) - 400), -1):
            heading = self.headings[index]
            rank = LEVELS[heading.kind]
            if rank < level:
                chain.insert(0, heading)
                level = rank
                if rank in (0, 3):
                    break
        return _label(chain)

    def footnote_at(self, position: int) -> Footnote | None:
        return next((n for n in self.footnotes if n.start <= position < n.end), None)

    def quote_at(self, position: int) -> Span | None:
        """The quoted new text around a position, if any."""
        index = bisect_right(self.quotes, position, key=lambda q: q.start) - 1
        if index >= 0 and position < self.quotes[index].end:
            return self.quotes[index]
        return None

    def article_at(self, position: int) -> tuple[int, int] | None:
        """The Điều around a position, quoted ones not counted: where it starts, where the next one does."""
        start = None
        for heading in self.headings:
            if heading.kind != "article" or self.quote_at(heading.start + 1):
                continue
            if heading.start > position:
                return (start, heading.start) if start is not None else None
            start = heading.start
        return (start, 1 << 60) if start is not None else None

    def outline(self, text: str) -> tuple[Section, ...]:
        """Parts, chapters, articles and Roman sections with their titles."""
        tops = [h for h in self.headings if LEVELS[h.kind] <= 3]
        sections = []
        for heading, following in zip_longest(tops, tops[1:]):
            end = following.start if following else len(text)
            line_end = text.find("\n", heading.start + 1, end)
            title = " ".join(text[heading.start : line_end if line_end >= 0 else end].split())[:200]
            sections.append(Section(_label([heading]) or heading.label, title, heading.start, end))
        return tuple(sections)


WORDS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "article": "Điều", "annex": "Phụ lục"}


def _label(chain: list[Heading]) -> str | None:
    if not chain:
        return None
    if chain[0].kind == "article" or chain[0].kind in WORDS:
        names = {"number": "khoản", "decimal": "khoản", "letter": "điểm", **WORDS}
        return " ".join(f"{names.get(h.kind, '')} {h.label}".strip() for h in chain)
    return ".".join(h.label for h in chain)


def read_structure(text: str) -> Structure:
    """All parts of a flow text."""
    headings = []
    for match in HEADING.finditer(text):
        kind = match.lastgroup or "annex"
        headings.append(Heading(kind, match[kind] or "", match.start() + 1))
    quotes = _quotes(text)
    return Structure(tuple(headings), tuple(h.start for h in headings), _footnotes(text), quotes, _recipients(text))


def _recipients(text: str) -> Span | None:
    found = None
    for found in RECIPIENTS.finditer(text, len(text) // 5):
        break
    if not found:
        return None
    at = found.end()
    line_end = text.find("\n", at)
    at = line_end + 1 if line_end >= 0 else len(text)
    misses = 0
    end = at
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end].strip()
        if line.startswith(("-", "–", "+", "*", "•")) or line.endswith(";"):
            end, misses = line_end, 0
        elif line:
            misses += 1
            if misses > 1:
                break
        at = line_end + 1
    return Span(found.start(), end)


def _footnotes(text: str) -> tuple[Footnote, ...]:
    if len(text) > LONGEST_WITH_FOOTNOTES:
        return ()
    sign_off = None
    for sign_off in SIGN_OFF.finditer(text, len(text) // 5):
        break
    notes: list[Footnote] = []
    expected = 1
    for match in FOOTNOTE.finditer(text, sign_off.start() if sign_off else len(text)):
        number = int(match["mark"] or match["bracketed"])
        if number != expected:
            continue
        mark = _mark(text, number, notes[-1].mark if notes and notes[-1].mark else 0, sign_off.start() if sign_off else 0)
        if mark is None and not notes:
            continue
        if notes:
            notes[-1] = Footnote(notes[-1].number, notes[-1].start, match.start(), notes[-1].mark)
        notes.append(Footnote(number, match.end(), len(text), mark))
        expected += 1
    return tuple(notes)


def _mark(text: str, number: int, floor: int, ceiling: int) -> int | None:
    digits = str(number)
    at = text.find(digits, floor, ceiling)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(digits) : at + len(digits) + 1]
        if before in ("[", "(") and behind in ("]", ")"):
            before, behind = text[at - 2 : at - 1], text[at + len(digits) + 1 : at + len(digits) + 2]
        if (before.isalpha() and not before.isupper() or before in ("”", '"', ")", "’")) and (not behind or behind in " \n\r,.;:)"):
            return at
        at = text.find(digits, at + 1, ceiling)
    return None


def _quotes(text: str) -> tuple[Span, ...]:
    """Quoted new text: a curly quotation that opens a line, or that runs over several lines."""
    if "“" not in text:
        return ()
    spans, opened, depth = [], -1, 0
    for match in QUOTES.finditer(text):
        if match[0] == "“":
            if depth == 0 or match.start() - opened > 60_000:
                opened, depth = match.start(), 0
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and (_opens_line(text, opened) or text.count("\n", opened, match.start()) > 3):
                spans.append(Span(opened, match.end()))
    return tuple(spans)


def _opens_line(text: str, position: int) -> bool:
    before = text[max(0, position - 40) : position]
    return before.rstrip(" \t\r*").endswith(("\n", ":")) or not before.strip()

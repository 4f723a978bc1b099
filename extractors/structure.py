"""The parts of a document that reading depends on: headings, footnotes, quoted new text, recipients."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extractors import letters
from extractors.models import Section, Span
from extractors.page_notes import find_mark
from extractors.text import SourceText

# A heading or numbered item at the start of a line. Its first letter tells the kind; each alternative begins
# with other letters, so that most lines are passed over at once.
HEADING = letters.compile(
    r"""(\n[ ]*["“]?)(
      Đ(?:iều|IỀU)[ ]+\d+[a-zđ]?[ ]?[.:]
    | C(?:hương|HƯƠNG)[ ]+(?:[IVXLC]+|\d+)\b
    | M(?:ục|ỤC)[ ]+(?:\d+|[IVX]+)\b
    | P(?:hần|HẦN)[ ]+(?:(?:thứ|THỨ)[ ]+\w+|[IVX]+)\b
    | P(?:hụ[ ]lục|HỤ[ ]LỤC)\b(?:[ ]+(?:[IVX]+|\d+)\b)?
    | [IVX]{1,5}[ ]?[.)-][ ]
    | \d{1,2}(?:[.)][ ]|(?:\.\d{1,2}){1,3}[.)]?[ ])
    | [a-zđ]\)[ ]
    )""",
    re.VERBOSE,
)
HEADING_EXAMPLES = {
    "\nĐiều 5. Hiệu lực": ("article", "5"), "\n“Điều 12a. Hồ sơ": ("article", "12a"),
    "\nChương II": ("chapter", "II"),
    "\nMỤC 3": ("section", "3"), "\nPhần thứ nhất": ("part", "thứ nhất"), "\nPHỤ LỤC IV": ("annex", "IV"),
    "\nPhụ lục\n": ("annex", ""), "\nIV. Tổ chức": ("roman", "IV"), "\n2. Nhiệm vụ": ("number", "2"),
    "\n2.1. Nhiệm vụ": ("number", "2.1"), "\n2.1 Nhiệm vụ": ("decimal", "2.1"),
    "\n đ) Hồ sơ": ("letter", "đ"),
}  # fmt: skip
LEVELS = {
    "part": 0,
    "annex": 0,
    "chapter": 1,
    "section": 2,
    "article": 3,
    "roman": 3,
    "number": 4,
    "decimal": 4,
    "letter": 5,
}
RECIPIENTS = ("Nơi nhận", "Nơi  nhận", "NƠI NHẬN", "Nơi Nhận")
FOOTNOTE = letters.compile(r"\n *(?:\[?(?P<mark>\d{1,3})\]?|\((?P<bracketed>\d{1,2})\)) +(?=[A-ZĐÀ-Ỹ“\"(])")
FOOTNOTE_EXAMPLES = {"\n1 Thông tư số 5": "1", "\n[12] Luật Đầu tư": "12", "\n(3) Theo báo cáo": "3"}
LONGEST_WITH_FOOTNOTES = 400_000
LONGEST_QUOTE = 60_000
MOST_MISSES = 5
"""After so many notes without a mark no further marks are looked for."""


class Heading(NamedTuple):
    """One heading or numbered item: its kind (a key of `LEVELS`) and its own label."""

    kind: str
    label: str


@lru_cache(maxsize=4096)
def read_heading(mark: str) -> Heading:
    """The heading that a match of `HEADING` stands for: "Điều 5." → article 5."""
    first, words = mark[0], mark.split()
    if first in KINDS_BY_LETTER:
        return Heading(KINDS_BY_LETTER[first], (words[1] if len(words) > 1 else "").rstrip(".:"))
    if first == "P":
        return (
            Heading("part", " ".join(words[1:]))
            if words[0].casefold() == "phần"
            else Heading("annex", " ".join(words[2:]))
        )
    if first in "IVX":
        return Heading("roman", mark.rstrip(" .)-"))
    if first.isdigit():
        return Heading("number" if mark.rstrip()[-1] in ".)" else "decimal", mark.rstrip(" .)"))
    return Heading("letter", first)


KINDS_BY_LETTER = {"Đ": "article", "C": "chapter", "M": "section"}
TOP_LETTERS = frozenset("ĐCMPIVX")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number, its range, and where its mark stands in the body (None if not found)."""

    number: int
    start: int
    end: int
    mark: int | None


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of one flow text.

    `marks` are the headings and items as they stand in the text, `starts` where they begin; `articles` is
    where the Điều outside quotes begin.
    """

    marks: tuple[str, ...]
    starts: tuple[int, ...]
    footnotes: tuple[Footnote, ...]
    quotes: tuple[Span, ...]
    articles: tuple[int, ...]
    recipients: Span | None
    labels: dict[int, str | None] = field(default_factory=dict, compare=False, repr=False)
    """What is said of a place below a heading, by the heading's index: filled as it is asked for."""

    def place(self, position: int) -> str | None:
        """Where a position is: "Điều 5 khoản 2 điểm a", "II.2.đ", "chú thích 7"."""
        note = self.footnote_at(position)
        if note:
            return f"chú thích {note.number}"
        last = bisect_right(self.starts, position) - 1
        if last not in self.labels:
            self.labels[last] = _label(self._above(last))
        return self.labels[last]

    def _above(self, last: int) -> list[Heading]:
        """A heading behind those it stands under."""
        chain: list[Heading] = []
        level = LOWEST
        for index in range(last, max(-1, last - LOOK_BACK), -1):
            heading = read_heading(self.marks[index])
            rank = LEVELS[heading.kind]
            if rank < level:
                chain.insert(0, heading)
                level = rank
                if rank in (0, 3):
                    break
        return chain

    def footnote_at(self, position: int) -> Footnote | None:
        """The footnote around a position, if any."""
        if not self.footnotes or position < self.footnotes[0].start:
            return None
        index = bisect_right(self.footnotes, position, key=lambda n: n.start) - 1
        return self.footnotes[index] if position < self.footnotes[index].end else None

    def quote_at(self, position: int) -> Span | None:
        """The quoted new text around a position, if any."""
        if not self.quotes or position < self.quotes[0].start:
            return None
        index = bisect_right(self.quotes, position, key=lambda q: q.start) - 1
        return self.quotes[index] if position < self.quotes[index].end else None

    def article_at(self, position: int) -> tuple[int, int] | None:
        """The Điều around a position, quoted ones not counted: where it starts, where the next one does."""
        index = bisect_right(self.articles, position)
        if index == 0:
            return None
        return self.articles[index - 1], self.articles[index] if index < len(self.articles) else 1 << 60

    def outline(self, source: SourceText) -> tuple[Section, ...]:
        """Parts, chapters, articles and Roman sections with their titles, in raw offsets."""
        tops = [(m, at) for m, at in zip(self.marks, self.starts, strict=True) if m[0] in TOP_LETTERS]
        if not tops:
            return ()
        text = source.flow
        bounds = [source.raw_offset(at) for _, at in tops]
        bounds.append(max(bounds[-1], len(source.raw)))
        sections = []
        for (mark, at), start, end in zip(tops, bounds, bounds[1:], strict=False):
            heading = read_heading(mark)
            line_end = text.find("\n", at, at + LONGEST_TITLE)
            title = text[at : line_end if line_end >= 0 else at + LONGEST_TITLE]
            label = _label([heading]) or heading.label
            sections.append(Section(label, " ".join(title.split()), start, max(start, end)))
        return tuple(sections)


LOWEST = max(LEVELS.values()) + 1
LOOK_BACK = 400
"""So many headings above a position are looked through for its place."""
LONGEST_TITLE = 200
WORDS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "article": "Điều", "annex": "Phụ lục"}
NAMES = {"number": "khoản", "decimal": "khoản", "letter": "điểm", **WORDS}


def _label(chain: list[Heading]) -> str | None:
    if not chain:
        return None
    if chain[0].kind in WORDS:
        return " ".join(f"{NAMES.get(h.kind, '')} {h.label}".strip() for h in chain)
    return ".".join(h.label for h in chain)


def read_structure(text: str, notes_from: int | None = None) -> Structure:
    """All parts of a flow text; `notes_from` is where the notes begin that were moved from page bottoms."""
    marks, starts = _headings(text)
    quotes = _quotes(text)
    recipients = _line_starts_with(text, RECIPIENTS, len(text) // 5)
    articles = _outside(quotes, [at for mark, at in zip(marks, starts, strict=True) if mark[0] == "Đ"])
    footnotes = _footnotes(text, recipients, notes_from)
    return Structure(marks, starts, footnotes, quotes, articles, _recipients(text, recipients))


def _headings(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The headings and items of a text, and where their lines begin. A split costs less than the matches."""
    pieces = HEADING.split(text)
    after = list(accumulate(map(len, pieces), initial=1))
    return tuple(pieces[2::3]), tuple(after[1:-1:3])


def _outside(quotes: tuple[Span, ...], positions: list[int]) -> tuple[int, ...]:
    """The positions whose next character stands in no quote."""
    if not quotes:
        return tuple(positions)
    starts = [q.start for q in quotes]
    kept = []
    for position in positions:
        index = bisect_right(starts, position + 1) - 1
        if index < 0 or position + 1 >= quotes[index].end:
            kept.append(position)
    return tuple(kept)


def _line_starts_with(text: str, words: Iterable[str], start: int) -> int | None:
    """Where the first line break stands behind which a line begins with one of the words."""
    found = []
    for word in words:
        at = text.find(word, start)
        while at >= 0:
            line = text.rfind("\n", 0, at)
            if line >= 0 and not text[line:at].strip():
                found.append(line)
                break
            at = text.find(word, at + 1)
    return min(found, default=None)


def _recipients(text: str, start: int | None) -> Span | None:
    if start is None:
        return None
    at = text.find("\n", start + 1) + 1 or len(text)
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
    return Span(start, end)


def _footnotes(text: str, recipients: int | None, notes_from: int | None) -> tuple[Footnote, ...]:
    if notes_from is None:
        if len(text) > LONGEST_WITH_FOOTNOTES:
            return ()
        closing = text.find("./.", len(text) // 5)
        notes_from = min((at for at in (closing, recipients) if at is not None and at >= 0), default=None)
        if notes_from is None:
            return ()
    notes: list[Footnote] = []
    expected, misses, floor = 1, 0, 0
    for match in FOOTNOTE.finditer(text, notes_from):
        number = int(match["mark"] or match["bracketed"])
        if number != expected:
            continue
        mark = find_mark(text, number, floor, notes_from) if misses < MOST_MISSES else None
        if mark is None and not notes:
            return ()
        if mark is None:
            misses += 1
        else:
            floor, misses = mark, 0
        if notes:
            notes[-1] = replace(notes[-1], end=match.start())
        notes.append(Footnote(number, match.end(), len(text), mark))
        expected += 1
    return tuple(notes)


def _quotes(text: str) -> tuple[Span, ...]:
    """Quoted new text: a curly quotation that opens a line, or that runs over several lines."""
    spans = []
    opening, closing = text.find("“"), text.find("”")
    opened, depth = -1, 0
    while closing >= 0:
        if 0 <= opening < closing:
            if depth == 0 or opening - opened > LONGEST_QUOTE:
                opened, depth = opening, 0
            depth += 1
            opening = text.find("“", opening + 1)
            continue
        if depth:
            depth -= 1
            if depth == 0 and (_opens_line(text, opened) or text.count("\n", opened, closing) > 3):
                spans.append(Span(opened, closing + 1))
        closing = text.find("”", closing + 1)
    return tuple(spans)


def _opens_line(text: str, position: int) -> bool:
    before = text[max(0, position - 40) : position]
    return before.rstrip(" *").endswith(("\n", ":")) or not before.strip()

"""From the letters of a page to its lines: by baseline, then from left to right, cut where columns part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.readers.blocks import Run
from extractors.readers.pdf_glyphs import Glyph, PageGlyphs, Rule

_COLUMN_GAP = 1.6
"""In letter sizes: a wider gap parts two columns, a narrower one two words."""
_WORD_GAP = 0.17
_SHARE_OF_BLANK = 0.6
"""A gap of this share of the line's own blanks parts words: they are wide in fonts of even width."""
_SAME_BASELINE = 0.25
_RAISED = 0.6
_SMALLER = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of letters on one baseline; `mark` is the number that a footnote's line begins with."""

    x0: float
    x1: float
    y: float
    size: float
    runs: tuple[Run, ...]
    first_word: float
    mark: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def top(self) -> float:
        return self.y - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.25 * self.size


def lines_of(page: PageGlyphs) -> list[Line]:
    """The lines of a page from top to bottom, those on one baseline from left to right."""
    lines: list[Line] = []
    for row in _rows(page.glyphs):
        for piece in _pieces(row, page.vertical):
            line = _line(piece)
            if line is not None:
                lines.append(line)
    lines.sort(key=lambda line: (line.y, line.x0))
    return lines


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters by baseline; raised and lowered small ones belong to the letters beside them."""
    rows: list[list[Glyph]] = []
    baselines: list[tuple[float, float]] = []
    for glyph in sorted(glyphs, key=_by_baseline):
        if baselines:
            y, size = baselines[-1]
            if glyph.y - y < _SAME_BASELINE * max(size, glyph.size):
                rows[-1].append(glyph)
                if glyph.size > size:
                    baselines[-1] = (glyph.y, glyph.size)
                continue
        rows.append([glyph])
        baselines.append((glyph.y, glyph.size))
    return _with_raised(rows, baselines)


def _by_baseline(glyph: Glyph) -> float:
    return glyph.y


def _with_raised(rows: list[list[Glyph]], baselines: list[tuple[float, float]]) -> list[list[Glyph]]:
    """Rows of small letters only, such as a footnote's mark, put into the row they are raised from."""
    kept: list[list[Glyph]] = []
    for index, row in enumerate(rows):
        y, size = baselines[index]
        for other in (index + 1, index - 1, index + 2):
            if not 0 <= other < len(rows):
                continue
            other_y, other_size = baselines[other]
            if size >= _SMALLER * other_size or abs(other_y - y) > _RAISED * other_size:
                continue
            if all(_beside(rows[other], glyph) for glyph in row):
                rows[other].extend(row)
                break
        else:
            kept.append(row)
    return kept


def _beside(row: Sequence[Glyph], glyph: Glyph) -> bool:
    reach = 0.6 * max(row[-1].size, glyph.size)
    return any(other.x0 - reach <= glyph.x1 and glyph.x0 <= other.x1 + reach for other in row)


def _pieces(row: list[Glyph], rules: Sequence[Rule]) -> list[list[Glyph]]:
    """A row cut at wide gaps and at the upright lines of a table."""
    row.sort(key=_by_left_edge)
    y = row[0].y - 0.3 * row[0].size
    cuts = sorted(rule.x0 for rule in rules if rule.y0 - 2 <= y <= rule.y1 + 2)
    piece: list[Glyph] = []
    pieces = [piece]
    right = 0.0
    shown = False
    for glyph in row:
        x0, x1, _, size, text, _ = glyph
        if text == " " or text.isspace():
            piece.append(glyph)
            continue
        crossed = False
        while cuts and cuts[0] <= (x0 + x1) / 2:
            crossed = crossed or cuts[0] > right - 0.3 * size
            del cuts[0]
        if shown and (crossed or x0 - right > _COLUMN_GAP * size):
            piece = []
            pieces.append(piece)
        piece.append(glyph)
        shown = True
        right = x1
    return pieces


def _by_left_edge(glyph: Glyph) -> float:
    return glyph.x0


_DIGITS = re.compile(r"\d+")


def _line(glyphs: Sequence[Glyph]) -> Line | None:
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not shown:
        return None
    size = sorted(glyph.size for glyph in shown)[len(shown) // 2]
    body = [glyph for glyph in shown if glyph.size >= _SMALLER * size] or shown
    y = sorted(glyph.y for glyph in body)[len(body) // 2]
    word_gap = _word_gap(glyphs, size)
    runs: list[tuple[str, str | None]] = []
    first_word, mark = 0.0, None
    right = shown[0].x0
    pending_blank = False
    index = 0
    while index < len(glyphs):
        glyph = glyphs[index]
        if glyph.text.isspace():
            pending_blank = bool(runs)
            index += 1
            continue
        gap = glyph.x0 - right
        if runs and (pending_blank or gap > word_gap * glyph.size):
            runs.append((" ", runs[-1][1]))
            first_word = first_word or right - shown[0].x0
        pending_blank = False
        raised = _raised_digits(glyphs, index, y, size) if glyph.size < _SMALLER * size else []
        if raised:
            digits = "".join(item.text for item in raised)
            if not runs:
                mark = digits
            elif _is_unit(runs):
                runs.append((digits, glyph.font))
            else:
                if runs[-1][0] == " ":
                    runs.pop()
                runs.append((f"[{digits}]", None))
            right = raised[-1].x1
            index += len(raised)
            if mark is not None and len(runs) == 0:
                pending_blank = False
            continue
        runs.append((glyph.text, glyph.font))
        right = glyph.x1
        index += 1
    x0, x1 = shown[0].x0, shown[-1].x1
    if not runs:
        return Line(x0, x1, y, size, (Run(mark or ""),), x1 - x0)
    return Line(x0, x1, y, size, _joined(runs), first_word or x1 - x0, mark)


def _word_gap(glyphs: Sequence[Glyph], size: float) -> float:
    """In letter sizes: the gap that parts two words of this line."""
    blanks = sorted(glyph.x1 - glyph.x0 for glyph in glyphs if glyph.text == " ")
    if not blanks:
        return _WORD_GAP
    return min(0.4, max(0.15, _SHARE_OF_BLANK * blanks[len(blanks) // 2] / size))


_UNITS = re.compile(r"(?:^|[\s\d/(])(?:k|c|d|m)?m$")


def _is_unit(runs: Sequence[tuple[str, str | None]]) -> bool:
    """Whether a raised number after this text is a power ("m²", "10³") and no footnote's mark."""
    before = "".join(text for text, _ in runs[-4:])
    return bool(_UNITS.search(before)) or before[-1:].isdigit()


def _raised_digits(glyphs: Sequence[Glyph], index: int, y: float, size: float) -> list[Glyph]:
    raised: list[Glyph] = []
    for glyph in glyphs[index : index + 3]:
        if glyph.size < _SMALLER * size and y - glyph.y > 0.15 * size and _DIGITS.fullmatch(glyph.text):
            raised.append(glyph)
        else:
            break
    return raised


def _joined(pieces: Sequence[tuple[str, str | None]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    texts: list[str] = []
    font: str | None = None
    for text, piece_font in pieces:
        if texts and piece_font != font:
            runs.append(Run("".join(texts), font))
            texts = []
        font = piece_font
        texts.append(text)
    runs.append(Run("".join(texts), font))
    return tuple(runs)

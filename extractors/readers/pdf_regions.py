"""Reading order of a page: full-width text, columns and tables told apart by the white space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.readers.blocks import Run
from extractors.readers.pdf_glyphs import PageGlyphs, Rule
from extractors.readers.pdf_lines import Line

_GUTTER = 0.8
"""In letter sizes: the narrowest white strip between two columns."""
_LABEL = re.compile(
    r"\A(?:[-–•+*]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]{1,2}|[IVXLC]{1,6})[.)/]?"
    r"|(?:Điều|Mục|Chương) \S{1,6})\Z"
)
_TEXT_COLUMN = 6
"""Columns of this many lines are running text; the longer one then goes on below the other's end."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that read from top to bottom: the page's own column, a table's cell, one of several columns."""

    lines: tuple[Line, ...]
    left: float
    right: float
    row: int | None = None
    column: int | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    """Lines side by side with a white strip between them."""

    lines: tuple[Line, ...]
    gutter: tuple[float, float]
    ruled: bool


def regions_of(lines: Sequence[Line], page: PageGlyphs, left: float, right: float) -> list[Region]:
    """The page's regions in reading order; `left` and `right` are the margins of the body text."""
    return list(_regions(list(lines), page, left, right, 0))


def _regions(lines: list[Line], page: PageGlyphs, left: float, right: float, depth: int) -> Iterator[Region]:
    plain: list[Line] = []
    row = 0
    index = 0
    while index < len(lines):
        band = _band_at(lines, index, page) if depth < _DEEPEST else None
        if band is None:
            same_row = _row_at(lines, index)
            plain.append(_merged(same_row))
            index += len(same_row)
            continue
        if plain:
            yield Region(tuple(plain), left, right)
            plain = []
        row += 1
        yield from _columns(band, page, row, depth)
        index += len(band.lines)
    if plain:
        yield Region(tuple(plain), left, right)


def _columns(band: _Band, page: PageGlyphs, row: int, depth: int) -> Iterator[Region]:
    start, end = band.gutter
    middle = (start + end) / 2
    number = 0
    for side in (
        [line for line in band.lines if line.x1 <= middle],
        [line for line in band.lines if line.x1 > middle],
    ):
        for region in _regions(
            side, page, min(line.x0 for line in side), max(line.x1 for line in side), depth + 1
        ):
            number += 1
            yield replace(region, row=row, column=number, ruled=band.ruled or region.ruled)


def _row_at(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines on one baseline from `index` on."""
    first = lines[index]
    row = [first]
    for line in lines[index + 1 :]:
        if abs(line.y - first.y) > 0.35 * max(first.size, line.size):
            break
        row.append(line)
    return sorted(row, key=lambda line: line.x0)


def _band_at(lines: Sequence[Line], index: int, page: PageGlyphs) -> _Band | None:
    """The band of columns that begins at `index`, if one does."""
    row = _side_by_side(lines, index)
    if len(row) < 2:
        return None
    for left, right in pairwise(row):
        gutter = (left.x1, right.x0)
        if gutter[1] - gutter[0] < _GUTTER * min(left.size, right.size) and not _ruled(
            page.vertical, left, right
        ):
            continue
        band = _extended(lines, index, gutter, page)
        if band is not None:
            return band
    return None


def _side_by_side(lines: Sequence[Line], index: int) -> list[Line]:
    """Lines that stand beside the one at `index`, by overlap of their heights, from left to right."""
    first = lines[index]
    beside = [first]
    for line in lines[index + 1 : index + 12]:
        if line.top > first.bottom - 0.3 * first.size:
            break
        if all(line.x0 >= other.x1 or line.x1 <= other.x0 for other in beside):
            beside.append(line)
    return sorted(beside, key=lambda line: line.x0)


def _extended(
    lines: Sequence[Line], index: int, gutter: tuple[float, float], page: PageGlyphs
) -> _Band | None:
    """Follows a gutter downwards as long as no line crosses it and the columns go on without a break."""
    start, end = gutter
    first = lines[index]
    ruled = any(
        start - 3 <= rule.x0 <= end + 3 and rule.y0 <= first.y <= rule.y1 + 3 for rule in page.vertical
    )
    taken: list[Line] = []
    bottoms = [0.0, 0.0]
    both_until = 0
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines[index:]:
        narrowed_start, narrowed_end = start, end
        if line.x1 <= end - 0.5 * line.size and line.x0 < start:
            side, narrowed_start = 0, max(start, line.x1)
        elif line.x0 >= start + 0.5 * line.size and line.x1 > end:
            side, narrowed_end = 1, min(end, line.x0)
        else:
            break
        if narrowed_end - narrowed_start < 0.4 * line.size:
            break
        if taken and (
            _rule_between(page.horizontal, taken[-1], line, start, end)
            or line.top - max(bottoms) > 2.0 * line.size
            or (
                bottoms[side]
                and line.top - bottoms[side] > 3.0 * line.size
                and not _both_go_on(line, bottoms)
            )
        ):
            break
        start, end = narrowed_start, narrowed_end
        taken.append(line)
        sides[side].append(line)
        bottoms[side] = line.bottom
        if bottoms[0] and bottoms[1] and (line.top < bottoms[1 - side] or _goes_on(sides, side, ruled)):
            both_until = len(taken)
    kept = taken[:both_until]
    left = [line for line in kept if line in sides[0]]
    right = [line for line in kept if line in sides[1]]
    if not left or not right:
        return None
    if not ruled and all(_LABEL.match(line.text.strip()) for line in left):
        return None
    return _Band(tuple(kept), (start, end), ruled)


def _both_go_on(line: Line, bottoms: Sequence[float]) -> bool:
    return line.top < max(bottoms)


def _goes_on(sides: tuple[list[Line], list[Line]], side: int, ruled: bool) -> bool:
    """Whether a column follows its own pace below the end of the other: in tables and in running text."""
    own = sides[side]
    if not ruled and min(map(len, sides)) < _TEXT_COLUMN:
        return False
    return len(own) > 1 and own[-1].y - own[-2].y < 1.5 * own[-2].size


def _ruled(rules: Sequence[Rule], left: Line, right: Line) -> bool:
    return any(left.x1 - 2 <= rule.x0 <= right.x0 + 2 and rule.y0 <= left.y <= rule.y1 + 3 for rule in rules)


def _rule_between(rules: Sequence[Rule], above: Line, below: Line, start: float, end: float) -> bool:
    """Whether a drawn line crosses the gutter between two lines: the edge of a table's row."""
    low, high = above.y - 0.2 * above.size, below.y - 0.5 * below.size
    return any(low < rule.y0 < high and rule.x0 < start and rule.x1 > end for rule in rules)


def _merged(row: Sequence[Line]) -> Line:
    """One line of pieces that only a wide blank parted."""
    if len(row) == 1:
        return row[0]
    runs: list[Run] = []
    for line in row:
        if runs:
            runs.append(Run(" ", runs[-1].font))
        runs.extend(line.runs)
    first = row[0]
    return replace(first, x1=max(line.x1 for line in row), runs=tuple(runs))

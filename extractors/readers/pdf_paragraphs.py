"""From lines to paragraphs: broken lines are joined again, and broken numbers closed up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run
from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_regions import Region

_NEW_UNIT = re.compile(
    r"\A(?:[-–•+*] |\d{1,3}(?:\.\d{1,3}){0,3}[.)] |[a-zđ][.)] |[IVXLC]{1,6}\. |Điều \d+[a-zđ]?\."
    r"|(?:Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN|Phụ lục|PHỤ LỤC)\b"
    r"|Căn cứ |Theo đề nghị |Xét |Nơi nhận|Số:|Kính gửi)"
)
_STAMP = re.compile(r"\A(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký): ")
"""The lines of a digital signature's stamp, which may lie within a sentence."""
_SENTENCE_END = re.compile(r"[.;:!?…/][”\"')\]]*(?:\[\d+\])?\Z")
_OPEN_NUMBER = re.compile(r"[\w\d](?:-|/)\Z")
_WIDE_LEADING = 1.45
_FEWEST_COLUMN_LINES = 8
"""Shorter columns are the head and the signature of a document, where each line stands for itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph."""

    lines: tuple[Line, ...]

    @property
    def runs(self) -> list[Run]:
        return joined_runs(self.lines)


def paragraphs_of(region: Region) -> list[Paragraph]:
    """A region's lines grouped into paragraphs."""
    groups: list[list[Line]] = []
    leading = _usual_leading(region.lines)
    for line in region.lines:
        if groups and continues(groups[-1], line, region, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group)) for group in groups]


def _usual_leading(lines: Sequence[Line]) -> float:
    steps = sorted(below.y - above.y for above, below in pairwise(lines) if below.y > above.y)
    return steps[len(steps) // 2] if steps else 0.0


def continues(group: Sequence[Line], line: Line, region: Region, leading: float) -> bool:
    """Whether `line` goes on with the paragraph that ends with the last line of `group`."""
    above = group[-1]
    step = line.y - above.y
    if step > _WIDE_LEADING * max(leading, 1.15 * above.size) or step < 0:
        return False
    if not 0.85 < line.size / above.size < 1.18 or line.mark is not None:
        return False
    return runs_on(group, line, region)


def runs_on(group: Sequence[Line], line: Line, region: Region) -> bool:
    """The same by the line ends alone: could the next word have stood on the line above?"""
    above = group[-1]
    text = line.text.lstrip()
    ended = bool(_SENTENCE_END.search(above.text.rstrip()))
    if _STAMP.match(text) or _STAMP.match(above.text):
        return False
    if _OPEN_NUMBER.search(above.text.rstrip()) and not above.text.rstrip().endswith("./"):
        return True
    if _NEW_UNIT.match(text) and (ended or not text[0].islower()):
        return False
    left, right = min(region.left, above.x0), max(region.right, above.x1)
    space_left, space_right = above.x0 - left, right - above.x1
    centred = abs(space_left - space_right) < 1.5 * above.size and space_left > 2 * above.size
    room = space_left + space_right if centred else space_right
    if room > line.first_word + 0.6 * above.size:
        return False
    indented = line.x0 - _continuation_left(group, line, left) > 0.8 * line.size
    return centred or not (indented and (ended or text[0].isupper()))


def _continuation_left(group: Sequence[Line], line: Line, left: float) -> float:
    """Where the lines of the paragraph begin after the first; a list item may hang."""
    if len(group) > 1:
        return max(left, min(other.x0 for other in group[1:]))
    hangs = _NEW_UNIT.match(group[0].text) and line.x0 >= group[0].x0
    return line.x0 if hangs else left


def joined_runs(lines: Sequence[Line]) -> list[Run]:
    """The text of lines on one line: a number broken after its hyphen or stroke is closed up again."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run(glue_between(runs[-1].text, line.text), runs[-1].font))
        if line.mark is not None:
            runs.append(Run(f"[{line.mark}] "))
        runs.extend(line.runs)
    return runs


def glue_between(before: str, after: str) -> str:
    """ "" within a broken number ("15/2023/TT-" + "BLĐTBXH"), else one blank."""
    return "" if _OPEN_NUMBER.search(before) and after[:1].isalnum() else " "


def blocks_of_region(region: Region, page: int, table: int | None) -> Iterator[Block]:
    """The blocks of a region; a ruled one is a cell of a table, a short column keeps its lines."""
    if region.column is not None and not region.ruled and len(region.lines) < _FEWEST_COLUMN_LINES:
        for number, line in enumerate(region.lines):
            yield Block(runs=joined_runs([line]), page=page, glue=CELL_LINE_BREAK if number else None)
        return
    for paragraph in paragraphs_of(region):
        block = Block(runs=paragraph.runs, page=page)
        if region.ruled and table is not None:
            block.kind = "table_cell"
            block.table, block.row, block.column = table, region.row, region.column
        yield block

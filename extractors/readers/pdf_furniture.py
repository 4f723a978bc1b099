"""What repeats on the pages of a PDF (running heads, page numbers), and the notes at their foot."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run
from extractors.readers.pdf_glyphs import PageGlyphs
from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_paragraphs import joined_runs

_EDGE_LINES = 4
_EDGE = 0.12
_PAGE_NUMBER = re.compile(r"\A[-–—|\s]*(?:(?:trang|page|tr\.?)\s*)?#(?:\s*[/|]\s*#)?[-–—|\s]*\Z")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]")
_NOTE_START = re.compile(r"\A\s*[\[(]?(\d{1,3})[\])]?[.)]?\s+(?=\S)")
_SHARE_OF_PAGES = 0.4
"""Running heads may differ on left and right pages: each is then on half of them."""
_HEAD_OF_DOCUMENT = re.compile(
    r"cộng hòa xã hội|cộng hoà xã hội|độc lập\b.*hạnh phúc|đảng cộng sản việt nam|^số:"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's glyphs with its lines."""

    glyphs: PageGlyphs
    lines: tuple[Line, ...]


def _key(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text.casefold()).split())


def _edges(page: Page) -> tuple[Sequence[Line], Sequence[Line]]:
    """The first and last lines of a page that lie near its edges."""
    height = page.glyphs.height
    top = [line for line in page.lines[:_EDGE_LINES] if line.y < _EDGE * height]
    bottom = [line for line in page.lines[-_EDGE_LINES:] if line.y > (1 - _EDGE) * height]
    return top, bottom


def without_running_lines(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without what repeats at their edges; and one example of each line taken away.

    The head of a document ("CỘNG HÒA XÃ HỘI …") may stand on several pages, of a decision and of the plan it
    issues: it is no running line.
    """
    counts: Counter[tuple[int, str]] = Counter()
    for page in pages:
        for edge, lines in enumerate(_edges(page)):
            counts.update({(edge, _key(line)) for line in lines})
    often = max(min(3, len(pages)), 2, _SHARE_OF_PAGES * len(pages))
    examples: dict[str, str] = {}
    kept: list[Page] = []
    for page in pages:
        dropped: set[Line] = set()
        for edge, lines in enumerate(_edges(page)):
            head = min((line.top for line in lines if _HEAD_OF_DOCUMENT.search(_key(line))), default=math.inf)
            for line in lines:
                key = _key(line)
                repeats = counts[edge, key] >= often and len(_LETTERS.findall(key)) >= 4
                repeats = repeats and line.bottom <= head + 0.3 * line.size
                if repeats or (_PAGE_NUMBER.match(key) and _is_alone(line, page.lines)):
                    dropped.add(line)
                    if repeats:
                        examples.setdefault(key, " ".join(line.text.split()))
        kept.append(Page(page.glyphs, tuple(line for line in page.lines if line not in dropped)))
    return kept, list(examples.values())


def _is_alone(line: Line, lines: Sequence[Line]) -> bool:
    """Whether nothing else stands on the line's baseline, as beside the number of a list item."""
    return not any(other is not line and abs(other.y - line.y) < 0.5 * line.size for other in lines)


def split_footnotes(page: Page, body_size: float) -> tuple[Page, list[Line]]:
    """A page's lines above its footnotes, and the lines of the footnotes."""
    start = _start_of_notes(page, body_size)
    if start is None:
        return page, []
    return Page(page.glyphs, page.lines[:start]), list(page.lines[start:])


def _start_of_notes(page: Page, body_size: float) -> int | None:
    lines, height = page.lines, page.glyphs.height
    separators = [
        rule.y0
        for rule in page.glyphs.horizontal
        if rule.y0 > 0.3 * height and rule.x1 - rule.x0 < 0.45 * page.glyphs.width
    ]
    for y in sorted(separators, reverse=True):
        below = [index for index, line in enumerate(lines) if line.top >= y - 1]
        if below and below == list(range(below[0], len(lines))):
            first = lines[below[0]]
            if _number_of(first) is not None and first.top - y < 2.5 * first.size:
                return below[0]
    start = len(lines)
    while start and lines[start - 1].size <= 0.92 * body_size and lines[start - 1].y > 0.3 * height:
        start -= 1
    while start < len(lines) and lines[start].mark is None:
        start += 1
    return start if start < len(lines) else None


def _number_of(line: Line) -> str | None:
    if line.mark is not None:
        return line.mark
    match = _NOTE_START.match(line.text)
    return match.group(1) if match else None


def footnote_blocks(lines: Sequence[Line], page: int) -> list[Block]:
    """Footnotes as blocks, each beginning with its mark as it stands in the text: "[7] …"."""
    groups: list[tuple[str | None, list[Line]]] = []
    for line in lines:
        number = _number_of(line)
        expected = groups[-1][0] if groups else None
        follows = expected is None or (number is not None and number == str(int(expected) + 1))
        if number is not None and (line.mark is not None or follows):
            groups.append((number, [line]))
        elif groups:
            groups[-1][1].append(line)
        else:
            groups.append((None, [line]))
    blocks: list[Block] = []
    for number, group in groups:
        runs = joined_runs(group)
        mark = None if number is None else f"[{number}]"
        if mark is not None and group[0].mark is None:
            first = _NOTE_START.sub("", runs[0].text, count=1)
            runs = [Run(f"{mark} {first}", runs[0].font), *runs[1:]]
        glue = CELL_LINE_BREAK if mark is None else None
        blocks.append(Block("footnote", runs, page=page, mark=mark, glue=glue))
    return blocks

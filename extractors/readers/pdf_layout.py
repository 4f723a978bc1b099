"""The text of pages from the lines on them, whether the lines were printed or recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.readers.blocks import APART, Block
from extractors.readers.pdf_furniture import Page, footnote_blocks, split_footnotes, without_running_lines
from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_paragraphs import blocks_of_region, glue_between, runs_on
from extractors.readers.pdf_regions import Region, regions_of


def blocks_of_pages(pages: Sequence[Page], check: Callable[[], None]) -> tuple[list[Block], list[str]]:
    """The text of pages in reading order, and the running lines that were left out."""
    laid, running = without_running_lines(pages)
    size = _body_size(laid)
    blocks: list[Block] = []
    last: tuple[Line, Region] | None = None
    tables = 0
    in_columns = False
    for page in laid:
        check()
        body, notes = split_footnotes(page, size)
        left, right = _margins(body, size)
        first_on_page = True
        for region in regions_of(body.lines, body.glyphs, left, right):
            tables += region.ruled and region.column == 1
            made = list(blocks_of_region(region, page.glyphs.number, tables or None))
            if made and (region.column is not None or in_columns) and not region.ruled:
                made[0].glue = APART
            in_columns = region.column is not None
            if first_on_page and last is not None and made and region.column is None:
                _continue_over_page(made[0], last, region, blocks)
            first_on_page = False
            blocks.extend(made)
            last = (region.lines[-1], region) if region.column is None else None
        blocks.extend(footnote_blocks(notes, page.glyphs.number))
    return blocks, running


def _continue_over_page(
    block: Block, last: tuple[Line, Region], region: Region, blocks: Sequence[Block]
) -> None:
    """Marks the first block of a page as going on with the last one of the page before."""
    above, above_region = last
    if not any(known.kind != "footnote" for known in blocks):
        return
    line = region.lines[0]
    same_size = 0.85 < line.size / above.size < 1.18
    sentence_open = above.text.rstrip()[-1:] not in '.;:!?”"'
    if same_size and sentence_open and line.mark is None and runs_on([above], line, above_region):
        block.glue = glue_between(above.text, line.text)


def _body_size(pages: Sequence[Page]) -> float:
    weights: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            key = round(line.size * 2) / 2
            weights[key] = weights.get(key, 0) + len(line.text)
    return max(weights, key=lambda key: weights[key], default=12.0)


def _margins(page: Page, size: float) -> tuple[float, float]:
    """Where the body text of a page begins and ends, by its widest lines."""
    width = page.glyphs.width
    wide = [line for line in page.lines if line.x1 - line.x0 > 0.45 * width and line.size < 1.3 * size]
    if not wide:
        return 0.12 * width, 0.9 * width
    lefts = sorted(line.x0 for line in wide)
    rights = sorted(line.x1 for line in wide)
    return lefts[len(lefts) // 20], rights[len(rights) - 1 - len(rights) // 20]

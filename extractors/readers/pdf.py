"""PDF by PDFium; where its letters cannot be trusted by pdfplumber, and last by character recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from extractors.readers.blocks import Assembled, Block, assemble
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Note, Source
from extractors.readers.pdf_furniture import Page, footnote_blocks, split_footnotes, without_running_lines
from extractors.readers.pdf_glyphs import PageGlyphs, from_pdfium
from extractors.readers.pdf_lines import Line, lines_of
from extractors.readers.pdf_paragraphs import blocks_of_region, glue_between, runs_on
from extractors.readers.pdf_regions import Region, regions_of

MEDIA_TYPE = "application/pdf"

_FEWEST_GLYPHS = 20
"""A page with fewer letters and a picture is a scan."""
_TRUSTED = 0.75
_ENCRYPTED = 4


def read_source(source: Source) -> Document:
    """Reads a PDF document."""
    document = _opened(source)
    try:
        count = len(document)
        if count > source.limits.pages:
            raise UnreadableFile(Reason.TOO_MANY_PAGES, pages=count, limit=source.limits.pages)
        pages = list(_pages(document, source))
        read = _best(source, document, pages)
    finally:
        document.close()
    assembled, reader, notes, running = read
    return assembled.document(
        source,
        MEDIA_TYPE,
        reader,
        notes=notes,
        pages=count,
        metadata=tuple(("header", text) for text in running),
    )


def _opened(source: Source) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _ENCRYPTED or "assword" in str(error):
            raise UnreadableFile(Reason.ENCRYPTED, format="PDF") from error
        raise UnreadableFile(Reason.DAMAGED, format="PDF", cause=error) from error


def _pages(document: pdfium.PdfDocument, source: Source) -> Iterator[PageGlyphs]:
    for index in range(len(document)):
        source.deadline.check()
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            raise UnreadableFile(Reason.DAMAGED, format="PDF", cause=f"{index + 1}: {error}") from error
        try:
            yield from_pdfium(page, index + 1)
        finally:
            page.close()


_Reading = tuple[Assembled, str, tuple[Note, ...], list[str]]


def _best(source: Source, document: pdfium.PdfDocument, pages: Sequence[PageGlyphs]) -> _Reading:
    """The first reading whose letters can be trusted, or the best of all."""
    scanned = [page.number for page in pages if len(page.glyphs) < _FEWEST_GLYPHS and page.pictures]
    blocks, running = blocks_of_pages(pages, source.deadline.check)
    assembled = assemble(blocks)
    unmapped = sum(page.unmapped for page in pages) / max(1, sum(len(page.glyphs) for page in pages))
    quality = assembled.quality - min(0.5, 5 * unmapped) if unmapped > 0.01 else assembled.quality
    best: _Reading = (replace(assembled, quality=max(0.0, quality)), "pdf", (), running)
    if quality < _TRUSTED and not scanned:
        plumbed = _by_pdfplumber(source)
        if plumbed is not None and plumbed[0].quality > best[0].quality + 0.05:
            best = plumbed
    if scanned or best[0].quality < _TRUSTED:
        best = _recognised(source, document, pages, scanned, best)
    return best


def _by_pdfplumber(source: Source) -> _Reading | None:
    from extractors.readers.pdf_plumber import glyphs_by_pdfplumber

    pages = glyphs_by_pdfplumber(source)
    if pages is None:
        return None
    blocks, running = blocks_of_pages(pages, source.deadline.check)
    return assemble(blocks), "pdf-pdfplumber", (), running


def _recognised(
    source: Source,
    document: pdfium.PdfDocument,
    pages: Sequence[PageGlyphs],
    scanned: Sequence[int],
    best: _Reading,
) -> _Reading:
    """Recognises the scanned pages, or all where the letters are no good; else says what is missing."""
    from extractors.readers.pdf_ocr import recognise_pages

    wanted = list(scanned) or [page.number for page in pages]
    has_text = bool(best[0].text.strip())
    try:
        recognised, confidence = recognise_pages(source, document, wanted)
    except UnreadableFile as error:
        if not has_text or error.reason is Reason.TOO_SLOW:
            raise
        note = Note(
            "pages_without_text",
            f"{len(wanted)} trang cần nhận dạng chữ nhưng chưa làm được: {error.message('vi')}",
            f"{len(wanted)} pages need character recognition: {error.message('en')}",
        )
        return replace(best[0], quality=min(best[0].quality, 0.7)), best[1], (*best[2], note), best[3]
    kept = [page for page in pages if page.number not in set(wanted)]
    blocks, running = blocks_of_pages(kept, source.deadline.check)
    blocks = sorted([*blocks, *recognised], key=lambda block: block.page or 0)
    assembled = assemble(blocks)
    if not scanned and assembled.quality <= best[0].quality:
        return best
    note = Note(
        "recognised",
        f"{len(wanted)} trang được nhận dạng bằng Tesseract (độ tin cậy {confidence:.0%}).",
        f"{len(wanted)} pages were recognised by Tesseract (confidence {confidence:.0%}).",
    )
    return replace(assembled, quality=min(assembled.quality, confidence)), "pdf-ocr", (note,), running


def blocks_of_pages(pages: Sequence[PageGlyphs], check: Callable[[], None]) -> tuple[list[Block], list[str]]:
    """The text of pages in reading order, and the running lines that were left out."""
    laid: list[Page] = []
    for glyphs in pages:
        check()
        laid.append(Page(glyphs, tuple(lines_of(glyphs))))
    laid, running = without_running_lines(laid)
    size = _body_size(laid)
    blocks: list[Block] = []
    last: tuple[Line, Region] | None = None
    tables = 0
    for page in laid:
        body, notes = split_footnotes(page, size)
        left, right = _margins(body, size)
        first_on_page = True
        for region in regions_of(body.lines, body.glyphs, left, right):
            tables += region.ruled and region.column == 1
            made = list(blocks_of_region(region, page.glyphs.number, tables or None))
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

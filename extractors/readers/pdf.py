"""PDF by PDFium; where its letters cannot be trusted by pdfplumber, and last by character recognition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from extractors.readers.blocks import Assembled, assemble
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Note, Source
from extractors.readers.notes import recognised
from extractors.readers.pdf_furniture import Page
from extractors.readers.pdf_glyphs import PDFIUM, PageGlyphs, from_pdfium
from extractors.readers.pdf_layout import blocks_of_pages
from extractors.readers.pdf_lines import lines_of

MEDIA_TYPE = "application/pdf"

_FEWEST_GLYPHS = 20
"""A page with fewer letters and a picture is a scan."""
_TRUSTED = 0.75
_ENCRYPTED = 4


def read_source(source: Source) -> Document:
    """Reads a PDF document."""
    with PDFIUM:
        document = _opened(source)
    try:
        with PDFIUM:
            count = len(document)
            if count > source.limits.pages:
                raise UnreadableFile(Reason.TOO_MANY_PAGES, pages=count, limit=source.limits.pages)
            pages = list(_pages(document, source))
        assembled, reader, notes, running = _best(source, document, pages)
    finally:
        with PDFIUM:
            document.close()
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
    laid = [Page(page, tuple(lines_of(page))) for page in pages]
    blocks, running = blocks_of_pages(laid, source.deadline.check)
    assembled = assemble(blocks)
    unmapped = sum(page.unmapped for page in pages) / max(1, sum(len(page.glyphs) for page in pages))
    quality = assembled.quality - min(0.5, 5 * unmapped) if unmapped > 0.01 else assembled.quality
    best: _Reading = (replace(assembled, quality=max(0.0, quality)), "pdf", (), running)
    if quality < _TRUSTED and not scanned:
        plumbed = _by_pdfplumber(source)
        if plumbed is not None and plumbed[0].quality > best[0].quality + 0.05:
            best = plumbed
    if scanned or best[0].quality < _TRUSTED:
        best = _recognised(source, document, laid, scanned, best)
    return best


def _by_pdfplumber(source: Source) -> _Reading | None:
    from extractors.readers.pdf_plumber import glyphs_by_pdfplumber

    pages = glyphs_by_pdfplumber(source)
    if pages is None:
        return None
    laid = [Page(page, tuple(lines_of(page))) for page in pages]
    blocks, running = blocks_of_pages(laid, source.deadline.check)
    return assemble(blocks), "pdf-pdfplumber", (), running


def _recognised(
    source: Source,
    document: pdfium.PdfDocument,
    pages: Sequence[Page],
    scanned: Sequence[int],
    best: _Reading,
) -> _Reading:
    """Recognises the scanned pages, or all where the letters are no good; else says what is missing."""
    from extractors.readers.pdf_ocr import recognise_pages

    wanted = list(scanned) or [page.glyphs.number for page in pages]
    has_text = bool(best[0].text.strip())
    try:
        drawn, confidence = recognise_pages(source, document, wanted)
    except UnreadableFile as error:
        if not has_text or error.reason is Reason.TOO_SLOW:
            raise
        note = Note(
            "pages_without_text",
            f"{len(wanted)} trang cần nhận dạng chữ nhưng chưa làm được: {error.message('vi')}",
            f"{len(wanted)} pages need character recognition: {error.message('en')}",
        )
        return replace(best[0], quality=min(best[0].quality, 0.7)), best[1], (*best[2], note), best[3]
    laid = [drawn.get(page.glyphs.number, page) for page in pages]
    blocks, running = blocks_of_pages(laid, source.deadline.check)
    assembled = assemble(blocks)
    if not scanned and assembled.quality <= best[0].quality:
        return best
    return (
        replace(assembled, quality=min(assembled.quality, confidence)),
        "pdf-ocr",
        (recognised(len(wanted), confidence),),
        running,
    )

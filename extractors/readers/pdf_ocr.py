"""Scanned pages of a PDF: drawn as pictures, then recognised."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pypdfium2 as pdfium

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Source
from extractors.readers.ocr import USUAL_DOTS_PER_INCH, recognise, require_ocr
from extractors.readers.pdf_furniture import Page
from extractors.readers.pdf_glyphs import PDFIUM

_POINTS_PER_INCH = 72


def recognise_pages(
    source: Source, document: pdfium.PdfDocument, numbers: Sequence[int]
) -> tuple[dict[int, Page], float]:
    """The pages with these numbers as recognised, and how sure the recognition is of them, 0 to 1."""
    require_ocr(source.limits)
    if len(numbers) > source.limits.ocr_pages:
        raise UnreadableFile(Reason.TOO_MANY_PAGES, pages=len(numbers), limit=source.limits.ocr_pages)
    pages: dict[int, Page] = {}
    confidences: list[float] = []
    for number in numbers:
        with PDFIUM:
            picture, dots_per_inch = picture_of(document, number, source.limits.image_pixels)
        pages[number], confidence = recognise(picture, source, number, dots_per_inch)
        if pages[number].lines:
            confidences.append(confidence)
    return pages, sum(confidences) / len(confidences) if confidences else 0.0


def picture_of(document: pdfium.PdfDocument, number: int, most_pixels: int) -> tuple[bytes, int]:
    """A page as a grey pixmap (PGM), which Tesseract reads by itself; and its dots per inch."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = USUAL_DOTS_PER_INCH / _POINTS_PER_INCH
        if width * height * scale * scale > most_pixels:
            scale = math.sqrt(most_pixels / (width * height))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            stride, rows = bitmap.stride, bytes(bitmap.buffer)
            pixels = b"".join(
                rows[row * stride : row * stride + bitmap.width] for row in range(bitmap.height)
            )
            return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels, round(scale * _POINTS_PER_INCH)
        finally:
            bitmap.close()
    except (pdfium.PdfiumError, ValueError, OverflowError) as error:
        raise UnreadableFile(Reason.DAMAGED, format="PDF", cause=f"{number}: {error}") from error
    finally:
        page.close()

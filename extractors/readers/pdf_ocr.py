"""Scanned pages of a PDF: drawn as pictures, then recognised."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pypdfium2 as pdfium

from extractors.readers.blocks import Block
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Source
from extractors.readers.ocr import recognise, require_ocr

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def recognise_pages(
    source: Source, document: pdfium.PdfDocument, numbers: Sequence[int]
) -> tuple[list[Block], float]:
    """The text of the pages with these numbers, and how sure the recognition is of it, 0 to 1."""
    require_ocr(source.limits)
    if len(numbers) > source.limits.ocr_pages:
        raise UnreadableFile(Reason.TOO_MANY_PAGES, pages=len(numbers), limit=source.limits.ocr_pages)
    blocks: list[Block] = []
    confidences: list[float] = []
    for number in numbers:
        picture = picture_of(document, number, source.limits.image_pixels)
        found, confidence = recognise(picture, source, page=number)
        blocks.extend(found)
        if found:
            confidences.append(confidence)
    return blocks, sum(confidences) / len(confidences) if confidences else 0.0


def picture_of(document: pdfium.PdfDocument, number: int, most_pixels: int) -> bytes:
    """A page as a grey portable pixmap (PGM), which Tesseract reads without further libraries."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = _DOTS_PER_INCH / _POINTS_PER_INCH
        if width * height * scale * scale > most_pixels:
            scale = math.sqrt(most_pixels / (width * height))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            stride, rows = bitmap.stride, bytes(bitmap.buffer)
            pixels = b"".join(
                rows[row * stride : row * stride + bitmap.width] for row in range(bitmap.height)
            )
            return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
        finally:
            bitmap.close()
    except (pdfium.PdfiumError, ValueError, OverflowError) as error:
        raise UnreadableFile(Reason.DAMAGED, format="PDF", cause=f"{number}: {error}") from error
    finally:
        page.close()

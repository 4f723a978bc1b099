"""Pictures of documents (scans, photographs): recognised by Tesseract."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace

from extractors.readers.blocks import assemble
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source
from extractors.readers.notes import recognised
from extractors.readers.ocr import USUAL_DOTS_PER_INCH, recognise, require_ocr
from extractors.readers.pdf_furniture import Page
from extractors.readers.pdf_layout import blocks_of_pages

_MEDIA_TYPES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
    b"BM": "image/bmp",
}

_FEWEST_DOTS, _MOST_DOTS = 120, 1200


def read_source(source: Source) -> Document:
    """Reads a picture; a TIFF may hold several pages."""
    require_ocr(source.limits)
    pages: list[Page] = []
    confidences: list[float] = []
    for number, (picture, dots_per_inch) in enumerate(_pages(source), start=1):
        source.deadline.check()
        page, confidence = recognise(picture, source, number, dots_per_inch)
        pages.append(page)
        if page.lines:
            confidences.append(confidence)
    mean = sum(confidences) / len(confidences) if confidences else 0.0
    blocks, _ = blocks_of_pages(pages, source.deadline.check)
    assembled = assemble(blocks)
    document = assembled.document(
        source, _media_type(source.data), "ocr", notes=(recognised(len(pages), mean),), pages=len(pages)
    )
    return replace(document, quality=min(document.quality, mean))


def _media_type(data: bytes) -> str:
    return next((kind for magic, kind in _MEDIA_TYPES.items() if data.startswith(magic)), "image/unknown")


def _pages(source: Source) -> Iterator[tuple[bytes, int]]:
    """Each page of the picture as a PNG with its dots per inch; without Pillow the file as it stands."""
    try:
        from PIL import Image, ImageSequence, UnidentifiedImageError
    except ImportError:
        yield source.data, USUAL_DOTS_PER_INCH
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(source.data)) as picture:
                for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
                    if number > source.limits.ocr_pages:
                        raise UnreadableFile(
                            Reason.TOO_MANY_PAGES, pages=f"> {number - 1}", limit=source.limits.ocr_pages
                        )
                    if frame.width * frame.height > source.limits.image_pixels:
                        raise UnreadableFile(Reason.BOMB, what=f"{frame.width} × {frame.height} px")
                    buffer = io.BytesIO()
                    frame.convert("L").save(buffer, "PNG", compress_level=1)
                    yield buffer.getvalue(), _dots_per_inch(frame.info.get("dpi"))
    except Image.DecompressionBombError as error:
        raise UnreadableFile(Reason.BOMB, what=error) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise UnreadableFile(Reason.DAMAGED, format="image", cause=error) from error


def _dots_per_inch(stated: object) -> int:
    """What the picture says, where that can be: screens' 72 and 96 are no scan's."""
    try:
        dots = round(float(stated[0]))  # type: ignore[index]
    except (TypeError, ValueError, IndexError, OverflowError, ZeroDivisionError):
        return USUAL_DOTS_PER_INCH
    return dots if _FEWEST_DOTS <= dots <= _MOST_DOTS else USUAL_DOTS_PER_INCH

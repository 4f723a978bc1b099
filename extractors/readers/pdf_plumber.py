"""The second opinion on a PDF's letters: pdfplumber, where it is installed."""

from __future__ import annotations

import io
from collections.abc import Sequence

from extractors.readers.models import Source
from extractors.readers.pdf_glyphs import PageGlyphs, from_pdfplumber

_MOST_PAGES = 200
"""pdfplumber reads about ten pages a second; a longer document keeps PDFium's reading."""


def glyphs_by_pdfplumber(source: Source) -> Sequence[PageGlyphs] | None:
    """The pages as pdfplumber sees them, or None where it is missing or fails."""
    try:
        import pdfplumber
    except ImportError:
        return None
    pages: list[PageGlyphs] = []
    try:
        with pdfplumber.open(io.BytesIO(source.data)) as document:
            if len(document.pages) > _MOST_PAGES:
                return None
            for number, page in enumerate(document.pages, start=1):
                source.deadline.check()
                pages.append(from_pdfplumber(page, number))
                page.close()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, RecursionError):
        return None
    return pages

"""Plain text and Markdown: the file decoded, and nothing else."""

from __future__ import annotations

import re

from extractors.readers.decoding import decode
from extractors.readers.legacy import detect, to_unicode
from extractors.readers.models import Document, Note, Source
from extractors.readers.notes import converted, encoding_guessed
from extractors.readers.quality import DOUBTFUL, quality_of

MARKDOWN_ENDINGS = (".md", ".markdown")

# Letters that no Western code page has: where they stand, the text is no legacy encoding shown as Western.
_VIETNAMESE_ONLY = re.compile("[\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323\u01a0\u01b0]")


def read_source(source: Source) -> Document:
    """Reads plain text; offsets are those of the decoded file."""
    decoded = decode(source.data)
    if decoded.certain:
        return document_of(source, decoded.text)
    return document_of(source, decoded.text, (encoding_guessed(decoded.encoding),))


def document_of(source: Source, text: str, notes: tuple[Note, ...] = (), reader: str = "plain") -> Document:
    """A text that is already decoded as a document; letters of a legacy encoding in it are converted."""
    if not notes and not _VIETNAMESE_ONLY.search(text) and (legacy := detect(text)) is not None:
        text = to_unicode(text, legacy)
        notes = (converted(legacy),)
    quality, doubts = quality_of(text)
    if notes:
        quality = min(quality, 0.97)
    return Document(
        text=text,
        name=source.name,
        path=source.path,
        media_type=media_type(source.name),
        reader=reader,
        sha256="",
        notes=notes + doubts if quality < DOUBTFUL else notes,
        quality=quality,
    )


def media_type(name: str) -> str:
    """The media type of a text file by its name."""
    return "text/markdown" if name.lower().endswith(MARKDOWN_ENDINGS) else "text/plain"

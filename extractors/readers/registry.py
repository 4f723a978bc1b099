"""From bytes to the reader that knows them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from extractors.readers.models import Document, Source
from extractors.readers.sniff import Format, sniff

READERS: dict[Format, str] = {
    Format.TEXT: "plain",
    Format.MARKDOWN: "plain",
    Format.HTML: "html",
    Format.MHTML: "mhtml",
    Format.DOCX: "docx",
    Format.DOC: "doc",
    Format.WORD_XML: "office",
    Format.RTF: "rtf",
    Format.ODT: "odt",
    Format.PDF: "pdf",
    Format.IMAGE: "image",
    Format.EML: "eml",
    Format.ZIP: "archive",
}
"""The module of this package that reads each format, imported when first needed."""

EXTRAS = {Format.IMAGE: "ocr"}
"""The extra of the package that installs what a format needs, where it is not `formats`."""

UNREAD = {
    Format.SPREADSHEET: Reason.SPREADSHEET,
    Format.SLIDES: Reason.SLIDES,
    Format.OUTLOOK: Reason.OUTLOOK,
    Format.ARCHIVE: Reason.PACKED,
}
"""Formats that are known and not read, with the reason that tells what to do instead."""

CORPORA = frozenset({Format.PARQUET, Format.JSON_LINES, Format.CSV})
"""Formats of many documents in one file, read by `corpora`."""


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Reads the file at `path`; containers come with what they hold as `children`.

    Raises `UnreadableFile` and nothing else, whatever the file holds.
    """
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise _too_large(size, limits)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(Reason.NOT_FOUND, path=path) from None
    except OSError as error:
        raise UnreadableFile(Reason.NO_ACCESS, cause=error.strerror or str(error)) from error
    return read_bytes(data, path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Reads bytes that came from elsewhere than a file (an upload, standard input, a web answer)."""
    return read_source(Source.of(data, name, limits))


def read_source(source: Source) -> Document:
    """Reads one source, which may be a member of a container being read."""
    if not source.data:
        raise UnreadableFile(Reason.EMPTY)
    if len(source.data) > source.limits.file_bytes:
        raise _too_large(len(source.data), source.limits)
    if source.depth > source.limits.nesting:
        raise UnreadableFile(Reason.TOO_DEEP, limit=source.limits.nesting)
    source.deadline.check()
    format_ = sniff(source.data, source.name)
    document = _guarded(_reader_for(format_), source, format_)
    if not document.text.strip() and not document.children and not document.skipped:
        raise UnreadableFile(Reason.NO_TEXT)
    return replace(document, sha256=hashlib.sha256(source.data).hexdigest())


def _guarded(reader: Callable[[Source], Document], source: Source, format_: Format) -> Document:
    """Calls a reader; whatever a damaged file makes a library raise becomes an explained `UnreadableFile`."""
    try:
        return reader(source)
    except UnreadableFile:
        raise
    except ImportError as error:
        extra = EXTRAS.get(format_, "formats")
        raise UnreadableFile(
            Reason.LIBRARY_MISSING, library=error.name, format=format_, extra=extra
        ) from error
    except MemoryError as error:
        raise UnreadableFile(Reason.BOMB, what="MemoryError") from error
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        raise UnreadableFile(Reason.DAMAGED, format=format_, cause=cause[:200]) from error


def _reader_for(format_: Format) -> Callable[[Source], Document]:
    if format_ in CORPORA:
        raise UnreadableFile(Reason.NEEDS_CORPUS, format=format_)
    if format_ not in READERS:
        raise UnreadableFile(UNREAD.get(format_, Reason.UNKNOWN_FORMAT), format=format_)
    module = import_module(f"extractors.readers.{READERS[format_]}")
    return cast(Callable[[Source], Document], module.read_source)


def _too_large(size: int, limits: Limits) -> UnreadableFile:
    return UnreadableFile(
        Reason.TOO_LARGE, size=round(size / MEGABYTE), limit=round(limits.file_bytes / MEGABYTE)
    )

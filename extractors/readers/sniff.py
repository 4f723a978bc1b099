"""What kind of file bytes are, by what they hold; the name only breaks ties between kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from extractors.readers.errors import Reason, UnreadableFile


class Format(StrEnum):
    """The formats told apart; those without a reader are named so that a message can name them."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    MHTML = "MHTML"
    DOCX = "Word (.docx)"
    DOC = "Word 97-2003 (.doc)"
    WORD_XML = "Word XML"
    RTF = "RTF"
    ODT = "OpenDocument"
    PDF = "PDF"
    IMAGE = "image"
    EML = "e-mail"
    ZIP = "ZIP"
    PARQUET = "Parquet"
    JSON_LINES = "JSON Lines"
    CSV = "CSV"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    OUTLOOK = "Outlook message"
    ARCHIVE = "archive (not ZIP)"
    XML = "XML"


_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"PAR1", Format.PARQUET),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"BZh", Format.ARCHIVE),
    (b"\xfd7zXZ\x00", Format.ARCHIVE),
)
_PROGRAMS = (b"\x7fELF", b"MZ\x90\x00", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"SQLite format 3\x00")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_MAIL = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.MULTILINE
)
_MAIL_FIELD = re.compile(
    rb"^(?:From|Subject|Date|MIME-Version|Message-ID|Received):", re.IGNORECASE | re.MULTILINE
)
_WEB_ARCHIVE = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_WORD_XML = (b"schemas.microsoft.com/office/word", b"schemas.microsoft.com/office/2006/xmlPackage")
_TAR_MARK = b"ustar"
_TAR_MARK_AT = 257
_HEAD = 4096


def sniff(data: bytes, name: str) -> Format:
    """The format of `data`. Raises `UnreadableFile` (`binary`) for programs and other bytes without text."""
    head = data[:_HEAD]
    for magic, format_ in _MAGIC:
        if head.startswith(magic) and not (magic == b"BM" and head[6:10] != bytes(4)):
            return format_
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Format.IMAGE
    if head.startswith(_TAR_MARK, _TAR_MARK_AT):
        return Format.ARCHIVE
    if head.startswith(_PROGRAMS):
        raise UnreadableFile(Reason.BINARY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _of_zip(data)
    if head.startswith(_OLE):
        return _of_ole(data)
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    return _of_text(head, PurePath(name).suffix.lower())


def _of_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mime = archive.read("mimetype").decode("ascii", errors="replace")
                if mime.startswith("application/vnd.oasis.opendocument.text"):
                    return Format.ODT
                if mime.startswith("application/vnd.oasis.opendocument.spreadsheet"):
                    return Format.SPREADSHEET
                if mime.startswith("application/vnd.oasis.opendocument.presentation"):
                    return Format.SLIDES
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(Reason.DAMAGED, format=Format.ZIP, cause=error) from error
    except Exception as error:
        raise UnreadableFile(Reason.DAMAGED, format=Format.ZIP, cause=type(error).__name__) from error
    if "[Content_Types].xml" in names:
        if any(name.startswith("xl/") for name in names):
            return Format.SPREADSHEET
        if any(name.startswith("ppt/") for name in names):
            return Format.SLIDES
        return Format.DOCX
    return Format.ZIP


def _of_ole(data: bytes) -> Format:
    """Tells the programs of the old Office format apart by the names of their streams, stored in UTF-16."""
    for stream, format_ in (
        ("EncryptedPackage", None),
        ("WordDocument", Format.DOC),
        ("Workbook", Format.SPREADSHEET),
        ("PowerPoint Document", Format.SLIDES),
        ("__properties_version1.0", Format.OUTLOOK),
    ):
        if stream.encode("utf-16-le") in data:
            if format_ is None:
                raise UnreadableFile(Reason.ENCRYPTED, format="Office")
            return format_
    return Format.DOC


def _of_text(head: bytes, ending: str) -> Format:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<?xml", b"<w:wordDocument", b"<pkg:package", b"<office:document")):
        if (
            b"schemas.microsoft.com/office/word" in head
            or b"schemas.microsoft.com/office/2006/xmlPackage" in head
        ):
            return Format.WORD_XML
        if b"<office:document" in head:
            return Format.ODT
        return Format.HTML if _HTML.search(head) else Format.XML
    if _MAIL.match(start) and len(_MAIL_FIELD.findall(head)) >= 2:
        return Format.MHTML if _WEB_ARCHIVE.search(head) else Format.EML
    if start.startswith(b"<") and (_HTML.search(head) or ending in {".html", ".htm", ".xhtml"}):
        return Format.HTML
    if ending in {".html", ".htm", ".xhtml", ".mht", ".mhtml"}:
        return Format.HTML
    if ending in {".jsonl", ".ndjson"} and start.startswith(b"{"):
        return Format.JSON_LINES
    if ending in {".csv", ".tsv"}:
        return Format.CSV
    return Format.MARKDOWN if ending in {".md", ".markdown"} else Format.TEXT

"""The format is told by content; the name only tells Markdown from text and tables from text."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractors.readers import Reason, UnreadableFile
from extractors.readers.sniff import Format, sniff
from tests.readers import sample_document


def zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (sample_document.docx(), "ảnh.png", Format.DOCX),
        (b"{\\rtf1\\ansi x}", "a.doc", Format.RTF),
        (b"%PDF-1.7\n", "a.docx", Format.PDF),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", Format.IMAGE),
        (b"\xff\xd8\xff\xe0", "a", Format.IMAGE),
        (b"II*\x00abc", "a.tiff", Format.IMAGE),
        (b"BMW la mot hang xe", "a.txt", Format.TEXT),
        (b"<!DOCTYPE html><html><body>x", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf<html>", "a.doc", Format.HTML),
        (b"<p>x</p>", "a.html", Format.HTML),
        (b"From: a@b.vn\nSubject: x\n\nxin", "a.txt", Format.EML),
        (
            b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n",
            "a.mht",
            Format.MHTML,
        ),
        ("Số: 12/KH-UBND\nNgày: 1".encode(), "a.txt", Format.TEXT),
        (b"# a", "a.md", Format.MARKDOWN),
        (b'{"a": 1}\n', "a.jsonl", Format.JSON_LINES),
        (b"a,b\n", "a.csv", Format.CSV),
        (b"PAR1....PAR1", "a", Format.PARQUET),
        (zipped(a="x"), "a.docx", Format.ZIP),
        (zipped(**{"[Content_Types].xml": "", "xl__workbook.xml": ""}), "a.docx", Format.SPREADSHEET),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "a.zip", Format.ODT),
        (b'<?xml version="1.0"?><office:document xmlns:office="x">', "a.fodt", Format.ODT),
        (b'<?xml version="1.0"?><a>', "a.xml", Format.XML),
        (b"\x1f\x8b\x08", "a.gz", Format.ARCHIVE),
    ],
)
def test_formats(data: bytes, name: str, format_: Format) -> None:
    assert sniff(data, name) is format_


def test_programs_are_no_documents() -> None:
    with pytest.raises(UnreadableFile) as caught:
        sniff(b"\x7fELF\x02", "a.txt")
    assert caught.value.reason is Reason.BINARY

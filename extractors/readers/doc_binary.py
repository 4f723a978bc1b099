"""The text of a Word 97-2003 file by its piece table ([MS-DOC] 2.4.1: Retrieving Text)."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Source

_MAGIC = 0xA5EC
_WORD_97 = 0x00C1
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_MOST_PIECES = 200_000

# Offsets in the file information block of a Word 97 file.
_CCP_TEXT, _CCP_FOOTNOTES, _CCP_HEADERS, _CCP_COMMENTS = 0x4C, 0x50, 0x54, 0x5C
_CCP_ENDNOTES, _CCP_BOXES = 0x60, 0x64
_PIECES, _LISTS = 0x1A2, 0x2E2

_CELL, _PARAGRAPH, _LINE, _NOTE = "\x07", "\r", "\x0b", "\x02"
_IN_LIST = re.compile(b"\x0b\x46[\x01-\xff]\x00")
"""The paragraph property sprmPIlfo with a list's number."""
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_CONTROL = re.compile("[\x00\x01\x03-\x06\x08\x0e-\x1d]")
_SPLIT = re.compile("([\x07\r\x0c])")


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a document's text: its body and its notes."""

    body: str
    footnotes: str
    endnotes: str
    boxes: str
    has_lists: bool

    @classmethod
    def open(cls, source: Source) -> WordFile | None:
        """Reads the file's streams; None for files older than Word 97, which lack this piece table."""
        try:
            with olefile.OleFileIO(io.BytesIO(source.data)) as ole:
                if ole.exists("EncryptedPackage"):
                    raise UnreadableFile(Reason.ENCRYPTED, format="Office")
                if not ole.exists("WordDocument"):
                    return None
                main = ole.openstream("WordDocument").read()
                flags = struct.unpack_from("<H", main, 0x0A)[0]
                name = "1Table" if flags & _SECOND_TABLE else "0Table"
                table = ole.openstream(name).read() if ole.exists(name) else b""
            return cls._parse(main, table, flags)
        except (OSError, struct.error, IndexError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableFile(Reason.DAMAGED, format="Word 97-2003 (.doc)", cause=error) from error

    @classmethod
    def _parse(cls, main: bytes, table: bytes, flags: int) -> WordFile | None:
        magic, version = struct.unpack_from("<HH", main, 0)
        if magic != _MAGIC or version < _WORD_97 or not table:
            return None
        if flags & _ENCRYPTED:
            raise UnreadableFile(Reason.ENCRYPTED, format="Word 97-2003 (.doc)")
        text = "".join(_pieces(main, table))
        starts = [0]
        for offset in (_CCP_TEXT, _CCP_FOOTNOTES, _CCP_HEADERS, _CCP_COMMENTS, _CCP_ENDNOTES, _CCP_BOXES):
            starts.append(starts[-1] + max(0, struct.unpack_from("<i", main, offset)[0]))
        lists = struct.unpack_from("<I", main, _LISTS + 4)[0]
        return cls(
            body=text[starts[0] : starts[1]],
            footnotes=text[starts[1] : starts[2]],
            endnotes=text[starts[4] : starts[5]],
            boxes=text[starts[5] : starts[6]],
            has_lists=lists > 2 and _IN_LIST.search(main) is not None,
        )


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """The stretches of text in reading order, each in UTF-16 or in one byte a letter."""
    start, length = struct.unpack_from("<II", main, _PIECES)
    end = min(start + length, len(table))
    while start < end and table[start] == 1:
        start += 3 + struct.unpack_from("<H", table, start + 1)[0]
    if start >= end or table[start] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", table, start + 1)[0]
    start += 5
    count = (size - 4) // 12
    if not 0 < count < _MOST_PIECES:
        raise ValueError("piece table out of range")
    ends = struct.unpack_from(f"<{count + 1}I", table, start)
    for index in range(count):
        characters = ends[index + 1] - ends[index]
        if characters < 0 or characters > len(main):
            raise ValueError("piece out of range")
        at = struct.unpack_from("<I", table, start + 4 * (count + 1) + 8 * index + 2)[0]
        if at & 0x40000000:
            offset = (at & 0x3FFFFFFF) // 2
            yield main[offset : offset + characters].decode("cp1252", errors="replace")
        else:
            yield main[at : at + 2 * characters].decode("utf-16-le", errors="replace")


def blocks_of(word: WordFile) -> Iterator[Block]:
    """Paragraphs and cells of the body, then the notes, each after its mark."""
    marks = 0
    pieces = _SPLIT.split(_plain(word.body))
    for text, end in zip(pieces[::2], [*pieces[1::2], _PARAGRAPH], strict=True):
        while _NOTE in text:
            marks += 1
            text = text.replace(_NOTE, f"[{marks}]", 1)
        yield Block("table_cell" if end == _CELL else "paragraph", [Run(text)])
    for text in re.split("[\r\x07\x0c]", _plain(word.boxes)):
        yield Block(runs=[Run(text)])
    number = 0
    for notes in (word.footnotes, word.endnotes):
        for text in _notes(notes):
            number += 1
            yield Block("footnote", [Run(f"[{number}] {text}")], mark=f"[{number}]")


def _plain(text: str) -> str:
    """Without the codes of fields, whose results stay, and without other control characters."""
    for _ in range(8):
        text, count = _FIELD.subn(lambda match: match.group(1) or "", text)
        if not count:
            break
    text = text.replace(_LINE, "\n").replace("\x1e", "-").replace("\x1f", "").replace("\xa0", " ")
    return _CONTROL.sub("", text)


def _notes(text: str) -> Iterator[str]:
    """The notes, each of which begins with the mark that stands for its number."""
    for note in _plain(text).split(_NOTE)[1:]:
        yield CELL_LINE_BREAK.join(line.strip() for line in re.split("[\r\x07\x0c]", note) if line.strip())

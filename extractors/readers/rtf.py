"""Rich Text Format: text with its code pages and fonts, tables, footnotes; deleted text left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.readers.blocks import Block, assemble
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source
from extractors.readers.rtf_blocks import RtfBlocks
from extractors.readers.rtf_words import (
    CODE_PAGE_OF_CHARSET,
    LABELS,
    MEANT,
    PARAGRAPH_ENDS,
    READ_THOUGH_STARRED,
    SYMBOLS,
    skipped_destinations,
)

MEDIA_TYPE = "application/rtf"

_TOKEN = re.compile(
    rb"\\(?:'(?P<hex>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<symbol>[^a-zA-Z']))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|(?P<skip>[\r\n]+|\\)",
    re.DOTALL,
)
_MOST_NESTED = 1_000
_CHECK_EVERY = 20_000
_WRITTEN_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}


def read_source(source: Source) -> Document:
    """Reads an RTF document."""
    return assemble(_Reader(source).read()).document(source, MEDIA_TYPE, "rtf")


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    destination: str = "body"
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    label: bool = False
    skip_after_unicode: int = 1


@dataclass(slots=True)
class _Font:
    name: str = ""
    code_page: str = ""


@dataclass(slots=True)
class _Reader:
    """One pass over the tokens of a file."""

    source: Source
    blocks: RtfBlocks = field(default_factory=RtfBlocks)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    fonts: dict[int, _Font] = field(default_factory=dict)
    code_page: str = "cp1252"
    default_font: int | None = None
    pending: bytearray = field(default_factory=bytearray)
    skip: int = 0
    surrogate: int = 0
    star: bool = False

    def read(self) -> list[Block]:
        """Goes through all tokens; a file cut short gives what came before the cut."""
        data = self.source.data
        position = tokens = 0
        while match := _TOKEN.match(data, position):
            position = match.end()
            tokens += 1
            if tokens % _CHECK_EVERY == 0:
                self.source.deadline.check()
            kind = match.lastgroup
            if kind == "text":
                self.characters(match.group())
            elif kind == "hex":
                self.characters(bytes([int(match["hex"], 16)]))
            elif kind in ("word", "number"):
                value = int(match["number"]) if match["number"] else None
                if match["word"] == b"bin":
                    position += max(value or 0, 0)
                self.word(match["word"].decode("ascii"), value)
            elif kind == "symbol":
                self.symbol(match["symbol"])
            elif kind == "open":
                self.open()
            elif kind == "close":
                self.close()
        self.flush()
        self.blocks.end_paragraph()
        return self.blocks.all()

    def open(self) -> None:
        self.flush()
        if len(self.stack) >= _MOST_NESTED:
            raise UnreadableFile(Reason.TOO_DEEP, limit=_MOST_NESTED)
        self.stack.append(self.state)
        self.skip = 0
        self.star = False

    def close(self) -> None:
        self.flush()
        self.skip = 0
        if not self.stack:
            return
        before, self.state = self.state, self.stack.pop()
        if before.destination == "footnote" and self.state.destination != "footnote":
            self.blocks.end_footnote()

    @property
    def _visible(self) -> bool:
        state = self.state
        return state.destination in ("body", "footnote") and not state.hidden and not state.deleted

    @property
    def _font(self) -> _Font | None:
        number = self.state.font if self.state.font is not None else self.default_font
        return None if number is None else self.fonts.get(number)

    def characters(self, data: bytes) -> None:
        """Bytes of text, some of them only the stand-in after a Unicode character."""
        if self.skip:
            taken = min(self.skip, len(data))
            self.skip -= taken
            data = data[taken:]
        if self.state.destination == "fonttbl":
            font = self._font
            if font is not None:
                font.name = (font.name + data.decode("latin-1")).replace(";", "").strip()
        elif self._visible:
            self.pending += data

    def flush(self) -> None:
        """Decodes the bytes gathered since the font or the group changed."""
        if not self.pending:
            return
        font = self._font
        code_page = (font.code_page if font is not None else "") or self.code_page
        try:
            text = self.pending.decode(code_page, errors="replace")
        except LookupError:
            text = self.pending.decode("cp1252", errors="replace")
        self.pending.clear()
        self.add(text)

    def add(self, text: str) -> None:
        font = self._font
        name = font.name if font is not None else None
        if self.state.label:
            self.blocks.add_label(text, name)
        else:
            self.blocks.add(text, name)

    def unicode(self, value: int) -> None:
        """One UTF-16 unit; halves of a pair are joined."""
        value %= 0x10000
        self.skip = self.state.skip_after_unicode
        if not self._visible:
            return
        self.flush()
        if 0xD800 <= value < 0xDC00:
            self.surrogate = value
        elif 0xDC00 <= value < 0xE000:
            if self.surrogate:
                self.add(chr(0x10000 + ((self.surrogate - 0xD800) << 10) + value - 0xDC00))
            self.surrogate = 0
        else:
            self.add(chr(value))

    def symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.star = True
        elif symbol in (b"\n", b"\r"):
            self.flush()
            self.blocks.end_paragraph()
        elif self._visible and symbol in _WRITTEN_SYMBOLS:
            self.flush()
            self.add(_WRITTEN_SYMBOLS[symbol])

    def word(self, word: str, value: int | None) -> None:
        """A control word; most of them only say how the text looks."""
        star, self.star = self.star, False
        if word == "u":
            self.unicode(value or 0)
            return
        self.skip = 0
        if self.state.destination == "skipped" or not (
            star or word in MEANT or word in skipped_destinations()
        ):
            return
        self.flush()
        if word in SYMBOLS:
            if self._visible:
                self.add(SYMBOLS[word])
        elif word == "fonttbl" or self.state.destination == "fonttbl":
            self.font_table(word, value)
        elif word in LABELS:
            self.state = replace(self.state, label=True)
        elif word in skipped_destinations() or (star and word not in READ_THOUGH_STARRED):
            self.state = replace(self.state, destination="skipped")
        elif word == "footnote":
            self.blocks.begin_footnote()
            self.state = replace(self.state, destination="footnote", hidden=False)
        else:
            self.formatting(word, value)

    def font_table(self, word: str, value: int | None) -> None:
        if word == "fonttbl":
            self.state = replace(self.state, destination="fonttbl")
        elif word == "f" and value is not None:
            self.state = replace(self.state, font=value)
            self.fonts.setdefault(value, _Font())
        elif word == "fcharset" and value is not None:
            font = self._font
            if font is not None:
                font.code_page = CODE_PAGE_OF_CHARSET.get(value, "")
        elif word in {"panose", "falt", "fname", "fontemb", "fontfile"}:
            self.state = replace(self.state, destination="skipped")

    def formatting(self, word: str, value: int | None) -> None:
        """Words that change how following text reads, or end a paragraph, cell or row."""
        if word in PARAGRAPH_ENDS:
            self.blocks.end_paragraph()
        elif word == "f":
            self.state = replace(self.state, font=value)
        elif word == "plain":
            self.state = replace(self.state, font=self.default_font, hidden=False, deleted=False)
        elif word == "v":
            self.state = replace(self.state, hidden=value != 0)
        elif word == "deleted":
            self.state = replace(self.state, deleted=value != 0)
        elif word == "uc":
            self.state = replace(self.state, skip_after_unicode=min(max(value or 0, 0), 8))
        elif word == "deff":
            self.default_font = value
        elif word == "ansicpg" and value:
            self.code_page = f"cp{value}"
        elif word == "pard":
            self.blocks.reset_paragraph()
        elif word == "intbl":
            self.blocks.in_table = True
        elif word == "outlinelevel" and value is not None:
            self.blocks.level = value + 1 if value < 9 else None
        elif word == "trowd":
            self.blocks.begin_row()
        elif word in {"cell", "nestcell"}:
            self.blocks.end_cell()
        elif word in {"row", "nestrow"}:
            self.blocks.end_row()

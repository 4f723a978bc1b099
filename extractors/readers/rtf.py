"""Rich Text Format: text with its code pages and fonts, tables, footnotes; deleted text left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run, assemble
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source
from extractors.readers.rtf_words import (
    CODE_PAGE_OF_CHARSET,
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


def read_source(source: Source) -> Document:
    """Reads an RTF document."""
    blocks = _Reader(source).read()
    return assemble(blocks).document(source, MEDIA_TYPE, "rtf")


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
    source: Source
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    fonts: dict[int, _Font] = field(default_factory=dict)
    code_page: str = "cp1252"
    default_font: int | None = None
    blocks: list[Block] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    outer_runs: list[list[Run]] = field(default_factory=list)
    skip: int = 0
    surrogate: int = 0
    star: bool = False
    in_table: bool = False
    tables: int = 0
    row: int = 0
    column: int = 0
    level: int | None = None
    marks: int = 0
    labelled: bool = False

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
        self.end_paragraph()
        return [*self.blocks, *self.footnotes]

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
            self.end_footnote()

    @property
    def _visible(self) -> bool:
        state = self.state
        return state.destination in ("body", "footnote") and not state.hidden and not state.deleted

    def characters(self, data: bytes) -> None:
        """Bytes of text, some of them only the stand-in after a Unicode character."""
        if self.skip:
            taken = min(self.skip, len(data))
            self.skip -= taken
            data = data[taken:]
            if not data:
                return
        if self.state.destination == "fonttbl":
            self.font_name(data)
        elif self._visible:
            self.pending += data

    def font_name(self, data: bytes) -> None:
        font = self.fonts.get(self.state.font if self.state.font is not None else -1)
        if font is not None:
            font.name = (font.name + data.decode("latin-1")).replace(";", "").strip()

    def flush(self) -> None:
        """Decodes the bytes gathered since the font or the group changed."""
        if not self.pending:
            return
        font = self.fonts.get(self._font_number)
        code_page = (font.code_page if font is not None else "") or self.code_page
        try:
            text = self.pending.decode(code_page, errors="replace")
        except LookupError:
            text = self.pending.decode("cp1252", errors="replace")
        self.pending.clear()
        self.add(text)

    @property
    def _font_number(self) -> int:
        number = self.state.font if self.state.font is not None else self.default_font
        return -1 if number is None else number

    def add(self, text: str) -> None:
        if self.state.label:
            self.labelled = True
            text = _label(text)
        font = self.fonts.get(self._font_number)
        self.runs.append(Run(text, font.name if font is not None else None))

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
            self.end_paragraph()
        elif self._visible:
            text = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}.get(symbol)
            if text is not None:
                self.flush()
                self.add(text)

    def word(self, word: str, value: int | None) -> None:
        """A control word."""
        star, self.star = self.star, False
        if word == "u":
            self.unicode(value or 0)
            return
        self.skip = 0
        if word in SYMBOLS:
            if self._visible:
                self.flush()
                self.add(SYMBOLS[word])
        elif word == "fonttbl" or self.state.destination == "fonttbl":
            self.font_table(word, value)
        elif word in {"listtext", "pntext"}:
            self.flush()
            self.state = replace(self.state, label=True)
        elif word in skipped_destinations() or (star and word not in _READ_THOUGH_STARRED):
            self.flush()
            self.state = replace(self.state, destination="skipped")
        elif word == "footnote":
            self.begin_footnote()
        else:
            self.formatting(word, value)

    def font_table(self, word: str, value: int | None) -> None:
        if word == "fonttbl":
            self.state = replace(self.state, destination="fonttbl")
        elif word == "f" and value is not None:
            self.state = replace(self.state, font=value)
            self.fonts.setdefault(value, _Font())
        elif word == "fcharset" and value is not None:
            font = self.fonts.get(self._font_number)
            if font is not None:
                font.code_page = CODE_PAGE_OF_CHARSET.get(value, "")
        elif word in {"panose", "falt", "fname", "fontemb", "fontfile"}:
            self.state = replace(self.state, destination="skipped")

    def formatting(self, word: str, value: int | None) -> None:
        """Words that change how following text reads, or end a paragraph, cell or row."""
        if word == "f":
            self.flush()
            self.state = replace(self.state, font=value)
        elif word == "plain":
            self.flush()
            self.state = replace(self.state, font=self.default_font, hidden=False, deleted=False)
        elif word == "v":
            self.flush()
            self.state = replace(self.state, hidden=value != 0)
        elif word == "deleted":
            self.flush()
            self.state = replace(self.state, deleted=value != 0)
        elif word == "uc":
            self.state = replace(self.state, skip_after_unicode=min(max(value or 0, 0), 8))
        elif word in {"ansicpg", "deff"} and value is not None:
            if word == "deff":
                self.default_font = value
            elif value:
                self.code_page = f"cp{value}"
        elif word in {"par", "sect", "page"}:
            self.end_paragraph()
        elif word == "pard":
            self.in_table = False
            self.level = None
        elif word == "intbl":
            self.in_table = True
        elif word == "outlinelevel" and value is not None:
            self.level = value + 1 if value < 9 else None
        elif word == "trowd" and self.column == 0:
            self.begin_row()
        elif word in {"cell", "nestcell"}:
            self.end_cell()
        elif word in {"row", "nestrow"}:
            self.column = 0

    def begin_row(self) -> None:
        if not self.blocks or self.blocks[-1].table is None:
            self.tables += 1
            self.row = 0
        self.row += 1

    def end_cell(self) -> None:
        self.in_table = True
        if self.row == 0:
            self.begin_row()
        self.end_paragraph()
        self.column += 1

    def end_paragraph(self) -> None:
        self.flush()
        runs, self.runs = self.runs, []
        labelled, self.labelled = self.labelled, False
        if not any(run.text.strip() for run in runs):
            return
        block = Block(runs=runs)
        if self.state.destination == "footnote":
            block.kind = "footnote"
            self.footnotes.append(block)
            return
        if self.in_table:
            block.kind = "table_cell"
            block.table, block.row, block.column = max(1, self.tables), max(1, self.row), self.column + 1
        elif self.level is not None:
            block.kind, block.level = "heading", self.level
        elif labelled:
            block.kind = "list_item"
        self.blocks.append(block)

    def begin_footnote(self) -> None:
        """A note stands where its mark is: the mark goes into the text, the note to the end."""
        self.flush()
        self.marks += 1
        if self.runs and self.runs[-1].text.strip() in _AUTOMATIC:
            self.runs.pop()
        self.runs.append(Run(f"[{self.marks}]"))
        self.outer_runs.append(self.runs)
        self.runs = [Run(f"[{self.marks}] ")]
        self.state = replace(self.state, destination="footnote", hidden=False)

    def end_footnote(self) -> None:
        mark = f"[{self.marks}]"
        self.flush()
        runs, self.runs = self.runs, self.outer_runs.pop() if self.outer_runs else []
        if any(run.text.strip() for run in runs):
            self.footnotes.append(Block("footnote", runs))
        first = True
        for block in self.footnotes:
            if block.mark is None:
                block.mark = mark
                block.glue = None if first else CELL_LINE_BREAK
                first = False


def _label(text: str) -> str:
    """A list number as other formats write it: a blank after it, a hyphen for any bullet."""
    text = text.replace("\t", " ")
    return "".join("-" if character in _BULLETS or character >= "\ue000" else character for character in text)


_READ_THOUGH_STARRED = frozenset({"footnote", "shptxt", "shpinst"})
_BULLETS = frozenset("•·▪◦●○■□➢✓")
_AUTOMATIC = frozenset({"", "\u0002"})

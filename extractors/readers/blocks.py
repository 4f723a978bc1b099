"""What every reader of a formatted document produces: blocks in reading order; and the text made of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.readers.legacy import (
    LegacyEncoding,
    confirmed,
    detect,
    draws_capitals,
    encoding_of_font,
    to_unicode,
)
from extractors.readers.models import Document, Note, Place, PlaceKind, PlaceMap, Source
from extractors.readers.notes import converted
from extractors.readers.quality import DOUBTFUL, quality_of
from extractors.readers.syllables import letter_statistics

_ONE_ENCODING = 0.93
"""A font with fewer Vietnamese syllables than this may hold paragraphs in several encodings."""

PARAGRAPH_BREAK = "\n"
CELL_LINE_BREAK = "\n"
APART = "\n\n"
"""Between cells, columns and notes, whose texts have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    font: str | None = None


@dataclass(slots=True)
class Block:
    """One paragraph, heading, list item, table cell or footnote.

    `glue` is what stands between this block and the one before it where that is not a paragraph's break: a
    paragraph that goes on over a page's end is two blocks with a blank between.
    """

    kind: PlaceKind = "paragraph"
    runs: list[Run] = field(default_factory=list)
    page: int | None = None
    level: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    mark: str | None = None
    glue: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def same_cell(self, other: Block) -> bool:
        """Whether both are parts of one table cell."""
        return self.table is not None and (self.table, self.row, self.column) == (
            other.table,
            other.row,
            other.column,
        )


def placed(runs: list[Run], cell: tuple[int, int, int] | None, level: int | None, label: str) -> Block:
    """A paragraph of an office document where it stands: in a cell (table, row, column), as a heading, in a
    list.

    A list item begins with its `label`.
    """
    block = Block(runs=runs)
    if label and block.text.strip():
        block.runs = [Run(label + " "), *runs]
    if cell is not None:
        block.kind = "table_cell"
        block.table, block.row, block.column = cell
    elif level is not None:
        block.kind, block.level = "heading", level
    elif label:
        block.kind = "list_item"
    return block


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document's text with its places, and what was noticed on the way."""

    text: str
    places: PlaceMap
    notes: tuple[Note, ...]
    quality: float

    def document(
        self,
        source: Source,
        media_type: str,
        reader: str,
        *,
        notes: tuple[Note, ...] = (),
        pages: int | None = None,
        metadata: tuple[tuple[str, str], ...] = (),
    ) -> Document:
        """The document of `source`; its checksum is set where all readers are called."""
        return Document(
            text=self.text,
            name=source.name,
            path=source.path,
            media_type=media_type,
            reader=reader,
            sha256="",
            places=self.places,
            notes=notes + self.notes,
            quality=self.quality,
            pages=pages,
            metadata=metadata,
        )


def assemble(blocks: Sequence[Block]) -> Assembled:
    """Joins blocks to a text, legacy letters converted, footnotes last; blocks without text are left out.

    Paragraphs and cells are set apart by an empty line, the paragraphs of one cell by a line end, so that a
    line end alone never parts two sentences of one paragraph.
    """
    kept = [block for block in blocks if not block.text.isspace() and block.text]
    kept.sort(key=lambda block: block.kind == "footnote")
    texts, notes = _texts_of(kept)
    parts: list[str] = []
    places: list[Place] = []
    offset = 0
    previous: Block | None = None
    for number, (block, text) in enumerate(zip(kept, texts, strict=True), start=1):
        if previous is not None:
            glue = _between(previous, block)
            parts.append(glue)
            offset += len(glue)
        end = offset + len(text)
        places.append(
            Place(
                start=offset,
                end=end,
                kind=block.kind,
                page=block.page,
                paragraph=number,
                level=block.level,
                table=block.table,
                row=block.row,
                column=block.column,
                mark=block.mark,
            )
        )
        parts.append(text)
        offset = end
        previous = block
    text = "".join(parts)
    quality, doubts = quality_of(text)
    if notes:
        quality = min(quality, 0.97)
    return Assembled(
        text, PlaceMap(tuple(places)), (*notes, *(doubts if quality < DOUBTFUL else ())), quality
    )


def _between(previous: Block, block: Block) -> str:
    if block.glue is not None:
        return block.glue
    if block.same_cell(previous):
        return CELL_LINE_BREAK
    return APART if _STANDING_APART & {previous.kind, block.kind} else PARAGRAPH_BREAK


def _texts_of(blocks: Sequence[Block]) -> tuple[list[str], tuple[Note, ...]]:
    by_font: defaultdict[str | None, list[str]] = defaultdict(list)
    for block in blocks:
        for run in block.runs:
            by_font[run.font].append(run.text)
    encodings: dict[str | None, LegacyEncoding] = {}
    mixed: set[str | None] = set()
    for font, texts in by_font.items():
        text = " ".join(texts)
        encoding = _encoding_of(font, text)
        if encoding is not None:
            encodings[font] = encoding
        elif encoding_of_font(font) is None and letter_statistics(text).valid_share < _ONE_ENCODING:
            mixed.add(font)
    if not encodings and not mixed:
        return [_tidy(block.text) for block in blocks], ()
    found: set[LegacyEncoding] = set()
    texts = []
    for block in blocks:
        pieces: list[str] = []
        for run in _merged(block.runs):
            encoding = detect(run.text) if run.font in mixed else encodings.get(run.font)
            if encoding is not None:
                found.add(encoding)
            pieces.append(_run_text(run, encoding))
        texts.append(_tidy("".join(pieces)))
    return texts, tuple(converted(encoding) for encoding in sorted(found))


def _encoding_of(font: str | None, text: str) -> LegacyEncoding | None:
    by_name = encoding_of_font(font)
    if by_name is not None:
        return by_name if confirmed(by_name, text) or (text.isascii() and draws_capitals(font)) else None
    # Beside letters of Unicode only some of the paragraphs can be in another encoding.
    return None if _UNICODE_ONLY.search(text) else detect(text)


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbours in one font as one run: a VNI letter and its mark may lie in two."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].font == run.font:
            merged[-1] = Run(merged[-1].text + run.text, run.font)
        else:
            merged.append(run)
    return merged


def _run_text(run: Run, encoding: LegacyEncoding | None) -> str:
    if encoding is None or any(character > "\u2122" for character in run.text):
        return run.text
    text = to_unicode(run.text, encoding)
    return text.upper() if draws_capitals(run.font) else text


_STANDING_APART: frozenset[PlaceKind] = frozenset({"table_cell", "footnote"})
_UNICODE_ONLY = re.compile("[\u1ea0-\u1ef9]")
_AFTER_MARK = re.compile(r"\A(\[\d+\])[ \t\u00a0]{2,}")
_BLANKS = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")


def _tidy(text: str) -> str:
    """Line ends without blanks around them, one blank after a note's mark, nothing at either end."""
    text = _BLANKS.sub("\n", text).strip(" \t\n\r\f\v")
    return _AFTER_MARK.sub(r"\1 ", text) if text.startswith("[") else text

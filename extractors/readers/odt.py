"""OpenDocument texts (.odt, and the flat .fodt): paragraphs, tables, notes, list numbers, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run, assemble, placed
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source
from extractors.readers.notes import tracked_changes
from extractors.readers.numbering import ListCounter
from extractors.readers.odt_styles import (
    DRAW,
    OFFICE,
    TABLE,
    TEXT,
    OdtStyles,
)
from extractors.readers.package import Package, parse_xml

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MOST_SPACES = 1_000
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_CHARACTERS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_SKIPPED = frozenset(
    {
        TEXT + "tracked-changes",
        TEXT + "sequence-decls",
        TEXT + "variable-decls",
        TEXT + "user-field-decls",
        TEXT + "note",
        OFFICE + "annotation",
        OFFICE + "annotation-end",
        OFFICE + "forms",
        TEXT + "list-header",
        TEXT + "table-of-content-source",
    }
)


def read_source(source: Source) -> Document:
    """Reads an OpenDocument text, packed or flat."""
    if source.data[:2] == b"PK":
        package = Package.open(source, "OpenDocument")
        if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise UnreadableFile(Reason.ENCRYPTED, format="OpenDocument")
        root = package.xml("content.xml")
        styles = package.xml_if_there("styles.xml")
        roots = [root] if styles is None else [root, styles]
    else:
        root = parse_xml(source.data, "OpenDocument")
        roots = [root]
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableFile(Reason.DAMAGED, format="OpenDocument", cause="no text body")
    regions = body.findall(f"{TEXT}tracked-changes/{TEXT}changed-region")
    walk = _Walk(OdtStyles.of(roots), source, deletions=_deletions(regions))
    walk.container(body)
    walk.blocks.extend(walk.footnotes)
    return assemble(walk.blocks).document(
        source, MEDIA_TYPE, "odt", notes=tracked_changes(len(regions)), metadata=tuple(_headers(roots))
    )


def _deletions(regions: list[etree._Element]) -> frozenset[str]:
    """The changes that delete text which still stands in its place, between two markers."""
    return frozenset(
        region.get(TEXT + "id", "") for region in regions if region.find(TEXT + "deletion") is not None
    )


def _headers(roots: list[etree._Element]) -> Iterator[tuple[str, str]]:
    """Running headers and footers: told beside the text, never part of it."""
    style = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
    for root in roots:
        for kind in ("header", "footer"):
            for element in root.iter(style + kind):
                text = " ".join("".join(element.itertext()).split())
                if text:
                    yield kind, text


@dataclass(slots=True)
class _Walk:
    """One pass over the body, collecting blocks in reading order and notes apart."""

    styles: OdtStyles
    source: Source
    deletions: frozenset[str]
    deleting: set[str] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)
    counters: dict[str, ListCounter] = field(default_factory=dict)
    tables: int = 0
    marks: int = 0

    def container(self, element: etree._Element, cell: tuple[int, int, int] | None = None) -> None:
        """Paragraphs, lists and tables below `element`, through sections, indexes and frames."""
        for child in element:
            tag = child.tag
            if tag in _PARAGRAPHS:
                self.paragraph(child, cell, label="")
            elif tag == TEXT + "list":
                self.listing(child, cell, depth=0, style=None)
            elif tag == TABLE + "table":
                self.table(child)
            elif tag not in _SKIPPED and isinstance(tag, str):
                self.container(child, cell)

    def listing(
        self, element: etree._Element, cell: tuple[int, int, int] | None, depth: int, style: str | None
    ) -> None:
        """A list with its numbers; an item's number stands before its first paragraph."""
        style = element.get(TEXT + "style-name") or style
        counter = self._counter(element, style, depth)
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            numbered = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag == TEXT + "list":
                    self.listing(child, cell, depth + 1, style)
                elif child.tag in _PARAGRAPHS:
                    label = ""
                    if numbered:
                        label = counter.next(depth)
                        numbered = False
                    self.paragraph(child, cell, label)
                elif isinstance(child.tag, str):
                    self.container(child, cell)

    def _counter(self, element: etree._Element, style: str | None, depth: int) -> ListCounter:
        """Lists of one style count on where they say so; a nested list counts within its outer one."""
        key = style or ""
        continues = (
            depth > 0
            or element.get(TEXT + "continue-numbering") == "true"
            or element.get(TEXT + "continue-list") is not None
        )
        if not continues or key not in self.counters:
            self.counters[key] = ListCounter(self.styles.levels_of(style))
        return self.counters[key]

    def table(self, element: etree._Element) -> None:
        """A table row by row."""
        self.tables += 1
        table, row = self.tables, 0
        for row_element in element.iter(TABLE + "table-row"):
            if next(row_element.iterancestors(TABLE + "table"), None) is not element:
                continue
            row += 1
            column = 0
            for cell in row_element:
                if cell.tag == TABLE + "table-cell":
                    column += 1
                    self.container(cell, (table, row, column))

    def paragraph(self, element: etree._Element, cell: tuple[int, int, int] | None, label: str) -> None:
        """One paragraph or heading; frames anchored in it follow it."""
        self.source.deadline.check()
        style = element.get(TEXT + "style-name")
        boxes: list[etree._Element] = []
        runs = list(self.runs(element, self.styles.font_of(style), boxes))
        level = None
        if element.tag == TEXT + "h":
            outline = element.get(TEXT + "outline-level", "1")
            level = int(outline) if outline.isdigit() else 1
        self.blocks.append(placed(runs, cell, level, label))
        for box in boxes:
            self.container(box, cell)

    def runs(self, element: etree._Element, font: str | None, boxes: list[etree._Element]) -> Iterator[Run]:
        """The text of a paragraph with its spans, deleted and hidden text left out."""
        if element.text and not self.deleting:
            yield Run(_collapsed(element.text), font)
        for child in element:
            if isinstance(child.tag, str):
                yield from self.inline(child, font, boxes)
            if child.tail and not self.deleting:
                yield Run(_collapsed(child.tail), font)

    def inline(self, child: etree._Element, font: str | None, boxes: list[etree._Element]) -> Iterator[Run]:
        tag = child.tag
        if tag == TEXT + "change-start" and child.get(TEXT + "change-id") in self.deletions:
            self.deleting.add(child.get(TEXT + "change-id"))
        elif tag == TEXT + "change-end":
            self.deleting.discard(child.get(TEXT + "change-id"))
        elif tag == TEXT + "span":
            style = child.get(TEXT + "style-name")
            if style not in self.styles.hidden:
                yield from self.runs(child, self.styles.font_of(style) or font, boxes)
        elif tag.startswith(DRAW):
            boxes.append(child)
        elif self.deleting:
            return
        elif tag == TEXT + "s":
            count = child.get(TEXT + "c", "1")
            yield Run(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES), font)
        elif tag in _CHARACTERS:
            yield Run(_CHARACTERS[tag], font)
        elif tag == TEXT + "note":
            yield Run(self.note(child))
        elif tag not in _SKIPPED:
            yield from self.runs(child, font, boxes)

    def note(self, element: etree._Element) -> str:
        """Puts a note's text aside and gives the mark that stands for it."""
        self.marks += 1
        mark = f"[{self.marks}]"
        body = element.find(TEXT + "note-body")
        if body is not None:
            before = len(self.blocks)
            self.container(body)
            added = [block for block in self.blocks[before:] if block.text.strip()]
            del self.blocks[before:]
            for number, block in enumerate(added):
                runs = block.runs if number else [Run(f"{mark} "), *block.runs]
                self.footnotes.append(
                    Block("footnote", runs, mark=mark, glue=CELL_LINE_BREAK if number else None)
                )
        return mark


def _collapsed(text: str) -> str:
    """White space of the file as OpenDocument shows it: a run of it is one space."""
    return _WHITE_SPACE.sub(" ", text)

"""Word documents (.docx, .docm): paragraphs, tables, footnotes, list numbers; tracked changes as accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run, assemble, placed
from extractors.readers.docx_styles import Numbering, Styles, W, attribute, is_on
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source
from extractors.readers.notes import tracked_changes
from extractors.readers.package import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_OFFICE_DOCUMENT = "/officeDocument"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_P, _R, _T, _TBL, _TR, _TC = W + "p", W + "r", W + "t", W + "tbl", W + "tr", W + "tc"
_SKIPPED = frozenset(
    {
        W + "del",
        W + "moveFrom",
        W + "instrText",
        W + "delText",
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        W + "tblPr",
    }
    | {W + "tcPr", W + "trPr", W + "sectPr", W + "tblGrid", W + "annotationRef", _MC + "Fallback"}
)
_CHARACTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
}


def read_source(source: Source) -> Document:
    """Reads a Word document."""
    package = Package.open(source, "Word (.docx)")
    main = _main_part(package)
    root = package.xml(main)
    if root.tag != W + "document":
        raise UnreadableFile(Reason.DAMAGED, format="Word (.docx)", cause="no document part")
    folder = posixpath.dirname(main)
    walk = _Walk(
        styles=Styles.of(package.xml_if_there(f"{folder}/styles.xml")),
        numbering=Numbering.of(package.xml_if_there(f"{folder}/numbering.xml")),
        source=source,
    )
    body = root.find(W + "body")
    if body is not None:
        walk.container(body)
    for kind in ("footnote", "endnote"):
        part = package.xml_if_there(f"{folder}/{kind}s.xml")
        if part is not None:
            walk.notes_of(kind, part)
    assembled = assemble(walk.blocks)
    return assembled.document(
        source,
        MEDIA_TYPE,
        "docx",
        notes=tracked_changes(walk.changes),
        metadata=tuple(_headers(package, folder)),
    )


def _main_part(package: Package) -> str:
    relations = package.xml_if_there("_rels/.rels")
    if relations is not None:
        for relation in relations:
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _headers(package: Package, folder: str) -> Iterator[tuple[str, str]]:
    """Running headers and footers: told beside the text, never part of it."""
    for name in package.archive.namelist():
        base = posixpath.basename(name)
        if (
            posixpath.dirname(name) == folder
            and base.startswith(("header", "footer"))
            and base.endswith(".xml")
        ):
            text = " ".join("".join(package.xml(name).itertext(_T)).split())
            if text:
                yield base[:6], text


@dataclass(slots=True)
class _Walk:
    """One pass over the parts of a document, collecting its blocks in reading order."""

    styles: Styles
    numbering: Numbering
    source: Source
    blocks: list[Block] = field(default_factory=list)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    tables: int = 0
    changes: int = 0
    carried: list[Run] = field(default_factory=list)

    def container(self, element: etree._Element, cell: tuple[int, int, int] | None = None) -> None:
        """Paragraphs and tables below `element`, through content controls and inserted blocks."""
        for child in element:
            tag = child.tag
            if tag == _P:
                self.paragraph(child, cell)
            elif tag == _TBL:
                self.table(child)
            elif tag in _SKIPPED or not isinstance(tag, str):
                self.changes += tag in (W + "del", W + "moveFrom")
            else:
                self.changes += tag == W + "ins"
                self.container(child, cell)

    def table(self, element: etree._Element) -> None:
        """A table row by row, each cell's paragraphs together."""
        self.tables += 1
        table = self.tables
        for row, row_element in enumerate(element.iter(_TR), start=1):
            if _enclosing_table(row_element) is not element or _is_deleted_row(row_element):
                continue
            column = 0
            for cell in row_element.iter(_TC):
                if _enclosing_table(cell) is element:
                    column += 1
                    self.container(cell, (table, row, column))

    def paragraph(self, element: etree._Element, cell: tuple[int, int, int] | None) -> None:
        """One paragraph with its list number; text boxes anchored in it follow it."""
        self.source.deadline.check()
        properties = element.find(W + "pPr")
        style = self.styles.of_paragraph(properties)
        boxes: list[etree._Element] = []
        runs = self.carried + list(self.runs(element, style, boxes))
        self.carried = []
        if _mark_deleted(properties):
            self.changes += 1
            self.carried = runs
            return
        label = self.numbering.label(properties, self.styles.numbering_of(style))
        level = self.styles.heading_level(properties, style)
        self.blocks.append(placed(runs, cell, level, label))
        for box in boxes:
            self.container(box, cell)

    def runs(self, element: etree._Element, style: str | None, boxes: list[etree._Element]) -> Iterator[Run]:
        """The text below `element` run by run, deleted and hidden text left out."""
        for child in element:
            tag = child.tag
            if tag == _R:
                yield from self.run(child, style, boxes)
            elif tag in _SKIPPED or not isinstance(tag, str):
                self.changes += tag in (W + "del", W + "moveFrom")
            else:
                self.changes += tag in (W + "ins", W + "moveTo")
                yield from self.runs(child, style, boxes)

    def run(self, element: etree._Element, style: str | None, boxes: list[etree._Element]) -> Iterator[Run]:
        properties = element.find(W + "rPr")
        if properties is not None and is_on(properties.find(W + "vanish")):
            return
        font = self.styles.font_of(properties, style)
        for child in element:
            tag = child.tag
            if tag == _T:
                if child.text:
                    yield Run(child.text, font)
            elif tag in _CHARACTERS:
                yield Run(_CHARACTERS[tag], font)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                yield Run(self.mark_of(child))
            elif tag not in _SKIPPED and isinstance(tag, str):
                boxes.extend(_text_boxes(child))

    def mark_of(self, reference: etree._Element) -> str:
        """The mark of a note where the text refers to it; notes are counted in the order of their marks."""
        if is_on(reference.get(W + "customMarkFollows")):
            return ""
        kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
        key = (kind, attribute(reference, "id") or "")
        return self.marks.setdefault(key, f"[{len(self.marks) + 1}]")

    def notes_of(self, kind: str, root: etree._Element) -> None:
        """The texts of the notes that the document refers to, each after its mark."""
        bodies = {attribute(note, "id"): note for note in root.findall(W + kind)}
        for (mark_kind, identifier), mark in list(self.marks.items()):
            note = bodies.get(identifier)
            if mark_kind != kind or note is None:
                continue
            before = len(self.blocks)
            self.container(note)
            added = [block for block in self.blocks[before:] if block.text.strip()]
            del self.blocks[before:]
            for number, block in enumerate(added):
                text = block.runs if number else [Run(f"{mark} "), *block.runs]
                self.blocks.append(
                    Block("footnote", text, mark=mark, glue=CELL_LINE_BREAK if number else None)
                )


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of text boxes below a drawing, each once: the fallback for old programs repeats them."""
    for box in element.iter(W + "txbxContent"):
        if not any(ancestor.tag == _MC + "Fallback" for ancestor in box.iterancestors()):
            yield box


def _enclosing_table(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(_TBL), None)


def _is_deleted_row(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's end was deleted under tracking: it then runs on into the next."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None

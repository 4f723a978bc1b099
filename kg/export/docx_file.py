"""Word: the list of grounds (`Căn cứ …`) as Nghị định 30/2020/NĐ-CP sets it, and a plain table."""

from __future__ import annotations

import io
from typing import Any

from kg.errors import Language
from kg.export.naming import citation_line
from kg.export.selection import Selection, Table, Value

_FONT = "Times New Roman"
_MOST_COLUMNS = 9
_SIDES = ("source_", "target_")
_NEEDED = (
    "source_type", "source_number", "source_issuer", "relation",
    "target_type", "target_number", "target_issuer", "target_date", "evidence",
)  # fmt: skip
"""What is left of a table that is still too wide."""
_TEXT_WIDTH = 247.0
"""Millimetres between the margins of a page that lies on its side."""
_SHARES = {
    "evidence": 3.6, "title": 2.6, "detail": 2.6, "suggestion": 2.4, "issuer": 1.6, "number": 1.3,
    "date": 1.2, "confidence": 0.8, "depth": 0.6,
}  # fmt: skip


def write_grounds(selection: Selection, language: Language = "vi") -> bytes:
    """The instruments as grounds of a document: italic, one a line, `;` behind each and `.` at the end."""
    document = _page(selection, landscape=False)
    last = len(selection.instruments) - 1
    for number, instrument in enumerate(selection.instruments):
        end = "." if number == last else ";"
        paragraph = document.add_paragraph()
        _set_paragraph(paragraph)
        run = paragraph.add_run(_text(f"Căn cứ {citation_line(instrument)}{end}"))
        run.italic = True
    _footer(document, selection, language)
    return _saved(document)


def write_table(selection: Selection, language: Language = "vi") -> bytes:
    """The rows as a table with a heading that repeats on each page; IRIs are left to other formats."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml.ns import qn

    document = _page(selection, landscape=True)
    title = document.add_paragraph()
    heading = title.add_run(_text(selection.title))
    heading.bold = True
    table = _printable(selection)
    grid = document.add_table(rows=1 + len(table.rows), cols=max(1, len(table.columns)))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    # The cells of a row are made anew each time they are asked for: ask once.
    cells = iter(grid._cells)
    for column in table.columns:
        _fill(next(cells), column.heading(language), column.name, table, bold=True)
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            _fill(next(cells), "" if value is None else str(value), column.name, table)
    for place, column in enumerate(table.columns):
        grid.columns[place].width = _width(column.name, table)
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    _footer(document, selection, language)
    return _saved(document)


def _fill(cell: Any, text: str, name: str, table: Table, *, bold: bool = False) -> None:
    from docx.shared import Pt

    cell.width = _width(name, table)
    run = cell.paragraphs[0].add_run(_text(text))
    run.bold = bold or None
    run.font.size = Pt(11)


def _width(name: str, table: Table) -> Any:
    """What a column gets of the width of the page, by what it holds."""
    from docx.shared import Mm

    shares = [_share(column.name) for column in table.columns]
    return Mm(round(_TEXT_WIDTH * _share(name) / sum(shares), 1))


def _share(name: str) -> float:
    return next((share for ending, share in _SHARES.items() if name.endswith(ending)), 1.0)


def _printable(selection: Selection) -> Table:
    """The columns that a page has room for, days as Vietnamese write them, addresses left out.

    Where each row is about the same instrument, which the title names, its columns are left out.
    """
    table = selection.table
    kept = [place for place, column in enumerate(table.columns) if column.kind != "link"]
    if len(kept) > _MOST_COLUMNS:
        told = {side for side in _SIDES if _is_the_same(side, selection)}
        kept = [place for place in kept if not table.columns[place].name.startswith(tuple(told))]
    if len(kept) > _MOST_COLUMNS:
        kept = [place for place in kept if table.columns[place].name in _NEEDED] or kept[:_MOST_COLUMNS]
    rows = tuple(tuple(_shown(row[place], table.columns[place].kind) for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


def _is_the_same(side: str, selection: Selection) -> bool:
    """Whether all rows have one instrument on this side, and it is not one of those that are listed."""
    names = [column.name for column in selection.table.columns]
    if f"{side}iri" not in names:
        return False
    place = names.index(f"{side}iri")
    found = {row[place] for row in selection.table.rows}
    return len(found) == 1 and not found & {instrument.iri for instrument in selection.instruments}


def _shown(value: Value, kind: str) -> Value:
    if kind == "date" and isinstance(value, str) and len(value) == 10:
        return "/".join(reversed(value.split("-")))
    return value


def _page(selection: Selection, *, landscape: bool) -> Any:
    """An empty A4 page with the margins and the font of the decree."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    long, short = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    document.core_properties.title = _text(selection.title)[:255]
    document.core_properties.author = "Dẫn Chiếu"
    document.core_properties.comments = _text(selection.stamp.line())[:255]
    document.core_properties.created = selection.stamp.made_at.replace(tzinfo=None)
    return document


def _set_paragraph(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_after = Pt(6)


def _footer(document: Any, selection: Selection, language: Language) -> None:
    from docx.shared import Pt

    for line in selection.stamp.lines(language):
        paragraph = document.sections[0].footer.add_paragraph()
        paragraph.add_run(_text(line)).font.size = Pt(8)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _text(text: str) -> str:
    """Text without what XML cannot hold."""
    return "".join(
        char
        if (char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff") or char in "\t\n"
        else "\ufffd"
        for char in text
    )

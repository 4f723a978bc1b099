"""Word: the list of grounds (`Căn cứ …`) as Nghị định 30/2020/NĐ-CP sets it, and a plain table."""

from __future__ import annotations

import io
from typing import Any

from kg.errors import Language
from kg.export.naming import citation_line
from kg.export.selection import Selection, Table, Value

_FONT = "Times New Roman"
_SHOWN = ("type", "number", "issuer", "date", "title")
_MOST_COLUMNS = 7


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
    from docx.shared import Pt

    document = _page(selection, landscape=True)
    title = document.add_paragraph()
    heading = title.add_run(_text(selection.title))
    heading.bold = True
    table = _printable(selection.table)
    grid = document.add_table(rows=1, cols=max(1, len(table.columns)), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=False):
        cell.paragraphs[0].add_run(column.heading(language)).bold = True
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in table.rows:
        for cell, value in zip(grid.add_row().cells, row, strict=False):
            cell.text = _text("" if value is None else str(value))
    for cells in grid.rows:
        for cell in cells.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(11)
    _footer(document, selection, language)
    return _saved(document)


def _printable(table: Table) -> Table:
    """The columns that a page has room for, days as Vietnamese write them, addresses left out."""
    kept = [place for place, column in enumerate(table.columns) if column.kind != "link"]
    names = [table.columns[place].name.removeprefix("source_") for place in kept]
    if len(kept) > _MOST_COLUMNS:
        wanted = {"evidence", "relation", "target_number", "target_title"}
        kept = [place for place, name in zip(kept, names, strict=True) if name in _SHOWN or name in wanted][
            : _MOST_COLUMNS + 1
        ]
    rows = tuple(tuple(_shown(row[place], table.columns[place].kind) for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


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

"""Excel: typed columns, links, a frozen header with filters, a sheet of evidence and one of provenance."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from kg.errors import Language
from kg.export.selection import Column, Selection, Table, Value

_LONGEST_CELL = 32_767
_LONGEST_LINK = 2_079
_MOST_LINKS = 65_000
_MOST_ROWS = 1_048_575
_WIDTHS = {"text": 28, "integer": 10, "number": 12, "date": 12, "link": 14}
_LINE = 15.0
"""Points of a line; a row is as high as its longest cell needs, up to so many lines."""
_MOST_LINES = 12
_NAMES = {"vi": ("Kết quả", "Dẫn chứng", "Nguồn"), "en": ("Results", "Evidence", "Provenance")}


def write_xlsx(selection: Selection, language: Language = "vi") -> bytes:
    """The workbook. No cell is ever a formula; a text longer than a cell holds ends in an ellipsis."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": selection.title[:255], "comments": selection.stamp.line(language)})
        results, evidence, provenance = _NAMES[language]
        _sheet(book, results, selection.table, language)
        if selection.evidence.rows:
            _sheet(book, evidence, selection.evidence, language)
        page = book.add_worksheet(provenance)
        page.set_column(0, 0, 110)
        for row, line in enumerate((selection.title, *selection.stamp.lines(language))):
            page.write_string(row, 0, _cell_text(line))
    return out.getvalue()


def _sheet(book: Any, name: str, table: Table, language: Language) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    forms = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "integer": book.add_format({"num_format": "0", "valign": "top"}),
        "number": book.add_format({"num_format": "0.00", "valign": "top"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"}),
        "link": book.add_format({"font_color": "#0645ad", "underline": 1, "valign": "top"}),
    }
    links = 0
    widths = [
        _width(column, [row[place] for row in table.rows[:200]]) for place, column in enumerate(table.columns)
    ]
    headings = [column.heading(language) for column in table.columns]
    sheet.set_row(0, _height(headings, widths, [True] * len(headings)))
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, widths[place])
        sheet.write_string(0, place, heading, head)
    wrapped = [column.kind == "text" for column in table.columns]
    for number, row in enumerate(table.rows[:_MOST_ROWS], start=1):
        sheet.set_row(number, _height(row, widths, wrapped))
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            links += column.kind == "link"
            kind = column.kind if column.kind != "link" or links <= _MOST_LINKS else "text"
            _write(sheet, number, place, value, kind, forms)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, max(1, min(len(table.rows), _MOST_ROWS)), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, place: int, value: Value, kind: str, forms: dict[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, int | float):
        sheet.write_number(row, place, value, forms[kind])
    elif kind == "date" and (day := _day(value)):
        sheet.write_datetime(row, place, day, forms["date"])
    elif kind == "link" and value.startswith(("http://", "https://")) and len(value) <= _LONGEST_LINK:
        sheet.write_url(row, place, value, forms["link"], string=_cell_text(value))
    else:
        sheet.write_string(row, place, _cell_text(value), forms["text"])


def _day(value: str) -> date | None:
    """The day, where Excel knows it: its calendar begins in 1900."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _cell_text(text: str) -> str:
    plain = "".join(char if char >= " " or char in "\t\n" else "\ufffd" for char in text)
    return plain if len(plain) <= _LONGEST_CELL else plain[: _LONGEST_CELL - 1] + "…"


def _width(column: Column, values: Sequence[Value]) -> float:
    """As wide as what it holds, within what its kind allows."""
    longest = max((len(str(value)) for value in values if value is not None), default=8)
    return min(max(longest + 2, 8), 60 if column.name == "evidence" else _WIDTHS[column.kind])


def _height(row: Sequence[Value], widths: Sequence[float], wrapped: Sequence[bool]) -> float:
    """Points for the longest of the cells that are broken into lines."""
    lines = [
        -(-len(str(value)) // max(1, int(width) - 1))
        for value, width, breaks in zip(row, widths, wrapped, strict=True)
        if breaks and value is not None
    ]
    return _LINE * min(_MOST_LINES, max(lines, default=1) or 1)

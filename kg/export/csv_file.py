"""CSV that spreadsheets open as it is meant: UTF-8 with a mark, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io

from kg.errors import Language
from kg.export.selection import Selection, Value

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def write_csv(selection: Selection, language: Language = "vi") -> bytes:
    """Headings, rows, and behind an empty line the stamp, in lines that begin with `#`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(column.heading(language)) for column in selection.table.columns])
    writer.writerows([[_safe(value) for value in row] for row in selection.table.rows])
    out.write("\r\n")
    writer.writerows([f"# {line}"] for line in selection.stamp.lines(language))
    return out.getvalue().encode("utf-8-sig", "replace")


def _safe(value: Value) -> Value:
    """A text that a spreadsheet would take for a formula, behind the apostrophe that makes it a text."""
    if isinstance(value, str):
        text = value.replace("\x00", "\ufffd")
        return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS_FORMULA) else text
    return value

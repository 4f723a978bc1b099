"""Parquet for data frames: typed columns, the stamp in the file's metadata."""

from __future__ import annotations

import io
from datetime import date

from kg.errors import BadRequest, Language
from kg.export.selection import Selection, Value


def write_parquet(selection: Selection, language: Language = "vi") -> bytes:
    """One column for each of the table, named for programs. Raises BadRequest where pyarrow is absent."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        reason = "this format needs pyarrow: pip install 'danchieu[corpora]'"
        raise BadRequest(what="parquet", reason=reason) from error
    kinds = {
        "text": pyarrow.string(), "link": pyarrow.string(), "date": pyarrow.date32(),
        "integer": pyarrow.int64(), "number": pyarrow.float64(),
    }  # fmt: skip
    columns, fields = [], []
    for place, column in enumerate(selection.table.columns):
        cells = [row[place] for row in selection.table.rows]
        if column.kind == "date":
            columns.append(pyarrow.array(list(map(_day, cells)), kinds["date"]))
        else:
            columns.append(pyarrow.array(cells, kinds[column.kind]))
        fields.append(pyarrow.field(column.name, kinds[column.kind]))
    stamp = {"title": selection.title, "stamp": selection.stamp.line(language)}
    table = pyarrow.Table.from_arrays(columns, schema=pyarrow.schema(fields, metadata=stamp))
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def _day(value: Value) -> date | None:
    """The day; a year alone is none."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None

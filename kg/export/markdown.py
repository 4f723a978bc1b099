"""Markdown: a table that stays one whatever its cells hold."""

from __future__ import annotations

import re

from kg.errors import Language
from kg.export.selection import Selection, Value

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&!])")


def write_markdown(selection: Selection, language: Language = "vi") -> bytes:
    """Title, table, stamp. Text is escaped: none of it becomes markup, HTML or a link."""
    columns = selection.table.columns
    lines = [f"# {_text(selection.title)}", ""]
    lines.append(f"| {' | '.join(_text(column.heading(language)) for column in columns)} |")
    lines.append(
        f"|{'|'.join(' ---: ' if column.kind in ('integer', 'number') else ' --- ' for column in columns)}|"
    )
    lines += [f"| {' | '.join(map(_text, row))} |" for row in selection.table.rows]
    lines += ["", *(f"> {_text(line)}  " for line in selection.stamp.lines(language))]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _text(value: Value) -> str:
    if value is None:
        return ""
    return _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))

"""Answers of commands shown: as JSON, or as the table that exports have too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from api.speech import speech
from api.terminal import print_json, print_table
from kg.export.selection import Table


def show(value: Any, form: str, table: Table) -> None:
    """`value` as JSON, or `table` with its headings."""
    if form == "json":
        show_json(value)
        return
    language = speech().language
    kept = [place for place, column in enumerate(table.columns) if column.kind != "link"]
    rows = [["" if row[place] is None else str(row[place]) for place in kept] for row in table.rows]
    print_table([table.columns[place].heading(language) for place in kept], rows)


def show_rows(value: Any, form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """`value` as JSON, or rows under columns named in the catalogue (`cli.column.…`; "" has no name)."""
    if form == "json":
        show_json(value)
        return
    say = speech()
    headings = [say(f"cli.column.{name}") if name else "" for name in columns]
    print_table(headings, [["" if cell is None else str(cell) for cell in row] for row in rows])


def show_facts(value: Any, form: str) -> None:
    """A record as JSON, or a line for each of its fields."""
    facts = asdict(value)
    show_rows(value, form, ("", ""), [(name, _plain(fact)) for name, fact in facts.items()])


def show_json(value: Any) -> None:
    """A record, or a sequence of records, as JSON."""
    print_json([_data(item) for item in value] if isinstance(value, list | tuple) else _data(value))


def _data(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _plain(fact: Any) -> Any:
    if isinstance(fact, tuple | list):
        return ", ".join(
            f"{item[0]}: {item[1]}" if isinstance(item, tuple) and len(item) == 2 else str(item)
            for item in fact[:20]
        )
    return fact

"""Which column of a corpus holds what: said by the user, by a preset, or told from the column's name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import cast, get_args

from extractors.models import Relation
from extractors.readers.corpus_tables import Row

_TABLES = Path(__file__).with_name("tables")
_GUESS = "any"
_PARTS = {
    "content": "content",
    "documents": "content",
    "metadata": "metadata",
    "relationships": "relationships",
}
_ENDINGS = frozenset({".parquet", ".jsonl", ".ndjson", ".csv"})


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Fields ("text", "number", "issuer", "date", …) and the column that holds each."""

    columns: Mapping[str, str]

    @classmethod
    def parse(cls, pairs: Iterable[str]) -> ColumnMap:
        """From "field=column" pairs, as given on a command line."""
        columns = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
        return cls({field.strip(): column.strip() for field, column in columns.items()})

    @classmethod
    def named(cls, present: Iterable[str], part: str, preset: str | None = None) -> ColumnMap:
        """The columns that a preset, or the usual names, give to a table with the columns `present`."""
        there = set(present)
        columns: dict[str, str] = {}
        for name in (preset, _GUESS) if preset else (*presets(), _GUESS):
            for field, candidates in _layout().get((name or _GUESS, part), {}).items():
                found = next((column for column in candidates if column in there), None)
                if found is not None:
                    columns.setdefault(field, found)
        return cls(columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns to read."""
        return tuple(dict.fromkeys(self.columns.values()))

    def raw(self, row: Row | object, field: str) -> object:
        """A field's value as the table holds it, None where it has no such column."""
        column = self.columns.get(field)
        return row.get(column) if column is not None and isinstance(row, dict) else None

    def value(self, row: Row | object, field: str) -> str:
        """A field's value as text, "" where there is none."""
        return plain_value(self.raw(row, field)).strip()


@cache
def _layout() -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    layout: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    with (_TABLES / "corpus_columns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            fields = layout.setdefault((row["preset"], row["part"]), {})
            fields[row["field"]] = tuple(row["columns"].split())
    return layout


@cache
def presets() -> tuple[str, ...]:
    """The names of the presets."""
    return tuple(dict.fromkeys(preset for preset, _ in _layout() if preset != _GUESS))


@cache
def given_relations() -> dict[str, tuple[Relation, bool]]:
    """The relation that each known label of a corpus stands for, and whether it runs the other way."""
    with (_TABLES / "given_relations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = set(get_args(Relation))
    return {
        row["label"].casefold(): (cast(Relation, row["relation"]), row["inverse"] == "1")
        for row in rows
        if row["relation"] in known
    }


def part_of(path: Path) -> str | None:
    """Which part of a corpus a file holds, by its name or its folder's: "data/metadata-00001.parquet"."""
    if path.suffix.lower() not in _ENDINGS:
        return None
    for name in (path.stem.lower(), path.parent.name.lower()):
        for start, part in _PARTS.items():
            if name.startswith(start):
                return part
    return None


_NAME_IN_TEXT = re.compile(r"""['"]name['"]\s*:\s*['"]([^'"]*)['"]""")


def plain_value(value: object) -> str:
    """A cell as text: lists joined by "; ", of a record its name."""
    if value is None:
        return ""
    if isinstance(value, str):
        if value.startswith("{") and (match := _NAME_IN_TEXT.search(value)):
            return match.group(1)
        return value
    if isinstance(value, (list, tuple)):
        return "; ".join(filter(None, map(plain_value, value)))
    if isinstance(value, dict):
        return plain_value(value.get("name") or value.get("title") or value.get("value"))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


_DAY_FIRST = re.compile(r"\A(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"\A(\d{4})-(\d{2})-(\d{2})")


def plain_date(text: str) -> str:
    """A date in ISO form: "14/09/2023" → "2023-09-14"; "" for what is no date."""
    iso, day_first = _ISO.match(text), _DAY_FIRST.match(text)
    try:
        if iso:
            return date(*map(int, iso.groups())).isoformat()
        if day_first:
            day, month, year = map(int, day_first.groups())
            return date(year, month, day).isoformat()
    except ValueError:
        return ""
    return ""

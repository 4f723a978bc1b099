"""The columns of a table become the fields of a dataclass, by their types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from ontology import TableError, rows
from ontology.records import records

HEAD = "name,kind,kinds,aliases,count,known,since,until,parent\n"


@dataclass(frozen=True)
class Thing:
    name: str
    kind: Literal["a", "b"]
    kinds: tuple[Literal["a", "b"], ...]
    aliases: tuple[str, ...]
    count: int
    known: bool
    since: date
    until: date | None
    parent: str | None


@dataclass(frozen=True)
class Named:
    name: str
    length: int


@dataclass(frozen=True)
class Odd:
    name: list[str]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rows, "TABLES", tmp_path)
    return tmp_path / "things.csv"


def test_each_field_is_read_as_its_type(table: Path) -> None:
    table.write_text(HEAD + "x,a,a|b,p|q,3,yes,2025-07-01,,\n", encoding="utf-8")
    assert records("things", Thing) == (
        Thing("x", "a", ("a", "b"), ("p", "q"), 3, True, date(2025, 7, 1), None, None),
    )


def test_a_field_that_is_no_column_is_computed_from_the_row(table: Path) -> None:
    table.write_text("name\nLuật\n", encoding="utf-8")
    assert records("things", Named, length=lambda row: len(row.text("name"))) == (Named("Luật", 4),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x,c,a,,3,yes,2025-07-01,,\n", "things.csv line 2: kind 'c' is none of a, b"),
        ("x,a,a|d,,3,yes,2025-07-01,,\n", "things.csv line 2: kinds 'd' is none of a, b"),
        ("x,a,a,,ba,yes,2025-07-01,,\n", "things.csv line 2: count 'ba' is no whole number"),
        ("x,a,a,,3,yes,,,\n", "things.csv line 2: since is empty"),
    ],
)
def test_a_cell_that_does_not_fit_its_field_is_named(table: Path, line: str, message: str) -> None:
    table.write_text(HEAD + line, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        records("things", Thing)
    assert message in str(caught.value)


def test_a_field_that_no_column_can_hold_is_a_mistake_of_the_program(table: Path) -> None:
    table.write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(TypeError, match="No column can hold name"):
        records("things", Odd)

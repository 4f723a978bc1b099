"""A table that cannot be read says where and why."""

from datetime import date
from pathlib import Path

import pytest

from ontology import TableError, rows
from ontology.rows import Row


def _table(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    (folder / "things.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(rows, "TABLES", folder)
    return list(rows.rows("things"))


def test_cells_are_read_by_column_and_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'name,names,day,size,known\nLuật,"a|b, c",2019-06-14,3,yes\nx,,,0,no\n'
    first, second = _table(tmp_path, text, monkeypatch)
    assert first.text("name") == "Luật"
    assert first.many("names") == ("a", "b, c")
    assert first.day("day") == date(2019, 6, 14)
    assert (first.number("size"), first.flag("known")) == (3, True)
    assert second.maybe("names") is None
    assert second.many("names") == ()
    assert second.day("day") is None


@pytest.mark.parametrize(
    ("text", "column", "read", "message"),
    [
        ("a,b\n1\n", "a", "text", "things.csv line 2: 1 cells instead of 2"),
        ("a\n1\n", "b", "text", "things.csv line 2: there is no column 'b'"),
        ("a\n14/6/2019\n", "a", "day", "things.csv line 2: a '14/6/2019' is no date"),
        ("a,b\n,1\n", "a", "required_day", "things.csv line 2: a is empty"),
        ("a\nba\n", "a", "number", "things.csv line 2: a 'ba' is no whole number"),
        ("a\nmaybe\n", "a", "flag", "things.csv line 2: a 'maybe' is neither yes nor no"),
    ],
)
def test_a_bad_cell_is_named(
    text: str, column: str, read: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TableError, match=r"things\.csv") as caught:
        getattr(_table(tmp_path, text, monkeypatch)[0], read)(column)
    assert message in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "TABLES", tmp_path)
    with pytest.raises(TableError, match=r"things\.csv is missing"):
        list(rows.rows("things"))

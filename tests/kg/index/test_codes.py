"""Columns of strings that repeat."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kg.index.codes import Codes, numbered, write_codes


def test_rows_come_back_and_each_string_stands_once(tmp_path: Path) -> None:
    rows = ["Kế hoạch", "", "Quyết định", "Kế hoạch", "đ"]
    codes, table = write_codes(tmp_path, "types", *numbered(rows))
    column = Codes(tmp_path, "types")
    assert column.take(np.arange(5)) == [table[code] for code in codes] == rows
    assert column.take(np.array([4, 0])) == ["đ", "Kế hoạch"]
    assert sorted(column.table.all()) == ["", "Kế hoạch", "Quyết định", "đ"]


def test_strings_of_other_columns_are_left_out(tmp_path: Path) -> None:
    write_codes(tmp_path, "types", np.array([2, 2]), ["Luật", "", "Nghị định"])
    column = Codes(tmp_path, "types")
    assert column.table.all() == ("", "Nghị định")
    assert column.take(np.arange(2)) == ["Nghị định"] * 2


def test_a_column_without_rows(tmp_path: Path) -> None:
    write_codes(tmp_path, "none", *numbered([]))
    assert Codes(tmp_path, "none").take(np.array([], dtype=np.int64)) == []

"""Columns of strings that repeat."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kg.index.codes import Codes, CodesWriter


def test_rows_come_back_and_each_string_stands_once(tmp_path: Path) -> None:
    written = CodesWriter()
    written.extend(["Kế hoạch", "", "Quyết định"])
    written.extend(["Kế hoạch", "đ"])
    written.write(tmp_path, "types")
    column = Codes(tmp_path, "types")
    assert column.take(np.arange(5)) == ["Kế hoạch", "", "Quyết định", "Kế hoạch", "đ"]
    assert column.take(np.array([4, 0])) == ["đ", "Kế hoạch"]
    assert sorted(column.table.all()) == ["", "Kế hoạch", "Quyết định", "đ"]


def test_a_column_without_rows(tmp_path: Path) -> None:
    CodesWriter().write(tmp_path, "none")
    assert Codes(tmp_path, "none").take(np.array([], dtype=np.int64)) == []

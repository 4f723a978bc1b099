"""Tables of strings on disk: by number, and back by value."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.index.strings import StringTable, StringTables


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("strings")


def stored(folder: Path, strings: list[str]) -> StringTable:
    StringTable.write(folder, "t", strings)
    return StringTable(folder, "t")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec=None, exclude_categories=()), max_size=8), max_size=20))
def test_every_string_comes_back_and_is_found(folder: Path, strings: list[str]) -> None:
    ordered = sorted(strings, key=lambda string: string.encode("utf-8", "surrogatepass"))
    table = stored(folder, ordered)
    assert [table[number] for number in range(len(table))] == ordered
    for string in ordered:
        assert table.find(string) == ordered.index(string)
        assert [ordered[number] for number in table.find_all(string)] == [string] * ordered.count(string)


letters = st.characters(codec=None, exclude_categories=())


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(st.text("ab/đ", max_size=4) | st.text(letters, max_size=8), max_size=20))
def test_many_strings_come_back_in_the_order_asked_for(
    folder: Path, data: st.DataObject, strings: list[str]
) -> None:
    table = stored(folder, strings)
    numbers = data.draw(st.lists(st.sampled_from(range(len(strings))))) if strings else []
    assert table.take(np.array(numbers, dtype=np.int64)) == [strings[number] for number in numbers]
    assert list(table.all()) == strings


@pytest.mark.parametrize("absent", ["", "a", "bb", "đ", "z"])
def test_what_is_not_there_is_not_found(folder: Path, absent: str) -> None:
    assert stored(folder, ["b", "d", "Đ"]).find(absent) is None
    assert stored(folder, []).find(absent) is None


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=4))
def test_tables_one_after_the_other_are_as_one(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, parts: list[list[str]]
) -> None:
    tables = StringTables([stored(tmp_path_factory.mktemp("part"), strings) for strings in parts])
    whole = [string for strings in parts for string in strings]
    assert [tables[number] for number in range(len(tables))] == whole
    numbers = data.draw(st.lists(st.sampled_from(range(len(whole))))) if whole else []
    assert tables.take(np.array(numbers, dtype=np.int64)) == [whole[number] for number in numbers]

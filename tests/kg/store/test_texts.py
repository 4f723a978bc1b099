"""The archive gives back every text to the last code point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store.texts import TextArchive, TextWriter

HASH = "0123456789abcdef"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho có dấu #1" / "texts.sqlite"


@pytest.fixture
def writer(path: Path) -> Iterator[TextWriter]:
    path.parent.mkdir()
    made = TextWriter(path)
    yield made
    made.close()


@pytest.mark.parametrize(
    "text", ["", "một\r\nhai\rba\n", "e\u0323\u0302", "\ufeffđầu", "lẻ \ud800", "x" * 100_000]
)
def test_a_text_comes_back_as_it_was(path: Path, writer: TextWriter, text: str) -> None:
    writer.put(HASH, text)
    assert writer.get(HASH) == text
    writer.commit()
    assert TextArchive(path).get(HASH) == text


def test_any_text_comes_back(writer: TextWriter) -> None:
    @given(st.text())
    def check(text: str) -> None:
        writer.put(HASH, text)
        assert writer.get(HASH) == text

    check()


def test_a_reader_sees_what_was_committed_and_does_not_wait(path: Path, writer: TextWriter) -> None:
    reader = TextArchive(path)
    writer.put(HASH, "Kế hoạch")
    writer.commit()
    writer.put(HASH, "Kế hoạch khác")
    for number in range(2_000):
        writer.put(f"{number:016x}", f"Văn bản {number} " * 400)
    assert reader.get(HASH) == "Kế hoạch"
    writer.commit()
    assert reader.get(HASH) == "Kế hoạch khác"


def test_what_was_not_committed_is_forgotten(path: Path, writer: TextWriter) -> None:
    writer.put(HASH, "Kế hoạch")
    writer.close()
    assert TextArchive(path).get(HASH) is None


def test_a_text_that_is_removed_is_gone(path: Path, writer: TextWriter) -> None:
    writer.put(HASH, "Kế hoạch")
    writer.remove(HASH)
    writer.remove(HASH)
    writer.commit()
    assert TextArchive(path).get(HASH) is None
    assert TextArchive(path).size() > 0


def test_where_nothing_was_written_there_is_no_text(path: Path) -> None:
    assert TextArchive(path).get(HASH) is None
    assert TextArchive(path).size() == 0


def test_a_file_that_is_something_else_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"khong phai co so du lieu " * 100)
    with pytest.raises(StoreError, match=r"texts\.sqlite"):
        TextArchive(path).get(HASH)

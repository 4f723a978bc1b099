"""The archive gives back every text to the last code point."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.texts import TextArchive

HASH = "0123456789abcdef"


@pytest.mark.parametrize(
    "text", ["", "một\r\nhai\rba\n", "e\u0323\u0302", "\ufeffđầu", "lẻ \ud800", "x" * 100_000]
)
def test_a_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    archive = TextArchive(tmp_path)
    archive.put(HASH, text)
    assert archive.get(HASH) == text


def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    archive = TextArchive(tmp_path_factory.mktemp("texts"))

    @given(st.text())
    def check(text: str) -> None:
        archive.put(HASH, text)
        assert archive.get(HASH) == text

    check()


def test_the_same_text_makes_the_same_file(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        TextArchive(tmp_path / folder).put(HASH, "Kế hoạch")
    files = [path.read_bytes() for path in sorted(tmp_path.rglob("*.gz"))]
    assert len(files) == 2
    assert files[0] == files[1]


def test_a_text_that_is_removed_leaves_nothing(tmp_path: Path) -> None:
    archive = TextArchive(tmp_path)
    archive.put(HASH, "Kế hoạch")
    assert archive.size() > 0
    archive.remove(HASH)
    archive.remove(HASH)
    assert archive.get(HASH) is None
    assert list(tmp_path.iterdir()) == []

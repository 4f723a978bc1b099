"""Words in texts: with their diacritics, without, and unfinished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.index.fulltext import FullText, FullTexts, Letters, words_of, write_texts

TEXTS = ["Luật Đất đai", "đạt dài", "Đường bộ (sửa đổi)", "Số 05/KH-UBND"]


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[FullText]:
    write_texts(tmp_path / "t.sqlite", TEXTS, "1 2")
    with closing(FullText(tmp_path / "t.sqlite")) as found:
        yield found


@pytest.mark.parametrize(
    ("query", "letters", "unfinished", "found"),
    [
        ("đất đai", "written", False, [0]),
        ("ĐẤT ĐAI", "written", False, [0]),
        ("dat dai", "written", False, []),
        ("dat dai", "folded", False, [0, 1]),
        ("đất đai", "folded", False, [0, 1]),
        ("duo", "folded", False, []),
        ("duo", "folded", True, [2]),
        ("đ", "written", True, [0, 1, 2]),
        ("kh ubnd 05", "folded", False, [3]),
    ],
)
def test_texts_that_have_all_words(
    texts: FullText, query: str, letters: Letters, unfinished: bool, found: list[int]
) -> None:
    assert texts.having(words_of(query), letters, 10, unfinished=unfinished).tolist() == found


def test_no_more_than_asked_for_and_in_their_order(texts: FullText) -> None:
    assert texts.having(["d"], "folded", 2, unfinished=True).tolist() == [0, 1]


def test_letters_in_two_characters_are_one(tmp_path: Path) -> None:
    assert words_of("Đa\u0302\u0301t") == ["Đất"]


@pytest.mark.parametrize(
    "text",
    [
        'Luật "Đất đai"',
        "Luật\\Đất\\đai",
        "Luật\tĐất\nđai",
        "Luật\0Đất\0đai",
        "Luật [Đất] {đai} \\u0000",
        "😀 đất đai",
    ],
)
def test_whatever_stands_between_words(tmp_path: Path, text: str) -> None:
    write_texts(tmp_path / "t.sqlite", ["", text, "Bộ luật"])
    with closing(FullText(tmp_path / "t.sqlite")) as found:
        assert found.having(words_of("đất đai"), "written", 10).tolist() == [1]
        assert found.having(words_of("dat dai"), "folded", 10).tolist() == [1]


def test_no_texts(tmp_path: Path) -> None:
    write_texts(tmp_path / "none.sqlite", [])
    with closing(FullText(tmp_path / "none.sqlite")) as found:
        assert not len(found.having(["a"], "folded", 10))


@pytest.mark.parametrize("limit", range(5))
def test_files_one_after_the_other_are_as_one(tmp_path: Path, limit: int) -> None:
    parts: tuple[list[str], ...] = (TEXTS[:1], [], TEXTS[1:2], TEXTS[2:])
    for number, part in enumerate(parts):
        write_texts(tmp_path / f"{number}.sqlite", part)
    files = [FullText(tmp_path / f"{number}.sqlite") for number in range(len(parts))]
    with closing(FullTexts(files, firsts=(0, 1, 1, 2))) as found:
        assert found.having(["dai"], "folded", limit).tolist() == [0, 1][:limit]
        assert found.having(["05"], "folded", limit).tolist() == [3][:limit]

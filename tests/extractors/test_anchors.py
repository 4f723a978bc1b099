"""Type words that open a citation."""

from __future__ import annotations

import pytest

import ontology
from extractors.anchors import find_anchors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theo Nghị định số 80", ["nghị định"]),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 29", ["nghị quyết"]),
        ("Thông tư\nliên tịch số 06", ["thông tư liên tịch"]),
        ("Chương trình hành động của", ["chương trình hành động"]),
        ("Kế hoạch và Đề án", ["kế hoạch", "đề án"]),
        ("có kế hoạch và có đề án", []),
        ("", []),
    ],
)
def test_type_words_begin_with_a_capital(text: str, words: list[str]) -> None:
    assert [anchor.word for anchor in find_anchors(text)] == words


def test_the_longest_type_word_wins_and_is_quoted_exactly() -> None:
    text = "Căn cứ Thông tư  liên tịch số 06"
    (anchor,) = find_anchors(text)
    assert text[anchor.start : anchor.end] == "Thông tư  liên tịch"


@pytest.mark.parametrize("name", sorted({kind.name for kind in ontology.document_types()}))
def test_every_type_of_the_table_is_an_anchor(name: str) -> None:
    (anchor,) = find_anchors(f"{name} số 1")
    assert anchor.word == name.casefold()

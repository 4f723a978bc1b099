"""Sentences inside a paragraph."""

from __future__ import annotations

import pytest

from extractors.sentences import ABBREVIATION, ABBREVIATION_EXAMPLES, split

SPLIT = [
    ("Câu một. Câu hai.", ["Câu một.", "Câu hai."]),
    ("Điều 1. Phạm vi điều chỉnh", ["Điều 1. Phạm vi điều chỉnh"]),
    ("2.1. Nhiệm vụ chung. Giao Sở.", ["2.1. Nhiệm vụ chung.", "Giao Sở."]),
    ("Tại TP. Hồ Chí Minh có hai. Hết", ["Tại TP. Hồ Chí Minh có hai.", "Hết"]),
    ("Theo khoản 1.5 của Luật. “Nội dung”.", ["Theo khoản 1.5 của Luật.", "“Nội dung”."]),
    ("Ghi là “Đạt.” Tiếp theo.", ["Ghi là “Đạt.”", "Tiếp theo."]),
    ("Luật này.7 Chính phủ quy định.", ["Luật này.7", "Chính phủ quy định."]),
    ("Thực hiện Mục tiêu 3.2 Chương trình. Hết.", ["Thực hiện Mục tiêu 3.2 Chương trình.", "Hết."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, 0, len(text), [])] == expected


def test_no_boundary_inside_a_held_range() -> None:
    text = "Luật Đất đai. Và Nghị định. Hết."
    assert [text[s:e] for s, e in split(text, 0, len(text), [(0, 24)])] == [
        "Luật Đất đai. Và Nghị định.",
        "Hết.",
    ]


@pytest.mark.parametrize("text", ABBREVIATION_EXAMPLES)
def test_abbreviations(text: str) -> None:
    assert ABBREVIATION.search(text)

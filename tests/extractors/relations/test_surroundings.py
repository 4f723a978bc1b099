"""What is around a passage: headings, ends of lists, blanks of forms."""

from __future__ import annotations

import re

import pytest

from extractors.relations.surroundings import BLANKS, HEADS, LIST_OVER, PASSIVE_OPENING


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (BLANKS, "....."),
        (HEADS, "Điều 5"),
        (HEADS, "II. "),
        (PASSIVE_OPENING, "được sửa đổi, bổ sung một số điều bởi:"),
        (LIST_OVER, "Căn cứ"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (BLANKS, "..."),
        (HEADS, "các điều 5"),
        (PASSIVE_OPENING, "được sửa đổi, bổ sung bởi Nghị định"),
        (LIST_OVER, "- Thông tư"),
    ],
)
def test_what_only_looks_like_them(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.match(text) is None

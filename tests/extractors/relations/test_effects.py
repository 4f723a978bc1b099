"""Clauses on effect behind the citations they are said of."""

from __future__ import annotations

import re

import pytest

from extractors.relations.effects import CONDITION, CONDITIONAL, REPLACED_BY_THIS
from tests.extractors.reading import CIRCULAR, edges

FIRST, SECOND = "Thông tư số 12/2018/TT-BGDĐT", "Thông tư số 13/2019/TT-BGDĐT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{FIRST} và {SECOND} hết hiệu lực.",
            ["self repeals 12/2018/TT-BGDĐT", "self repeals 13/2019/TT-BGDĐT"],
            id="all that were merely named",
        ),
        pytest.param(
            f"{FIRST} được thay thế bằng Thông tư này.",
            ["self replaces 12/2018/TT-BGDĐT"],
            id="replaced by the document",
        ),
        pytest.param(
            f"Trường hợp {FIRST} hết hiệu lực.",
            ["self cites 12/2018/TT-BGDĐT"],
            id="a condition before the citation",
        ),
        pytest.param(
            f"{FIRST} áp dụng cho đến khi hết hiệu lực.",
            ["self cites 12/2018/TT-BGDĐT"],
            id="a condition behind the citation",
        ),
    ],
)
def test_what_has_ended(text: str, expected: list[str]) -> None:
    assert edges(CIRCULAR + text) == expected


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (CONDITION, "Trường hợp các "),
        (CONDITIONAL, "cho đến "),
        (REPLACED_BY_THIS, "được thay thế bởi Thông tư này"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

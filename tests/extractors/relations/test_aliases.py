"""Repetitions in brackets say what the mention says that they repeat."""

from __future__ import annotations

import pytest

from extractors.relations.aliases import ALIAS_OPEN
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thực hiện Luật Giáo dục số 43/2019/QH14 (sau đây gọi tắt là Luật Giáo dục) trong các trường.",
            ["self implements 43/2019/QH14", "self implements 43/2019/QH14"],
            id="the same law",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 29-NQ/TW (Nghị quyết số 29-NQ/TW) trong các trường.",
            ["self implements 29-NQ/TW", "self implements 29-NQ/TW"],
            id="the same number",
        ),
    ],
)
def test_a_repetition_says_the_same(text: str, expected: list[str]) -> None:
    assert edges(PLAN_OF_BINH_THUAN + text) == expected


@pytest.mark.parametrize("example", ["(sau đây gọi tắt là ", "(gọi chung là “", "("])
def test_what_opens_a_repetition(example: str) -> None:
    assert ALIAS_OPEN.match(example)


@pytest.mark.parametrize("text", ["(theo ", "(ban hành kèm theo ", "sau đây gọi tắt là "])
def test_what_opens_none(text: str) -> None:
    assert ALIAS_OPEN.search(text) is None

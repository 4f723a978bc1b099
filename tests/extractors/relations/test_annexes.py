"""What an act issues or approves hangs on the act."""

from __future__ import annotations

import re

import pytest

from extractors.relations.annexes import APPROVED_BY, ISSUED_WITH
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thực hiện Quy chế quản lý thư viện ban hành kèm theo Quyết định số 12/2020/QĐ-UBND.",
            ["12/2020/QĐ-UBND promulgates quản lý thư viện", "self implements 12/2020/QĐ-UBND"],
            id="issued: what is said of the annex is said of the act",
        ),
        pytest.param(
            "Thực hiện Đề án Phát triển thư viện đã được phê duyệt tại Quyết định số 12/2020/QĐ-UBND.",
            ["self implements Phát triển thư viện", "12/2020/QĐ-UBND approves Phát triển thư viện"],
            id="approved: the scheme itself is carried out",
        ),
    ],
)
def test_issued_and_approved(text: str, expected: list[str]) -> None:
    assert edges(PLAN_OF_BINH_THUAN + text) == expected


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (ISSUED_WITH, " ban hành kèm theo "),
        (ISSUED_WITH, " (được ban hành tại "),
        (APPROVED_BY, " được UBND tỉnh phê duyệt tại "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

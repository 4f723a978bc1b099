"""Numbers of a list that leave their symbol to the last."""

from __future__ import annotations

import pytest

from extractors.pipeline import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Căn cứ Thông tư số 18, 19/2018/TT-BCT ngày 5/6/2018 của Bộ Công Thương;",
            {
                "Thông tư số 18": "18/2018/TT-BCT",
                "19/2018/TT-BCT ngày 5/6/2018 của Bộ Công Thương": "19/2018/TT-BCT",
            },
        ),
        (
            "theo các Quyết định số 12, 13 và 15/2020/QĐ-UBND.",
            {
                "Quyết định số 12": "12/2020/QĐ-UBND",
                "13": "13/2020/QĐ-UBND",
                "15/2020/QĐ-UBND": "15/2020/QĐ-UBND",
            },
        ),
        (
            "Thực hiện Nghị quyết số 5, số 6/NQ-HĐND.",
            {"Nghị quyết số 5": "5/NQ-HĐND", "số 6/NQ-HĐND": "6/NQ-HĐND"},
        ),
        ("tại Điều 5, 6 Quyết định số 7/QĐ-UBND.", {"Quyết định số 7/QĐ-UBND": "7/QĐ-UBND"}),
        ("năm học 2020, 19/2018/TT-BCT.", {"19/2018/TT-BCT": "19/2018/TT-BCT"}),
    ],
)
def test_each_number_of_the_list_has_the_symbol(text: str, found: dict[str, str]) -> None:
    assert {c.text: c.number for c in extract(text).citations} == found

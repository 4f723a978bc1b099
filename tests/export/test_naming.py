"""How instruments are named in a list of grounds, after Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import pytest

from kg.export.naming import citation_line, day_in_words
from kg.models import InstrumentRef


def instrument(**said: object) -> InstrumentRef:
    return InstrumentRef("http://localhost:8000/id/x", "x", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            {"type": "Nghị định", "number": "30/2020/NĐ-CP", "issuer": "Chính phủ", "date": "2020-03-05",
             "title": "Về công tác văn thư"},
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            {"type": "Luật", "number": "43/2019/QH14", "issuer": "Quốc hội", "date": "2019-06-14",
             "title": "Luật Giáo dục"},
            "Luật Giáo dục ngày 14 tháng 6 năm 2019",
        ),
        ({"type": "Luật", "title": "Đất đai", "year": 2024}, "Luật Đất đai năm 2024"),
        (
            {"type": "Quyết định", "number": "2457/QĐ-BGDĐT", "issuer": "Bộ Giáo dục và Đào tạo",
             "date": "2023-08-23", "title": "Ban hành Khung kế hoạch thời gian năm học"},
            "Quyết định số 2457/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ Giáo dục và Đào tạo "
            "ban hành Khung kế hoạch thời gian năm học",
        ),
        (
            {"type": "Nghị quyết", "number": "29-NQ/TW", "issuer": "Ban Chấp hành Trung ương", "year": 2013,
             "title": "đổi mới căn bản, toàn diện giáo dục."},
            "Nghị quyết số 29-NQ/TW năm 2013 của Ban Chấp hành Trung ương "
            "về đổi mới căn bản, toàn diện giáo dục",
        ),
        ({"type": "Kế hoạch", "number": "38/KH-UBND"}, "Kế hoạch số 38/KH-UBND"),
        ({}, "Văn bản"),
    ],
)  # fmt: skip
def test_an_instrument_as_a_ground(said: dict[str, object], line: str) -> None:
    assert citation_line(instrument(**said)) == line


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020-03-05", "ngày 05 tháng 3 năm 2020"),
        ("2021-01-15", "ngày 15 tháng 01 năm 2021"),
        ("2021-02-09", "ngày 09 tháng 02 năm 2021"),
        ("2021-12-31", "ngày 31 tháng 12 năm 2021"),
        ("2021", ""),
        (None, ""),
    ],
)
def test_days_below_ten_and_the_first_months_take_a_zero(iso: str | None, words: str) -> None:
    assert day_in_words(iso) == words

"""Dates behind a number, in all the shapes that documents have."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import BEHIND, FIRST_YEAR, FULL_DATE, LAST_YEAR, YEAR_BEHIND, iso_date, read_date_behind


@pytest.mark.parametrize(
    ("text", "iso", "year"),
    [
        (" ngày 14 tháng 9 năm 2023", "2023-09-14", 2023),
        (" ngày 07 tháng 3 năm 2005", "2005-03-07", 2005),
        (", ngày 14 tháng 9 năm 2023", "2023-09-14", 2023),
        (" ngày 19-8-2022", "2022-08-19", 2022),
        (" ngày 23/8/2023", "2023-08-23", 2023),
        (" ngày 05/3/2020", "2020-03-05", 2020),
        (" NGÀY 30.5.2019", "2019-05-30", 2019),
        (" ngày 25 tháng 9/2020", "2020-09-25", 2020),
        (" ngày\n23/8/2023", "2023-08-23", 2023),
        (", ngày mùng 5 tháng 11 năm 2005", "2005-11-05", 2005),
        (" NGÀY 04 THÁNG 11 NĂM 2013", "2013-11-04", 2013),
        (" ban hành ngày 23/8/2023", "2023-08-23", 2023),
        (" ký ngày 23/8/2023", "2023-08-23", 2023),
        (" 23/8/2023", "2023-08-23", 2023),
        (" năm 2019", None, 2019),
        (" tháng 11 năm 2019", None, 2019),
        (" NĂM 2019", None, 2019),
    ],
)
def test_shapes_of_a_date(text: str, iso: str | None, year: int) -> None:
    found = read_date_behind(text + " của", 0)
    assert found is not None
    assert (found.iso, found.year, found.end) == (iso, year, len(text))


@pytest.mark.parametrize(
    "text",
    [
        " năm 2019-2020",
        " năm 2019 - 2025",
        " năm 20191",
        " của Chính phủ ngày 1/1/2020",
        " giai đoạn 2021-2025",
        " ngày 14",
        " ngày 14 tháng 9",
        "",
    ],
)
def test_what_is_no_date_behind_a_number(text: str) -> None:
    assert read_date_behind(text, 0) is None


def test_a_day_that_never_was_leaves_the_year() -> None:
    found = read_date_behind(" ngày 31/2/2020", 0)
    assert found is not None
    assert (found.iso, found.year) == (None, 2020)


@pytest.mark.parametrize(
    ("year", "month", "day", "iso"),
    [
        ("2024", "2", "29", "2024-02-29"),
        ("2023", "2", "29", None),
        ("2023", "13", "1", None),
        (str(FIRST_YEAR - 1), "1", "1", None),
        (str(LAST_YEAR + 1), "1", "1", None),
    ],
)
def test_only_days_of_the_calendar_have_an_iso_form(year: str, month: str, day: str, iso: str | None) -> None:
    assert iso_date(year, month, day) == iso


@given(st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)))
def test_every_day_is_read_from_words_and_from_figures(day: datetime.date) -> None:
    for text in (
        f" ngày {day.day} tháng {day.month} năm {day.year}",
        f" ngày {day.day:02}/{day.month:02}/{day.year}",
        f" ngày {day.day}-{day.month}-{day.year}",
    ):
        found = read_date_behind(text, 0)
        assert found is not None
        assert found.iso == day.isoformat()


@pytest.mark.parametrize(
    "example", ["23/8/2023", "19-8-2022", "07 tháng 3 năm 2005", "30.5.2019", "25 tháng 9/2020"]
)
def test_the_pattern_of_a_full_date_matches_its_examples(example: str) -> None:
    assert re.fullmatch(FULL_DATE, example)


@pytest.mark.parametrize(
    "example", [", ngày 23/8/2023", " ban hành ngày 23/8/2023", " ký ngày 23/8/2023", " 23/8/2023"]
)
def test_the_pattern_of_a_date_behind_matches_its_examples(example: str) -> None:
    assert BEHIND.fullmatch(example)


@pytest.mark.parametrize("example", [" năm 2019", " tháng 11 năm 2019"])
def test_the_pattern_of_a_year_behind_matches_its_examples(example: str) -> None:
    assert YEAR_BEHIND.fullmatch(example)

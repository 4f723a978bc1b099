"""Dates as documents write them: "ngày 14 tháng 9 năm 2023", "19-8-2022", "23/8/2023", "năm 2019"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# "ngày 23/8/2023", "ngày 19-8-2022", "ngày 07 tháng 3 năm 2005", "NGÀY 30.5.2019", "ngày 25 tháng 9/2020",
# and behind the word in `BEHIND` "ngày mùng 5 tháng 11 năm 2005"
FULL_DATE = (
    r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s*(?:tháng|THÁNG|Tháng)\s*)(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s*(?:năm|NĂM|Năm)\s*)(?P<year>\d{4})(?!\d)"
)
# The date behind a number: ", ngày 14 tháng 9 năm 2023", " ban hành ngày 19-8-2022"; before figures the word
# may be missing: " 23/8/2023".
BEHIND = re.compile(
    rf"""\s*(?:,\s*)?(?:\(\s*)?(?:(?:được\ )?(?:ban\ hành|ký)\ )?(?:
        (?:ngày|NGÀY|Ngày)\s*(?:m[ùồ]ng\s+)?{FULL_DATE}
      | (?P<d2>\d{{1,2}})\s?[/-]\s?(?P<m2>\d{{1,2}})\s?[/-]\s?(?P<y2>\d{{4}})(?!\d)
    )""",
    re.VERBOSE,
)
# The year alone: "năm 2019"; the month with it: "tháng 11 năm 2019". Not a school year or a period.
YEAR_BEHIND = re.compile(
    r"\s*(?:,\s*)?(?:(?:tháng|THÁNG)\s+\d{1,2}\s+)?(?:năm|NĂM)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–—/]\s*(?:19|20)?\d\d|\d)"
)
FIRST_YEAR, LAST_YEAR = 1945, 2100


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date read at some place: ISO date where the day is known, the year always; `end` is where it ends."""

    iso: str | None
    year: int
    end: int
    worded: bool = True
    """Whether the word "ngày" or "năm" stands before it."""


def iso_date(year: str, month: str, day: str) -> str | None:
    """ISO form of a date written in figures, None if no such day exists."""
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return value.isoformat() if FIRST_YEAR <= value.year <= LAST_YEAR else None


def read_date_behind(text: str, position: int) -> FoundDate | None:
    """The date that stands right behind `position`: a full date, or else the year alone."""
    match = BEHIND.match(text, position)
    if match:
        year = match["year"] or match["y2"]
        iso = iso_date(year, match["month"] or match["m2"], match["day"] or match["d2"])
        if iso or FIRST_YEAR <= int(year) <= LAST_YEAR:
            return FoundDate(iso, int(year), match.end(), match["year"] is not None)
    match = YEAR_BEHIND.match(text, position)
    if match:
        return FoundDate(None, int(match["year"]), match.end())
    return None

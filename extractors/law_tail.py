"""What stands behind a law's title and belongs to its citation: number, date, or the year alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import letters
from extractors.dates import FoundDate, read_date_behind
from extractors.mention import Mention
from extractors.numbers import NUMBER, canonical_signs

# What leads to a law's number: " số 61/2020/QH14", " (Luật số 80/2015/QH13)", ", 80/2015/QH13"
SO_NUMBER = letters.compile(
    r"\s*(?:,\s*)?(?:(?P<open>\()\s*)?"
    r"(?:(?:[Ll]uật\s+)?(?:[Ss]ố|SỐ):?\s*(?=\d)|(?=\d{1,3}/\d{4}/(?:QH|UBTVQH|PL)))"
)

CLOSE = re.compile(r"\s*\)")

# A law that replaced one of its name, before its date: " (sửa đổi) năm 2013", " sửa đổi, bổ sung 2014"
REVISED = letters.compile(
    r"\s+(?:\(\s*)?sửa\s+đổi(?:,?\s+bổ\s+sung)?(?:\s*\))?(?=,?\s+(?:(?:năm\s+)?(?:19|20)\d\d|ngày\s+\d))"
)

# The year without "năm", not the first of a period: " 2019"
BARE_YEAR = letters.compile(r"\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–—/.]\s*\d|\d)")

# " (2015)", " (năm 2015)"
BRACKET_YEAR = letters.compile(r"\s*\(\s*(?:năm\s+)?(?P<year>(?:19|20)\d\d)\s*\)")

# The year behind is that of the doing: "dự toán kinh phí thực hiện "
OF_THE_DOING = letters.compile(
    r"(?:dự\s+toán|kinh\s+phí)\s[^.;]{0,40}(?:thực\s+hiện|thi\s+hành|triển\s+khai)\s+\Z", re.IGNORECASE
)

LAW_SIGNS = ("QH", "UBTVQH", "PL", "HĐNN", "L")
"""What the symbol of a law's or an ordinance's number begins with."""


@dataclass(frozen=True, slots=True)
class LawNumber:
    """A law's number behind its title: where it ends, its canonical spelling, the year it states."""

    end: int
    canonical: str
    year: int | None


def read_law_number(text: str, position: int) -> LawNumber | None:
    """The law's number right behind `position`, with the brackets around it."""
    so = SO_NUMBER.match(text, position)
    number = NUMBER.match(text, so.end()) if so else None
    if so is None or number is None:
        return None
    signs, separators = canonical_signs(number["symbol"])
    if not signs[0].startswith(LAW_SIGNS):
        return None
    close = CLOSE.match(text, number.end()) if so["open"] else number
    if close is None:
        return None
    joined = "".join(sign + separator for sign, separator in zip(signs, (*separators, ""), strict=True))
    year = int(number["year"]) if number["year"] else None
    lead = f"{number['running']}/{year}" if year else number["running"]
    return LawNumber(close.end(), f"{lead}/{joined}", year)


def read_law_tail(text: str, mention: Mention) -> None:
    """Take number, date or year behind a title into the mention; they end its span."""
    revised = REVISED.match(text, mention.end)
    if revised:
        mention.end = revised.end()
    numbered = _take_number(text, mention)
    found = _date_of_law(text, mention)
    if found:
        mention.date, mention.end = found.iso, found.end
        mention.year = mention.year or found.year
        if found.iso and not numbered:
            _take_number(text, mention)
        return
    bare = BARE_YEAR.match(text, mention.end) or BRACKET_YEAR.match(text, mention.end)
    if bare and not numbered:
        mention.year, mention.end = int(bare["year"]), bare.end()


def _take_number(text: str, mention: Mention) -> bool:
    number = read_law_number(text, mention.end)
    if number:
        mention.end, mention.number, mention.year = number.end, number.canonical, number.year
    return number is not None


def _date_of_law(text: str, mention: Mention) -> FoundDate | None:
    """The date behind a law, unless it is bare figures, of the doing, or a year other than its number's."""
    found = read_date_behind(text, mention.end)
    if found is None or not found.worded:
        return None
    if found.iso:
        return found
    of_the_doing = OF_THE_DOING.search(text, max(0, mention.start - 70), mention.start)
    other_year = mention.year and mention.year != found.year
    return None if of_the_doing or other_year else found

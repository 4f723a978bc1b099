"""Where a paragraph begins and ends, in text whose lines may be wrapped.

Gazette and PDF text breaks lines in the middle of sentences, saved pages do not. A line break ends a
paragraph unless the sentence visibly goes on. Bounds are found around a position on demand: most of a long
document holds no citation and is never cut up.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What begins a new paragraph at the start of a line. Examples: "Điều 5. …", "a) …", "- …", "Căn cứ …".
OPENER = re.compile(
    r"""
    (?:Điều|Mục|Phần|Chương|Phụ\ lục|MỤC|PHẦN|CHƯƠNG|PHỤ\ LỤC)\ +(?:thứ|THỨ|[IVXLA-D]+|\d+[a-zđ]?)\b
  | \d{1,2}(?:\.\d{1,2}){0,3}[.)\\/]\ | \d{1,2}\.\d | [IVX]{1,6}\s?[.)/-]\  | [a-zđ]{1,2}(?:\.?\d)?[).]\ | [-–+•*○●]
  | \(\d{1,2}\) | \([a-z]\d?\) | ["“](?:Điều\ |Chương\ |Mục\ |\d{1,2}[.)]\ |[a-zđ]\)\ )
  | Căn\ cứ\  | Theo\ đề\ nghị | Xét\ (?:đề|Tờ) | Nơi\ nhận | Số:?\ *\d | CỘNG\ H | Độc\ lập\ - | Kính\ gửi
  | QUYẾT\ (?:ĐỊNH|NGHỊ)\s*: | (?:KT|TM|TL|TUQ|Q)\.\ | (?:BỘ\ TRƯỞNG|CHỦ\ TỊCH|THỦ\ TƯỚNG|GIÁM\ ĐỐC)\s*$ | Lưu:
  | \d{1,2}\ +[A-ZĐ“]                                                                    # a footnote
    """,
    re.VERBOSE | re.MULTILINE,
)
CONTINUES = re.compile(r"[a-zà-ỹđ(,;]")
DANGLING = re.compile(
    r"(?:\b(?:bởi|và|của|số|tại|theo|về|ngày|tháng|năm|là|các|đến|từ|cho|khoản|điểm|Điều|khóa|thứ|Bộ|Luật|hoặc)|[-,(])\s*$"
)
FULL_LINE = 55
"""A line shorter than this (characters) was not wrapped by its width."""


def ends_paragraph(text: str, position: int) -> bool:
    """Whether the line break at `position` ends a paragraph."""
    line_start = text.rfind("\n", 0, position) + 1
    line = text[line_start:position].rstrip()
    if not line or line[-1] in ".;:!?":
        return True
    following = _skip_space(text, position)
    if following >= len(text):
        return True
    blank_between = text.count("\n", position, following) > 1
    goes_on = CONTINUES.match(text, following) is not None
    if OPENER.match(text, following):
        return True
    if goes_on:
        return False
    if blank_between:
        return True
    return len(line) < FULL_LINE and not DANGLING.search(line)


_SPACE = re.compile(r"\s*")


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def paragraph_start(text: str, position: int, limit: int = 4000) -> int:
    """Where the paragraph around `position` begins; looks back at most `limit` characters."""
    floor = max(0, position - limit)
    at = position
    while True:
        at = text.rfind("\n", floor, at)
        if at < 0:
            return floor
        if ends_paragraph(text, at):
            return at + 1


def paragraph_end(text: str, position: int, limit: int = 4000) -> int:
    """Where the paragraph around `position` ends (exclusive); looks ahead at most `limit` characters."""
    ceiling = min(len(text), position + limit)
    at = position
    while True:
        at = text.find("\n", at, ceiling)
        if at < 0:
            return ceiling
        if ends_paragraph(text, at):
            return at
        at += 1


@lru_cache(maxsize=1024)
def one_line(text: str) -> str:
    """Wrapped text as one line of the same length."""
    return text.replace("\r", " ").replace("\n", " ")

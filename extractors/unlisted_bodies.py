"""Bodies that no table lists: by the word that opens such names, or by what a steering committee steers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import letters
from extractors.home import Home
from extractors.local_bodies import read_place
from extractors.phrases import words_of
from ontology.models import BodyPattern

# Words that follow a body and begin something else; never inside its name.
NOT_IN_A_NAME = (
    r"(?:Hội\s+đồng\s+nhân|HĐND|về\s+việc|ban\s+hành|quy\s+định|phê\s+duyệt|triển\s+khai|thực\s+hiện"
    r"|hướng\s+dẫn|ngày|đã|được|tại|theo|và\s+(?:Quyết|Nghị|Kế|Công)|là|yêu|đề|có|sửa|công\s+bố|thông\s+qua"
    r"|kèm)\b"
)
# Words in lower case that names hold.
SMALL_WORDS = (
    r"(?:[Qq]uốc\s+gia|về|và|lý|đạo|tế|nước|hóa|thông|ương|cứu|tỉnh|thành\s+phố|huyện|chuyển\s+đổi\s+số"
    r"|cải\s+cách\s+hành\s+chính|phòng,?\s+chống\s+tham\s+nhũng)(?!\w)"
    r"|ngân\s+sách|xã\s+hội|thưởng|chứng\s+thực|đua|khen"
)
# "Hội đồng Thi đua - Khen thưởng Trung ương", "Viện Hàn lâm Khoa học", "Ban Chỉ đạo Trung ương"
# After Trung ương a name does not run over a comma into the next body of a list.
UNLISTED = letters.compile(
    rf"{words_of('unlisted body')}"
    rf"(?:(?:(?<!ương)[\s,–-]+|\s+)(?!{NOT_IN_A_NAME})(?:{SMALL_WORDS}|[A-ZĐÀ-Ỹ]\w*)){{1,14}}"
)

# What a name cannot end with: "Ban Chỉ đạo Trung ương về"
HANGING = re.compile(r"\s+(?:về|và)$")


def read_unlisted_name(text: str, position: int) -> tuple[str, int] | None:
    """A body's name by its opening word, up to a word that cannot belong to it; and where it ends."""
    match = UNLISTED.match(text, position)
    if not match:
        return None
    return HANGING.sub("", " ".join(match[0].split())), position + len(match[0].rstrip())


UNIT_AHEAD = r"\s+(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|cấp\s+tỉnh)(?!\w)"
# What a steering committee is for, before its level: " phòng, chống tội phạm tỉnh", " 389 quốc gia"
STEERS = letters.compile(
    rf"""\s+(?P<task>
        (?!(?:về|ngày|và|đã|được|tại|theo|tỉnh|thành\s+phố|huyện|quận|ban\s+hành|triển|thực)\b)[^.;()\n]{{2,90}}?)
    (?:\s+(?P<whole>quốc\s+gia|Quốc\s+gia|Trung\s+ương|TW)(?!\s+(?:tỉnh|thành\s+phố|huyện)(?!\w))
      |(?={UNIT_AHEAD}))""",
    re.VERBOSE,
)

# What shows that the words behind a committee's name are no task: "yêu cầu các sở"
NOT_A_TASK = letters.compile(
    r"\b(?:về\s+việc|ban\s+hành|ngày|yêu\s+cầu|triển\s+khai|thực\s+hiện|đề\s+nghị|phê\s+duyệt)\b"
)


def read_steering(
    text: str, position: int, end: int, pattern: BodyPattern, home: Home
) -> tuple[str | None, int] | None:
    """The full name of the steering committee whose bare name stands from `position` to `end`, and its end.

    None where the words behind do not say what it steers; a name of None where they do, of an unknown home.
    """
    found = STEERS.match(text, end)
    if found is None or NOT_A_TASK.search(found["task"]):
        return None
    committee = " ".join(text[position : found.end()].split())
    if found["whole"]:
        return committee, found.end()
    place, stop = read_place(text, found.end(), [pattern], home)
    bare = pattern.full_name("", "").strip()
    return (committee + place.removeprefix(bare) if place else None), stop


def is_steering(patterns: Sequence[BodyPattern]) -> bool:
    """Whether a bare name is that of steering committees."""
    return bool(patterns) and patterns[0].kind == "steering committee"

"""The line that opens the list an item belongs to: "Bãi bỏ các văn bản sau:", or the heading of an annex."""

from __future__ import annotations

import re

from extractors import letters
from extractors.cues import first_trailing_cue, last_cue
from extractors.paragraphs import paragraph_end, paragraph_start
from extractors.relations.frames import CHANGES, Base
from extractors.relations.openings import ORDER_START
from extractors.relations.passives import relation_of

# "- ", "1. ", "1.2. ", "a) ", "(1) ", "**1. ": the marker of an item.
ITEM = re.compile(
    r"\s*(?:\*\*)?(?:[-–+•*○●]\s?|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\d?\)\s|\(\d{1,2}\)\s|[ivx]+\)\s)"
)

# "Điều 5", "**Điều 12": the heading of an article.
ARTICLE = re.compile(r"(?:\*\*)?Điều\s+\d+")

# "DANH MỤC VĂN BẢN BÃI BỎ TOÀN BỘ", "DANH MỤC NGHỊ QUYẾT HẾT HIỆU LỰC": the heading of an annex.
ENDED = letters.compile(r"DANH\s+MỤC[^a-zà-ỹ]*(?:BÃI\s+BỎ|HẾT\s+HIỆU\s+LỰC|NGƯNG\s+HIỆU\s+LỰC)")

# "các văn bản sau", "nghị quyết của tỉnh như sau", "luật:": a line that announces instruments.
ANNOUNCED = re.compile(
    r"(?:văn\s+bản|nghị\s+(?:quyết|định)|quyết\s+định|chỉ\s+thị|kế\s+hoạch|chương\s+trình|đề\s+án|quy\s+định"
    r"|thông\s+tư|luật|kết\s+luận|tờ\s+trình|báo\s+cáo)\b[^.;]{0,200}(?:sau|gồm|như|là|:)"
)

# "i. căn cứ pháp lý", "1. căn cứ xây dựng kế hoạch:", "cơ sở pháp lý": what stands below is the legal basis.
BASIS_HEADING = re.compile(
    r"[*#\s]*(?:(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*)?(?:các\s+|những\s+)?"
    r"(?:căn\s+cứ|cơ\s+sở)\s+(?:pháp\s+l[ýí]|lập|xây\s+dựng|ban\s+hành)(?:\s[^.;:,]{0,60})?[\s:.*]*\Z"
)
LONGEST_BASIS_HEADING = 110

LOOK_UP = 6000
"""How far (characters) above an item the line that opens its list is looked for."""
MOST_STEPS = 60
"""How many paragraphs above an item are looked at."""
LONGEST_HEADING = 400
"""The longest heading of an article (characters) that is read as the opening of a list."""
CUE_REACH = 160
"""How far (characters) before the end of an opening line its cue may stand."""

Seen = dict[tuple[int, str], Base]
"""By paragraph and kind of marker: what governs an item below it. A long list is climbed once."""


def list_base(text: str, start: int, seen: Seen) -> Base:
    """What governs the item at `start`: the nearest line above that ends with a colon, or a heading."""
    own = ITEM.match(text, start)
    kind = _marker_kind(own[0]) if own else ""
    passed: list[int] = []
    base = _climb(text, start, kind, seen, passed)
    for begin in passed:
        seen[begin, kind] = base
    return base


def headed_base(text: str, start: int) -> Base:
    """What the line right above says of an act without a marker: it may be a heading of the legal basis."""
    floor = max(0, start - LONGEST_BASIS_HEADING)
    above = text[floor:start].rstrip()
    line = above.rpartition("\n")[2]
    if not BASIS_HEADING.match(line.lower()):
        return Base()
    base = Base("based_on", "list-intro")
    base.opening = (floor + len(above) - len(line), start)
    return base


def note_base(text: str, note: int, start: int) -> Base | None:
    """What the first line of a note says of all that stands below it: "hợp nhất từ 02 Nghị định sau:"."""
    stop = paragraph_end(text, note)
    line = text[note:stop].strip()
    if stop > start or not line.endswith(":"):
        return None
    base = _opening_line(line)
    base.opening = (note, stop)
    return base if base.relation == "consolidates" else None


def _climb(text: str, start: int, kind: str, seen: Seen, passed: list[int]) -> Base:
    """Go up from `start` paragraph by paragraph; `passed` takes down the ones looked at."""
    at = start - 1
    floor = max(0, start - LOOK_UP)
    alike = True
    while at > floor and len(passed) < MOST_STEPS:
        begin = paragraph_start(text, at)
        if (begin, kind) in seen:
            return _reaching(seen[begin, kind], alike)
        passed.append(begin)
        paragraph = text[begin : at + 1].strip()
        if paragraph and (base := _read_above(paragraph, kind)):
            base.opening = (begin, at + 1)
            return _reaching(base, alike)
        alike = alike and (not paragraph or _kind_of(paragraph) == kind)
        at = begin - 1
    return Base()


def _reaching(base: Base, alike: bool) -> Base:
    """A heading "Căn cứ pháp lý" governs its own items, not those below the next heading."""
    return Base() if base.relation == "based_on" and not alike else base


def _read_above(paragraph: str, kind: str) -> Base | None:
    """What a paragraph above an item with a marker of `kind` ("": none) says of it; None: look further up."""
    ended = ENDED.search(paragraph) if kind else None
    if ended:
        return Base("suspends" if "NGƯNG" in ended[0] else "repeals", "list-intro")
    if len(paragraph) < LONGEST_BASIS_HEADING and BASIS_HEADING.match(paragraph.lower()):
        return Base("based_on", "list-intro")
    item = ITEM.match(paragraph + " ")
    other_level = item is None or _marker_kind(item[0]) != kind
    if paragraph.endswith(":") and other_level:
        return _opening_line(paragraph)
    if ARTICLE.match(paragraph):
        return _opening_line(paragraph) if len(paragraph) < LONGEST_HEADING else Base()
    if item is None and not kind and not paragraph.endswith((";", ",")):
        return Base()
    return None


def _kind_of(paragraph: str) -> str:
    """The kind of marker a paragraph begins with, "" for none."""
    item = ITEM.match(paragraph + " ")
    return _marker_kind(item[0]) if item else ""


def _marker_kind(marker: str) -> str:
    mark = marker.strip(" *")[:1]
    if mark.isdigit():
        return "number"
    if mark.isalpha():
        return "letter"
    return "dash" if mark in "-–+•○●" else "bracket"


def _opening_line(paragraph: str) -> Base:
    """What the line that opens a list says of the list's items."""
    low = paragraph.lower()
    trailing = first_trailing_cue(low)
    if trailing:
        return Base(trailing.relation, "list-intro")
    order = ORDER_START.match(paragraph)
    if order and ANNOUNCED.search(low, order.end(1)):
        return Base(relation_of(order[1].lower()), "list-intro")
    cue = last_cue(low)
    if cue is None or cue.relation in ("promulgates", "approves") or len(low) - cue.end > CUE_REACH:
        return Base()
    ordered = cue.relation in CHANGES and order is not None
    return Base(cue.relation, "list-intro") if ordered or ANNOUNCED.search(low, cue.end) else Base()

"""The letterhead: who issues a document, and where in the country it stands."""

from __future__ import annotations

import re
from collections import Counter

from extractors import letters
from extractors.bodies import FoundBody, read_body
from extractors.committees import committee_of
from extractors.home import Home
from extractors.issuers import issuer_of_signs
from extractors.name_trie import province_trie, provinces_by_name, walk
from extractors.numbers import FoundNumber

STATE_WORDS = letters.compile(
    r"C(?i:ỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM)|Đ(?i:ộc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc)"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|[-_=*]{2,}"
)
PLACE_DATE = letters.compile(
    r"(?<![/\w-])(?P<place>(?:(?<![^\n])[A-ZĐÀ-Ỹ][a-zà-ỹ]*\.?\ *\n\ *)?"
    r"[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*(?:[ -]+[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*){0,5})\s*,\s*(?:ngày|Ngày)\s*"
    r"(?:(?P<day>\d\s?\d?)\s*(?:tháng|/)\s*(?P<month>\d\s?\d?)\s*(?:năm|/)\s*(?P<year>\d{4})"
    r"|[\s.…_]{0,40}tháng[\s.…_]{0,40}(?:\d{1,2}[\s.…_]{0,40})?năm\s*(?P<bare>\d{4}))"
)
PLACE_DATE_EXAMPLES = {
    "Hà Nội, ngày 09 tháng 04 năm 2012": ("Hà Nội", "2012"),
    "Hà Nội, ngày 20 tháng 0 7 năm 2018": ("Hà Nội", "2018"),
    "Lạng Sơn, ngày tháng năm 2019": ("Lạng Sơn", None),
    "Tiền\nGiang, ngày 07 tháng 12 năm 2022": ("Tiền\nGiang", "2022"),
}  # fmt: skip
PROVINCE_NAMED = letters.compile(
    r"(?:tỉnh|Tỉnh|thành phố|TP\.?|Thành phố)\s+(?=[A-ZĐ])|(?:Báo|[ủỦ]y|[uU]ỷ)\s+(?=[A-ZĐ])"
)
COUNTED = 60_000
"""Provinces are counted in so many characters where the letterhead names none."""
NUMBER_WORD_AT_END = letters.compile(r"\s*(?:Số|SỐ)\s*:?\s*$")
UNIT_WORD = letters.compile(
    r"(?i:(tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|phường|xã(?!\s+hội)|thị\s+trấn|đặc\s+khu))\s+"
)
UNIT_IN_NAME = letters.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu) ([A-ZĐÀ-Ỹ\d].*)$"
)
PARTY_NAME = letters.compile(r"^(Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn) (.+)$")
# A body that no table lists; the body named inside its name is not the one that issues.
UNLISTED_OPENER = letters.compile(
    r"(?:ĐẢNG\s+(?:ĐOÀN|ỦY|BỘ)|BAN\s+CHỈ\s+ĐẠO|BCĐ|BAN\s+CÁN\s+SỰ|HỘI\s+ĐỒNG)\b"
)
# A body named on a line of its own, in capitals: "\nHỘI ĐỒNG NHÂN DÂN TỈNH", "\nCHỦ TỊCH ỦY BAN"
BODY_LINE = letters.compile(r"\n *(?=(?:ỦY\s+BAN|UỶ\s+BAN|HỘI\s+ĐỒNG\s+NHÂN|CHỦ\s+TỊCH|GIÁM\s+ĐỐC)\b)")
ISSUER_BY_TYPE = {
    "Nghị định": "Chính phủ",
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}
"""Types that one body alone issues, by Luật Ban hành văn bản quy phạm pháp luật, Điều 4."""
CAPITAL = letters.compile(r"(?<!\w)[A-ZĐÀ-Ỹ]")
LONGEST_SUBJECT = 120
"""How far (characters) before "ban hành" the body that issues may begin."""
HEAD_LENGTH = 6000
"""The head is looked for in so many characters from the start of the document."""


LONGEST_LINE = 80
"""A longer line (characters) that is not in capitals is a sentence and no part of a letterhead."""


def letterhead_of(lines: str) -> str:
    """The lines above the number without the state's name and motto, as one line."""
    above = PLACE_DATE.sub(" ", NUMBER_WORD_AT_END.sub("", lines)).splitlines()
    kept = [" ".join(STATE_WORDS.sub(" ", line).split()) for line in above]
    return " ".join(line for line in kept if line and line != "|" and _is_of_letterhead(line))


def _is_of_letterhead(line: str) -> bool:
    return line.isupper() or (line[:1].isupper() and len(line) <= LONGEST_LINE)


def read_home(text: str, letterhead: str, number: FoundNumber | None, place: str | None) -> Home:
    """Where the document stands: by its letterhead, the place of its date, or the province it names most."""
    province, district, commune, level, central = None, None, None, "central", False
    floor = 0
    for at in _word_starts(letterhead):
        if at < floor:
            continue
        body = read_body(letterhead, at, Home())
        unit, end = (unit_of(body.name), body.end) if body and body.name else _unit_at(letterhead, at)
        if unit is None:
            central = central or (body is not None and body.name is not None)
            continue
        floor = end
        kind = level_of(unit)
        if kind == "province":
            province, level = province or unit, "province" if level == "central" else level
        elif kind == "district":
            district, level = unit, "district"
        else:
            commune, level = unit, "commune"
    local = _is_local(number) and not central
    if province is None and place and local:
        hit = walk(province_trie(), place, 0)
        if hit and hit[1][0].name:
            province = provinces_by_name()[hit[1][0].name].unit
            level = "province" if level == "central" else level
    if province is None and (local or number is None):
        province = _most_named(text)
        if province and level == "central":
            level = "province"
    return Home(level, province, district, commune)


def read_issuer(
    text: str, letterhead: str, number: FoundNumber | None, year: int | None, home: Home, kind: str | None
) -> tuple[str | None, str | None]:
    """The body that issues the document, and its name as written where that is an officer's."""
    named = issuer_of_signs(number.signs, number.year or year, home) if number else None
    named = named or _lowest_body(letterhead, home)
    if named is None and UNLISTED_OPENER.search(letterhead):
        return committee_of(letterhead, home), None
    if named is None and kind:
        named = ISSUER_BY_TYPE.get(kind)
    if named:
        return named, None
    enacting = (_body_on_line(text, home) or _enacting_body(text, kind, home)) if kind else None
    if enacting and enacting.name:
        return enacting.name, " ".join(
            text[enacting.start : enacting.end].split()
        ) if enacting.indirect else None
    if kind and home.province:
        for match in re.finditer(r"(?:[Cc]hủ tịch )?(?:Ủy ban nhân dân|UBND) tỉnh", text[:HEAD_LENGTH]):
            body = read_body(text, match.start(), home)
            if body and body.name:
                return body.name, " ".join(text[match.start() : body.end].split()) if body.indirect else None
    return None, None


def _lowest_body(letterhead: str, home: Home) -> str | None:
    """The last line of a letterhead issues, the lines above it are those it belongs to."""
    unlisted = UNLISTED_OPENER.search(letterhead)
    if unlisted:
        body = read_body(letterhead, unlisted.start(), home)
        if body is None or body.name is None:
            return None
    lowest, floor = None, 0
    for at in _word_starts(letterhead):
        if at < floor:
            continue
        body = read_body(letterhead, at, home)
        if body and body.name and body.name != "Chính phủ":
            lowest, floor = body.name, body.end
    return lowest


def _body_on_line(text: str, home: Home) -> FoundBody | None:
    """The body that a document without letterhead names above its bases, on a line of its own."""
    basis = text.find("Căn cứ ", 0, HEAD_LENGTH)
    for line in BODY_LINE.finditer(text, 0, basis if basis >= 0 else 0):
        body = read_body(text, line.end(), home)
        ends_line = body is not None and text[body.end : body.end + 2].lstrip(" ")[:1] in ("\n", "")
        if body and body.name and (ends_line or body.term):
            return body
    return None


def _enacting_body(text: str, kind: str, home: Home) -> FoundBody | None:
    """The subject of the enacting clause: "Bộ trưởng Bộ Tài chính ban hành Thông tư …"."""
    for issues in re.finditer(f"ban hành [{kind[0]}{kind[0].lower()}]{kind[1:]}", text[: 2 * HEAD_LENGTH]):
        for begin in CAPITAL.finditer(text, max(0, issues.start() - LONGEST_SUBJECT), issues.start()):
            body = read_body(text, begin.start(), home)
            if body and 0 <= issues.start() - body.end < 4:
                return body
    return None


def _word_starts(text: str) -> list[int]:
    return [m.start() for m in re.finditer(r"(?<!\S)\S", text)]


def _unit_at(text: str, at: int) -> tuple[str | None, int]:
    """The unit that is named at `at`, and where its name ends."""
    if not UNIT_WORD.match(text, at):
        return None, at
    lead = "UBND "
    body = read_body(lead + text[at:], 0, Home())
    return (unit_of(body.name), at + body.end - len(lead)) if body and body.name else (None, at)


def unit_of(name: str) -> str | None:
    """The unit in a local body's name: "Tỉnh ủy Lạng Sơn" → "tỉnh Lạng Sơn"."""
    match = UNIT_IN_NAME.search(name)
    if match:
        return f"{match[1]} {match[2]}"
    party = PARTY_NAME.match(name)
    if party:
        kind = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}[
            party[1]
        ]
        return f"{kind} {party[2]}"
    return None


def level_of(unit: str) -> str:
    """The level of a unit: "province", "district" or "commune"."""
    kind = unit.partition(" ")[0]
    if kind == "tỉnh" or (unit.startswith("thành phố ") and unit[10:] in provinces_by_name()):
        return "province"
    return "commune" if kind in ("xã", "phường", "đặc") or unit.startswith("thị trấn") else "district"


def _is_local(number: FoundNumber | None) -> bool:
    """Whether the symbol is that of a local body (UBND, HĐND, TU, a Sở …)."""
    return number is not None and issuer_of_signs(number.signs, number.year, Home()) is None


def _most_named(text: str) -> str | None:
    counts: Counter[str] = Counter()
    for match in PROVINCE_NAMED.finditer(text, 0, COUNTED):
        hit = walk(province_trie(), text, match.end())
        if hit and hit[1][0].name:
            counts[hit[1][0].name] += 1
    if not counts:
        return None
    (name, many), *others = counts.most_common(2)
    return provinces_by_name()[name].unit if not others or many > others[0][1] else None

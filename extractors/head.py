"""The document's own head: type, số ký hiệu, issuing body, place, date, trích yếu, signer.

Thể thức by Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; of the Party by Hướng dẫn 36-HD/VPTW. Heads come
flattened from two columns, without number, or at the end (văn bản hợp nhất): each field is looked for by
itself and is None where the text does not give it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import ontology
from extractors.bodies import Home, issuer_of_signs, province_trie, provinces_by_name, read_body, walk
from extractors.dates import FULL_DATE, iso_date
from extractors.models import Head, Span
from extractors.numbered import type_of_signs, type_words
from extractors.numbers import FoundNumber, find_numbers

HEAD_LENGTH = 6000
"""The head is looked for in so many characters from the start of the document."""

STATE_WORDS = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|[-_=*]{2,}",
    re.IGNORECASE,
)
OWN_NUMBER = re.compile(r"^[^\S\n]*(?:[A-ZĐÀ-Ỹ][A-Za-zÀ-ỹđĐ ]{2,28}\s)?(?:Số|SỐ|số)\s*:?[^\S\n]*(?=\d)", re.MULTILINE)
MIDLINE_NUMBER = re.compile(r"(?:^|\s{2,}|\|)\s*Số\s*:\s*(?=\d)", re.MULTILINE)
PLACE_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*(?:[ -]+[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*){0,5})\s*,\s*(?:ngày|Ngày)\s*"
    r"(?:(?P<day>\d{1,2})\s*(?:tháng|/)\s*(?P<month>\d{1,2})\s*(?:năm|/)\s*(?P<year>\d{4})|[\s.…_]*tháng[\s.…_]*(?:\d{1,2}[\s.…_]*)?năm\s*(?P<bare>\d{4}))"
)
ADOPTED = re.compile(rf"thông\s+qua\s+(?:tại\s+[^.]{{0,80}}?)?ngày\s+{FULL_DATE}")
CONSOLIDATED = re.compile(r"XÁC\s+THỰC\s+VĂN\s+BẢN\s+HỢP\s+NHẤT")
TITLE_ENDS = re.compile(
    r"^[^\S\n]*(?:Căn cứ|Thực hiện|Theo đề nghị|Xét|Kính gửi|Để |Điều \d|Chương [IVX]|Phần |PHẦN |[IVX]+\.|\d{1,2}\.|Năm học|Ngày \d|[-–+]\s|"
    r"(?:THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN|UỶ BAN|HỘI ĐỒNG|GIÁM ĐỐC|THỐNG ĐỐC|TỔNG|CHÁNH ÁN|VIỆN TRƯỞNG|BAN |CHƯƠNG|MỤC)\b)",
    re.MULTILINE,
)
ROLE = re.compile(
    r"^[^\S\n]*\*{0,2}(?:(?:KT|TM|TL|TUQ|Q)\.?\s*)?(?:(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|THỦ\s+TƯỚNG|BỘ\s+TRƯỞNG|GIÁM\s+ĐỐC|BÍ\s+THƯ|CHỦ\s+NHIỆM|CHÁNH\s+VĂN\s+PHÒNG|TỔNG\s+CỤC\s+TRƯỞNG|CỤC\s+TRƯỞNG|"
    r"TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|VỤ\s+TRƯỞNG|THỐNG\s+ĐỐC|TỔNG\s+BÍ\s+THƯ|HIỆU\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC)|THỨ\s+TRƯỞNG|TRƯỞNG\s+ĐOÀN)[^\n]{0,60}$",
    re.MULTILINE,
)
PERSON = re.compile(r"^[^\S\n]*(?:[A-Z]{2,}\.\s?)?(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4})[^\S\n]*$", re.MULTILINE)
ACTING = re.compile(r"\s*(?:vừa\s+|đã\s+)?(?:yêu\s+cầu|ban\s+hành|chỉ\s+đạo|đề\s+nghị|có\s+văn\s+bản|giao|quyết\s+định)\b")
PROVINCE_NAMED = re.compile(r"(?:tỉnh|Tỉnh|thành phố|TP\.?|Thành phố)\s+(?=[A-ZĐ])|(?:Báo|ủy|uỷ)\s+(?=[A-ZĐ])")
LOCAL_UNIT = re.compile(r"^(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)\s")


@dataclass(frozen=True, slots=True)
class FoundHead:
    """The head, where the document stands, and the ranges of flow text it takes: header lines, title."""

    head: Head
    home: Home
    header: Span
    title: Span | None
    own_number: FoundNumber | None


def read_head(text: str) -> FoundHead:
    """The head of a flow text."""
    top = text[:HEAD_LENGTH]
    number = _own_number(top)
    type_line = _type_line(top, number.end if number else 0)
    consolidated = CONSOLIDATED.search(text, max(0, len(text) - HEAD_LENGTH // 2)) if "HỢP NHẤT" in text[-3000:] else None
    letterhead_end = number.start if number else type_line.start if type_line else 0
    letterhead = _letterhead(top[: letterhead_end or 1500])
    place = PLACE_DATE.search(top, 0, (type_line.end + 600) if type_line else 3000)
    if consolidated:
        number = _own_number(text, consolidated.end()) or number
        place = PLACE_DATE.search(text, consolidated.end()) or place
    home = _home(text, letterhead, number, place)
    kind = _type(top, type_line, number, bool(consolidated))
    issuer, written = _issuer(text, letterhead, number, place, home, kind)
    if issuer and home.body != issuer:
        home = Home(home.level, home.province, home.district, home.commune, issuer)
    date, year = _date(text, place, number)
    title = _title_span(text, type_line) if type_line else None
    signer, role = _signer(text)
    if kind is None and number is None:
        return _report(text, home)
    head = Head(
        type=kind, number=number.canonical if number else None, issuer=issuer, issuer_as_written=written,
        place=_clean_place(place["place"]) if place else None, date=date, year=year,
        title=_plain(text[title.start : title.end]) if title else None, signer=signer, signer_title=role,
    )  # fmt: skip
    header_end = max(number.end if number and not consolidated else 0, type_line.end if type_line else 0)
    return FoundHead(head, home, Span(0, header_end), title, number)


def _own_number(text: str, start: int = 0) -> FoundNumber | None:
    for pattern in (OWN_NUMBER, MIDLINE_NUMBER):
        for match in pattern.finditer(text, start):
            found = next(iter(find_numbers(text, match.end(), min(len(text), match.end() + 60))), None)
            if found and text[match.end() : found.start].strip() == "":
                line_end = text.find("\n", found.end)
                rest = text[found.end : line_end if line_end >= 0 else len(text)]
                if len(STATE_WORDS.sub("", PLACE_DATE.sub("", rest)).strip()) < 12:
                    return found
    return None


@cache
def _type_lines() -> re.Pattern[str]:
    names = sorted({w.upper() for w in type_words()} | {"KẾ HOẠCH HÀNH ĐỘNG"}, key=len, reverse=True)
    alternatives = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)
    return re.compile(rf"^[^\S\n]*\*{{0,2}}(?P<type>{alternatives})\*{{0,2}}[^\S\n]*\r?$", re.MULTILINE)


def _type_line(top: str, after: int) -> Span | None:
    match = _type_lines().search(top, after) or _type_lines().search(top)
    return Span(match.start("type"), match.end("type")) if match else None


def _type(top: str, line: Span | None, number: FoundNumber | None, consolidated: bool) -> str | None:
    if consolidated:
        return "Văn bản hợp nhất"
    if line:
        return type_words()[" ".join(top[line.start : line.end].split()).casefold()]
    return type_of_signs(number.signs, number.party) if number else None


def _letterhead(lines: str) -> str:
    """The lines above the number without the state's name and motto, as one line."""
    kept = [" ".join(STATE_WORDS.sub(" ", PLACE_DATE.sub(" ", line)).split()) for line in lines.splitlines()]
    kept = [re.sub(r"\s*(?:Số|SỐ)\s*:?\s*$", "", line) for line in kept]
    return " ".join(line for line in kept if line and (line.isupper() or line[:1].isupper()))


def _home(text: str, letterhead: str, number: FoundNumber | None, place: re.Match[str] | None) -> Home:
    province, district, commune, level = None, None, None, "central"
    for at in _word_starts(letterhead):
        body = read_body(letterhead, at, Home())
        unit = _unit_of(body.name) if body and body.name else _unit_at(letterhead, at)
        if unit is None:
            continue
        kind = _level_of(unit)
        if kind == "province":
            province, level = province or unit, "province" if level == "central" else level
        elif kind == "district":
            district, level = unit, "district"
        else:
            commune, level = unit, "commune"
    if province is None and place:
        hit = walk(province_trie(), _clean_place(place["place"]), 0)  # type: ignore[arg-type]
        if hit and hit[1][0].name and _local_number(number):
            province = provinces_by_name()[hit[1][0].name].unit
            level = "province" if level == "central" else level
    if province is None and (_local_number(number) or number is None):
        province = _most_named(text)
        if province and level == "central":
            level = "province"
    return Home(level, province, district, commune)


def _word_starts(text: str) -> list[int]:
    return [m.start() for m in re.finditer(r"(?<!\S)\S", text)]


def _unit_at(text: str, at: int) -> str | None:
    match = re.compile(r"(?i:(tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|phường|xã|thị\s+trấn|đặc\s+khu))\s+").match(text, at)
    if not match:
        return None
    body = read_body(f"UBND {text[at:]}", 0, Home())
    return _unit_of(body.name) if body and body.name else None


UNIT_IN_NAME = re.compile(r"\b(tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu) ([A-ZĐÀ-Ỹ\d].*)$")
PARTY_NAME = re.compile(r"^(Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn) (.+)$")


def _unit_of(name: str) -> str | None:
    match = UNIT_IN_NAME.search(name)
    if match:
        return f"{match[1]} {match[2]}"
    party = PARTY_NAME.match(name)
    if party:
        kind = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}[party[1]]
        return f"{kind} {party[2]}"
    return None


def _level_of(unit: str) -> str:
    kind, _, name = unit.partition(" ")
    if kind == "tỉnh" or unit.startswith("thành phố ") and unit[10:] in provinces_by_name():
        return "province"
    return "commune" if kind in ("xã", "phường", "đặc") or unit.startswith("thị trấn") else "district"


def _local_number(number: FoundNumber | None) -> bool:
    """Whether the symbol is that of a local body (UBND, HĐND, TU, a Sở …)."""
    if number is None:
        return False
    return issuer_of_signs(number.signs, number.year, Home()) is None


def _most_named(text: str) -> str | None:
    counts: Counter[str] = Counter()
    for match in PROVINCE_NAMED.finditer(text, 0, 60_000):
        hit = walk(province_trie(), text, match.end())  # type: ignore[arg-type]
        if hit and hit[1][0].name:
            counts[hit[1][0].name] += 1
    if not counts:
        return None
    (name, many), *others = counts.most_common(2)
    return provinces_by_name()[name].unit if not others or many > others[0][1] else None


def _issuer(
    text: str, letterhead: str, number: FoundNumber | None, place: re.Match[str] | None, home: Home, kind: str | None
) -> tuple[str | None, str | None]:
    year = int(place["year"] or place["bare"]) if place else None
    if number:
        named = issuer_of_signs(number.signs, number.year or year, home)
        if named:
            return named, None
    for at in _word_starts(letterhead):
        body = read_body(letterhead, at, home)
        if body and body.name and body.name != "Chính phủ":
            return body.name, None
    if kind and home.province:
        for match in re.finditer(r"(?:[Cc]hủ tịch )?(?:Ủy ban nhân dân|UBND) tỉnh", text[:HEAD_LENGTH]):
            body = read_body(text, match.start(), home)
            if body and body.name:
                return body.name, " ".join(text[match.start() : body.end].split()) if body.indirect else None
    return None, None


def _date(text: str, place: re.Match[str] | None, number: FoundNumber | None) -> tuple[str | None, int | None]:
    if place:
        if place["year"]:
            iso = iso_date(place["year"], place["month"], place["day"])
            if iso:
                return iso, int(place["year"])
        elif place["bare"]:
            return None, int(place["bare"])
    adopted = ADOPTED.search(text, max(0, len(text) - 4000))
    if adopted:
        return iso_date(adopted["year"], adopted["month"], adopted["day"]), int(adopted["year"])
    return None, number.year if number else None


def _title_span(text: str, line: Span) -> Span | None:
    start = line.end
    while start < len(text) and text[start] in " *\r\n\t":
        start += 1
    ceiling = min(len(text), start + 2500)
    stops = [ceiling]
    ends = TITLE_ENDS.search(text, start + 1, ceiling)
    if ends:
        stops.append(ends.start())
    blank_line = re.compile(r"\n[^\S\n]*\r?\n").search(text, start, ceiling)
    if blank_line:
        stops.append(blank_line.start())
    end = min(stops)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end - start > 3 else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _clean_place(place: str) -> str:
    return re.sub(r"^(?:TP\.?|Tp\.?|Thành phố)\s*", "", _plain(place))


def _signer(text: str) -> tuple[str | None, str | None]:
    roles = list(ROLE.finditer(text, max(0, len(text) * 2 // 3 - 400)))
    for role in roles:
        person = PERSON.search(text, role.end(), min(len(text), role.end() + 300))
        if person:
            last = max((r for r in roles if r.start() < person.start()), key=lambda r: r.start())
            title = re.sub(r"^\W*(?:(?:KT|TM|TL|TUQ|Q)\.?\s*)?", "", _plain(last[0])).strip("* ")
            return _plain(person["name"]), title[:1] + title[1:].lower()
    return None, None


def _report(text: str, home: Home) -> FoundHead:
    """A report about an act: no type, no number; the acting body is the first that is said to act."""
    for match in re.finditer(r"(?:UBND|Ủy ban nhân dân|Tỉnh ủy|Thành ủy|Sở|Bộ|HĐND)\s", text[:HEAD_LENGTH]):
        body = read_body(text, match.start(), home)
        if body and body.name and ACTING.match(text, body.end):
            unit = _unit_of(body.name)
            level = _level_of(unit) if unit else "central"
            place = Home(level, unit if level == "province" else home.province, body=body.name)
            return FoundHead(Head(acting_body=body.name), place, Span(0, 0), None, None)
    return FoundHead(Head(), home, Span(0, 0), None, None)

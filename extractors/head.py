"""The document's own head: type, số ký hiệu, issuing body, place, date, trích yếu, signer.

Thể thức by Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; of the Party by Hướng dẫn 36-HD/VPTW. Heads come
flattened from two columns, in the cells of a table, without number, or at the end (văn bản hợp nhất): each
field is looked for by itself and is None where the text does not give it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors import letters
from extractors.bodies import read_body
from extractors.dates import BEHIND, FULL_DATE, iso_date
from extractors.home import Home
from extractors.letterhead import (
    HEAD_LENGTH,
    PLACE_DATE,
    STATE_WORDS,
    letterhead_of,
    level_of,
    read_home,
    read_issuer,
    unit_of,
)
from extractors.models import Head, Span
from extractors.numbers import FoundNumber, find_numbers
from extractors.signature import find_certificate, read_signer
from extractors.type_words import type_of_signs, type_words

CONSOLIDATED_TYPE = "Văn bản hợp nhất"

# "Số: 12/KH-UBND", "Luật số: 43/2019/QH14" at the start of a line; "…   Số: 12/KH-UBND" behind a column.
OWN_NUMBER = letters.compile(
    r"(?:\n|\A) *(?:(?:[A-ZĐÀ-Ỹ][A-Za-zÀ-ỹđĐ ]{2,28} )?(?P<word>Số|SỐ)"
    r"|(?P<type>[A-ZĐÀ-Ỹ][A-Za-zÀ-ỹđĐ ]{2,28}) số) *:? *(?=\d)"
)
MIDLINE_NUMBER = letters.compile(r"(?:  |\|)\s*Số\s*:\s*(?=\d)")
# What may stand behind the number on its line: the subject of a letter.
SUBJECT = letters.compile(r"\s*(?:V/v|V/V|v/v|VV\b|Về việc|VỀ VIỆC|(?<=\n)Về(?= ))\s*:?\s*")
SUBJECT_EXAMPLES = ("V/v hướng dẫn", " VV: hỗ trợ", "Về việc báo cáo", "\nVề thực hiện Quyết định")
ADOPTED = letters.compile(rf"thông\s+qua\s+(?:tại\s+[^.]{{0,80}}?)?ngày\s+{FULL_DATE}")
# "(Kèm theo Nghị định số 55/2023/NĐ-CP ngày …)" above an annex names the act itself.
ANNEXED = letters.compile(
    r"\((?:Ban hành )?[Kk]èm\s+theo\s+(?P<type>[A-ZĐ][a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,3})\s+số:?\s*(?=\d)"
)
ANNEXED_EXAMPLES = ("(Kèm theo Nghị định số 5", "(Ban hành kèm theo Thông tư liên tịch số 5")
CONTINUED = "(Tiếp theo Công báo"
# What opens a consolidated text behind its title: "… có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi:".
CONSOLIDATED = letters.compile(
    r"có\s+hiệu\s+lực[^.;:]{0,90},?\s+(?:đã\s+)?được\s+sửa\s+đổi,?\s+(?:bổ\s+sung\s+)?(?:\w+\s+){0,6}(?:bởi|theo)\b"
)
# "⏎Thông tư số 57/2015/…": the act itself, named on a line of its own below the title of a consolidated text.
CONSOLIDATED_ACT = letters.compile(
    r"(?<=\S)(?<!của)(?<!theo)(?<!tại)(?<!và)(?<!,)\s*\n *"
    r"(?:Thông tư(?: liên tịch)?|Nghị (?:định|quyết)|Quyết định|Pháp lệnh)\s+(?:số:?\s*)?\d+/"
)
# The mark of a note behind the type, "THÔNG TƯ1", "QUYẾT ĐỊNH[1]", or at the end of a title: "đăng ký thuế1".
NOTE_MARK = re.compile(r"\d|\[\d\]")
NOTE_AT_END = re.compile(r"(?<=[^\W\d])\d{1,2}\Z")
BODY_BEGINS = letters.compile(r"\n *(?:Căn cứ |Điều 1\b|Chương I\b|Kính gửi|Theo đề nghị)")
TITLE_ENDS = letters.compile(
    r"\n *(?:Căn cứ|Thực hiện|Theo đề nghị|Xét|Kính gửi|Để |Điều \d|Chương [IVX]|Phần |PHẦN |[IVX]+\."
    r"|\d{1,2}\.|Năm học|Ngày \d|[-–+] |\||[-_=*–]{3,}"
    r"|(?:THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN|UỶ BAN"
    r"|HỘI ĐỒNG|GIÁM ĐỐC|THỐNG ĐỐC|TỔNG|CHÁNH ÁN"
    r"|VIỆN TRƯỞNG|BAN |CHƯƠNG|MỤC)\b)"
)
# Old headings repeat issuer, number and date before the subject: "CỦA BỘ XÂY DỰNG SỐ 04/2001/TT-BXD NGÀY …".
REPEATED_HEAD = letters.compile(rf"(?i:của\s+[^\n]{{3,80}}?\s+số\s+\S+\s+ngày\s+{FULL_DATE}\s*)")
LONGEST_TITLE = 2500
TITLE_WITHIN = 1000
"""A title that bears its type on its own line stands in so many characters from the start."""
BLANK_LINE = re.compile(r"\n *\n")
# "\nHà Nội, ngày 05 tháng 9 năm 2023": place and date stand below a letter's subject.
PLACE_LINE = letters.compile(rf"\n *{PLACE_DATE.pattern}")
# "\nTheo kết quả công bố": a title in capitals is over where a line opens a sentence.
END_OF_CAPITALS = letters.compile(r"\n *[A-ZĐÀ-Ỹ][a-zà-ỹđ]")
ACTING = letters.compile(
    r"\s*(?:vừa\s+|đã\s+)?(?:yêu\s+cầu|ban\s+hành|chỉ\s+đạo|đề\s+nghị|có\s+văn\s+bản|giao|quyết\s+định)\b"
)
ACTING_WITHIN = 2500
"""A report names the body that acts in its first so many characters."""
CITY = letters.compile(r"^(?:TP\.?|Tp\.?|Thành phố)\s*")


@dataclass(frozen=True, slots=True)
class FoundHead:
    """The head, where the document stands, and the ranges of flow text it takes: header lines, title."""

    head: Head
    home: Home
    header: Span
    title: Span | None
    own_number: FoundNumber | None


def read_head(text: str) -> FoundHead:
    """The head of a flow text without its footnotes."""
    top = text[:HEAD_LENGTH]
    type_line = _type_line(top)
    body = BODY_BEGINS.search(top)
    number = _own_number(top, body.start() if body else len(top))
    if number and type_line and type_line.start < number.start:
        type_line = _type_line(top, number.end, body.start() if body else len(top)) or type_line
    certificate = find_certificate(text)
    place = PLACE_DATE.search(top, 0, type_line.end + 600 if type_line else HEAD_LENGTH // 2)
    if certificate:
        number = _own_number(text, certificate[1], certificate[0] - 1) or number
        place = PLACE_DATE.search(text, *certificate) or place
    subject_only = type_line is None and number is None
    consolidated = certificate or (number.signs[0] == "VBHN" if number else CONSOLIDATED.search(top))
    kind = CONSOLIDATED_TYPE if consolidated else _type(top, type_line, number)
    annexed = _named_by_annex(text, kind, subject_only) if number is None and not consolidated else None
    if annexed:
        kind, number = annexed
    elif kind is None and (type_line := _type_in_title(top, body.start() if body else len(top))):
        kind = _type(top, type_line, None)
    signed_place = _clean_place(place["place"]) if place else None
    letterhead = letterhead_of(top[: _letterhead_end(number, type_line, certificate, annexed is not None)])
    home = read_home(text, letterhead, number, signed_place)
    year = int(place["year"] or place["bare"]) if place else None
    issuer, written = read_issuer(text, letterhead, number, year, home, kind)
    if kind is None and number is None:
        return _report(text, home)
    if issuer and home.body != issuer:
        home = Home(home.level, home.province, home.district, home.commune, issuer)
    date, year = _date(text, place, number, annexed is not None)
    title = (
        _title_span(text, type_line, kind == CONSOLIDATED_TYPE)
        if type_line
        else _subject(text, number)
        if number and not annexed
        else None
    )
    signer = read_signer(text)
    head = Head(
        type=kind, number=number.canonical if number else None, issuer=issuer, issuer_as_written=written,
        place=signed_place, date=date, year=year,
        title=_plain(text[title.start : title.end]) if title else None,
        signer=signer.name if signer else None, signer_title=signer.office if signer else None,
    )  # fmt: skip
    in_header = number is not None and not certificate and not annexed
    header_end = max(number.end if number and in_header else 0, type_line.end if type_line else 0)
    return FoundHead(head, home, Span(0, header_end), title, number)


def _own_number(text: str, end: int, start: int = 0) -> FoundNumber | None:
    """The number behind "Số:" with nothing behind it but a letter's subject, or place and date."""
    for pattern in (OWN_NUMBER, MIDLINE_NUMBER):
        for match in pattern.finditer(text, max(0, start), end):
            named = match.groupdict().get("type")
            if named and " ".join(named.split()).casefold() not in type_words():
                continue
            found = next(iter(find_numbers(text, match.end(), min(len(text), match.end() + 60))), None)
            if found and not text[match.end() : found.start].strip():
                line_end = text.find("\n", found.end)
                rest = text[found.end : line_end if line_end >= 0 else len(text)]
                subject = SUBJECT.search(rest)
                rest = rest[: subject.start()] if subject else rest
                if len(STATE_WORDS.sub("", PLACE_DATE.sub("", rest)).strip()) < 12:
                    return found
    return None


@cache
def _type_names() -> tuple[str, ...]:
    """Types in capitals, the longest first."""
    names = {word.upper() for word in type_words()} | {"KẾ HOẠCH HÀNH ĐỘNG"}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _type_lines() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in _type_names())
    return letters.compile(rf"(?:\n|\A) *(?P<type>{alternatives})(?:\d|\[\d\])? *(?=\n|\Z)")


def _type_line(top: str, start: int = 0, end: int | None = None) -> Span | None:
    match = _type_lines().search(top, start, len(top) if end is None else end)
    return Span(match.start("type"), match.end("type")) if match else None


@cache
def _titles_in_capitals() -> re.Pattern[str]:
    """A type in capitals that its title follows on the line: "KẾ HOẠCH TỔ CHỨC KỶ NIỆM …"."""
    alternatives = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in _type_names() if n != "VĂN BẢN")
    return letters.compile(rf"(?:\n|\A) *(?P<type>{alternatives}) (?=[A-ZĐÀ-Ỹ])[^\na-zà-ỹđ]{{12,}}(?=\n|\Z)")


def _type_in_title(top: str, end: int) -> Span | None:
    """The type of a document saved without its letterhead, whose title stands on the line of its type."""
    match = _titles_in_capitals().search(top, 0, min(end, TITLE_WITHIN))
    return Span(match.start("type"), match.end("type")) if match else None


def _type(top: str, line: Span | None, number: FoundNumber | None) -> str | None:
    if line:
        return type_words()[" ".join(top[line.start : line.end].split()).casefold()]
    return type_of_signs(number.signs, number.party) if number else None


def _letterhead_end(
    number: FoundNumber | None, line: Span | None, certificate: tuple[int, int] | None, annexed: bool
) -> int:
    """Where the letterhead ends: at the number, or at the line with the type."""
    if number and not certificate and not annexed:
        return number.start
    return line.start if line else 0


def _named_by_annex(text: str, kind: str | None, subject_only: bool) -> tuple[str | None, FoundNumber] | None:
    """Type and number from the line that ties an annex to its act, or that a further part begins with."""
    continued = text.find(CONTINUED, 0, HEAD_LENGTH // 2)
    if continued >= 0 and subject_only:
        found = next(iter(find_numbers(text, 0, continued)), None)
        if found:
            return type_of_signs(found.signs, found.party), found
    if subject_only and "PHỤ LỤC" not in text[:200].upper():
        return None
    at = text.find("èm theo ")
    while at >= 0:
        match = ANNEXED.search(text, max(0, at - 12), at + 80)
        if match and (kind is None or match["type"] == kind):
            found = next(iter(find_numbers(text, match.end(), match.end() + 60)), None)
            if found and found.start == match.end():
                return kind or type_words().get(match["type"].casefold()), found
        at = text.find("èm theo ", at + 1)
    return None


def _date(
    text: str, place: re.Match[str] | None, number: FoundNumber | None, annexed: bool
) -> tuple[str | None, int | None]:
    if annexed and number:
        behind = BEHIND.match(text, number.end)
        if behind and behind["year"]:
            return iso_date(behind["year"], behind["month"], behind["day"]), int(behind["year"])
        return None, number.year
    if place:
        if place["year"]:
            iso = iso_date(place["year"], *("".join(place[part].split()) for part in ("month", "day")))
            if iso:
                return iso, int(place["year"])
        elif place["bare"]:
            return None, int(place["bare"])
    adopted = ADOPTED.search(text, max(0, len(text) - 4000))
    if adopted:
        return iso_date(adopted["year"], adopted["month"], adopted["day"]), int(adopted["year"])
    return None, number.year if number else None


def _title_span(text: str, line: Span, consolidated: bool) -> Span | None:
    mark = NOTE_MARK.match(text, line.end)
    start = mark.end() if mark else line.end
    while start < len(text) and text[start] in " *\n":
        start += 1
    repeated = REPEATED_HEAD.match(text, start)
    title = _until_end(text, repeated.end() if repeated else start)
    return _before_act(text, title) if title and consolidated else title


def _before_act(text: str, title: Span) -> Span:
    """The title of a consolidated text without the act named below it and without the mark of a note."""
    act = CONSOLIDATED_ACT.search(text, title.start, title.end)
    end = act.start() if act else title.end
    note = NOTE_AT_END.search(text, title.start, end)
    return Span(title.start, note.start() if note else end)


def _subject(text: str, number: FoundNumber) -> Span | None:
    """The subject of a letter: what follows "V/v" behind its number."""
    match = SUBJECT.search(text, number.end, number.end + 200)
    return _until_end(text, match.end()) if match else None


def _until_end(text: str, start: int) -> Span | None:
    ceiling = min(len(text), start + LONGEST_TITLE)
    stops = [ceiling]
    ends = TITLE_ENDS.search(text, start, ceiling)
    if ends:
        stops.append(ends.start())
    for closing in (BLANK_LINE, PLACE_LINE, END_OF_CAPITALS if text[start : start + 8].isupper() else None):
        found = closing.search(text, start, ceiling) if closing else None
        if found:
            stops.append(found.start())
    end = min(stops)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "_*="):
        end -= 1
    return Span(start, end) if end - start > 3 else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _clean_place(place: str) -> str:
    return CITY.sub("", _plain(place))


def _report(text: str, home: Home) -> FoundHead:
    """A report about an act: no type, no number; the acting body is the first that is said to act."""
    for match in re.finditer(r"(?:UBND|Ủy ban nhân dân|Tỉnh ủy|Thành ủy|Sở|Bộ|HĐND)\s", text[:ACTING_WITHIN]):
        body = read_body(text, match.start(), home)
        if body and body.name and ACTING.match(text, body.end):
            unit = unit_of(body.name)
            level = level_of(unit) if unit else "central"
            place = Home(level, unit if level == "province" else home.province, body=body.name)
            return FoundHead(Head(acting_body=body.name), place, Span(0, 0), None, None)
    return FoundHead(Head(), home, Span(0, 0), None, None)

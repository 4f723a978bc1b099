"""What belongs to the page and not to the document: running headers, page numbers, signature stamps, menus.

Furniture never yields a citation, and a sentence is read across it. Each pattern is named, says what it
finds, and carries an example that a test checks. All of them read plain text (`extractors.text.plain_text`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import letters
from extractors.models import Span
from extractors.text import LONG_SPACE


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of furniture: `key` is where to look for it, `pattern` matches from the start of its line.

    `inside` matches from the key on in text whose line breaks were lost, where the line is no whole.
    """

    name: str
    key: str
    pattern: re.Pattern[str]
    example: str
    inside: re.Pattern[str] | None = None


LONGEST_LINE = 400
"""A line of furniture is no longer (characters); what is longer holds text of the document."""
ISSUE = r"CÔNG BÁO/Số \d[\d +]{0,20}/Ngày \d{1,2}-\d{1,2}-\d{4}"
# "CÔNG BÁO/Số 743 + 744/Ngày 24-6-2024", "12   CÔNG BÁO/Số 3/Ngày 2-3-2024": the page's number beside it
GAZETTE_ISSUE = letters.compile(ISSUE)
GAZETTE_LINE = letters.compile(rf" *\d{{0,4}} *{ISSUE} *\d{{0,4}} *(?=\n|\Z)")
STAMP = letters.compile(
    r" *(?:Signature (?:Not Verified|Valid)[^\n]{0,200}\n)?[^\n]{0,200}(?:\n[^\n]{0,200}){0,4}?"
    r"\n *(?:Ngày ký|Thời gian ký|Giờ ký)[^\n]{0,200}"
)
STAMP_EXAMPLE = (
    "{} CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\n"
    "Ngày ký: 2026-06-02 08:06:58 +07:00"
)
KEY_WITHIN = 80
"""So near the start of its line (characters) the key of a kind stands."""
GAZETTE_HEADER = "CÔNG BÁO/Số"

KINDS = (
    Furniture(
        "running header of the Công Báo",
        GAZETTE_HEADER,
        GAZETTE_LINE,
        "CÔNG BÁO/Số 743 + 744/Ngày 24-6-2024",
        GAZETTE_ISSUE,
    ),
    *(
        Furniture(f"digital-signature stamp ({key})", key, STAMP, STAMP_EXAMPLE.format(key))
        for key in ("Ký bởi:", "Người ký:", "Ký số bởi:", "Được ký bởi:")
    ),
)
# A page number above or below a running header.
NUMBER_ABOVE = letters.compile(r"(?:(?<=\n)|\A) *\d{1,4}\s*\Z")
NUMBER_BELOW = letters.compile(r"\s*\d{1,4} *(?=\n)")
# A page number alone on its line in the middle of a sentence: "… của Bộ trưởng\n\n12\n\nbộ phận …".
LONE_NUMBER = letters.compile(
    r"\n *(?=[-T\d])(?:- ?|Trang )?\d{1,3}(?:/\d{1,3})?(?: *-)? *\n[ \n]*(?=[a-zà-ỹđ(])(?![a-zđ]\))"
)
ENDS_OF_SENTENCE = frozenset(("", ".", ";", ":", "!", "?", "|"))

# The web page around a document: from such a line behind its end, all that follows belongs to the page.
PAGE_TAIL = letters.compile(
    r"""\n[ #*]*(?:
        Bạn\ [Cc]hưa\ [Đđ]ăng\ [Nn]hập | Văn\ bản\ này\ chưa\ cập\ nhật | Đang\ tải | Vì\ chưa\ Đăng\ Nhập
      | \d+\ bình\ luận | Ý\ kiến\ của\ bạn | Chia\ sẻ\ thông\ tin | Trả\ lời\ *\n
      | (?:Các\ )?(?:[Vv]ăn\ bản|[Tt]in|[Bb]ài)\ (?:viết\ )?(?:liên\ quan|khác|cùng|mới)
      | (?:CÁC\ )?VĂN\ BẢN\ (?:LIÊN\ QUAN|CÙNG|KHÁC|MỚI) | (?:CÁC\ )?TIN\ (?:LIÊN\ QUAN|KHÁC|MỚI)
      | Xem\ thêm | Tải\ (?:về|văn\ bản|file) | DMCA | Thời\ tiết\ *\n | Bình\ luận | Copyright | ©
      | Lượt\ (?:xem|truy) | Đánh\ giá | Từ\ khóa | Tags?: | Liên\ hệ:? | Hotline | Bản\ quyền | In\ trang
      | Gửi\ (?:bài|ý\ kiến|phản\ hồi) | Thống\ kê\ truy\ cập | Đăng\ ký\ nhận
    )""",
    re.VERBOSE,
)
PAGE_TAIL_EXAMPLES = (
    "\nVăn bản liên quan",
    "\n12 bình luận",
    "\n## Tin khác",
    "\nBạn chưa đăng nhập",
    "\nTags: giáo dục",
)
BODY_TEXT = letters.compile(r"\n *(?:Điều \d+|Phụ lục|PHỤ LỤC|Mẫu số|MẪU SỐ|Chương [IVX])")
# A link of the page to another document; never a citation, wherever it stands.
RELATED_LINK = letters.compile(
    rf"\n[^\n]{{0,{LONGEST_LINE}}}?(?:Ban hành: *\d{{1,2}}/\d{{1,2}}/\d{{4}}|\| *Cập nhật:|Lượt xem: *\d"
    rf"|\(\d{{1,2}}/\d{{1,2}}/\d{{4}}\) *(?=\n|\Z))[^\n]{{0,{LONGEST_LINE}}}(?=\n|\Z)"
)
RELATED_LINK_EXAMPLES = (
    "\nThông tư 11/2015/TT-BGDĐT Ban hành: 26/06/2015 | Cập nhật: 27/06/2015",
    "\nQuyết định số 5 về quản lý (12/03/2024)",
)
# The state header that opens a document; what a saved page puts before it is furniture.
STATE_HEADER = letters.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
# The number in a letterhead: "Số: 119/QĐ-UBND"
OWN_NUMBER = letters.compile(r"\n[ |]*S(?:ố|Ố)\s*:?\s*(?P<number>\d+(?:/\d{4})?/[^\s|]+)")
# The acts that a page links above a letterhead, their count glued to them: "- 1Luật Xây dựng 2014\n"
LINKS_ABOVE = letters.compile(r"(?:\s*- \d{1,3}[A-ZĐ][^\n]*(?=\n))+\s*")
# The heading under which a page was saved: "# V/v hỗ trợ nhà ở"
PAGE_HEADING = letters.compile(r"\s*#{1,3} [^\n]+\s*")
# What a document itself may say above a letterhead, as an annex before its act: "Căn cứ ", "Điều 1"
DOCUMENT_TEXT = letters.compile(r"\n *(?:Căn\ cứ\ |Điều\ \d|Kính\ gửi)")
SHORTEST_TOP = 80
LONGEST_PAGE_TITLE, LETTERHEAD_LENGTH = 1500, 600
"""The title that a page repeats above the letterhead, and the letterhead, are no longer (characters)."""
HEADER_WITHIN = 12_000
"""So far (characters) from the start of a saved page the state header is looked for."""
WEB_TOP = letters.compile(
    r"Đăng nhập|Số hiệu:|Loại văn bản:|Nơi ban hành:|Tình trạng|Trang chủ|Lĩnh vực"
    r"|Cơ quan ban hành|Số ký hiệu|Tải về|Menu|Tìm kiếm"
)
SIGNED_OFF = ("Nơi nhận", "Nơi  nhận", "./.", "Lưu: VT", "Lưu:VT")
NUMBER_LINE = letters.compile(r"Số:? *[\d.…]")


def find_furniture(text: str) -> tuple[Span, ...]:
    """All furniture of a plain text, sorted, apart, each with the blank lines around it."""
    spans = [span for kind in KINDS for span in _find_kind(text, kind)]
    if (
        GAZETTE_HEADER not in text
    ):  # there, page numbers stand beside the running header, and no web page around
        spans.extend(
            Span(*m.span()) for m in LONE_NUMBER.finditer(text) if not _after_sentence(text, m.start())
        )
        spans.extend(_web_page(text))
    return _merge(text, spans)


def _after_sentence(text: str, position: int) -> bool:
    return text[max(0, position - LONG_SPACE) : position].rstrip()[-1:] in ENDS_OF_SENTENCE


def _find_kind(text: str, kind: Furniture) -> Iterator[Span]:
    at = text.find(kind.key)
    while at >= 0:
        line = text.rfind("\n", max(0, at - KEY_WITHIN), at) + 1
        match = kind.pattern.match(text, line) if line or at < KEY_WITHIN else None
        end = match.end() if match else at
        if match is None and kind.inside and (header := kind.inside.match(text, at)):
            end = header.end()
            yield Span(at, end)
        elif match and end > at:
            if kind.pattern is GAZETTE_LINE:
                above = NUMBER_ABOVE.search(text, max(0, line - 12), line)
                below = NUMBER_BELOW.match(text, end)
                if above:
                    line = above.start()
                elif below:
                    end = below.end()
            yield Span(line, end)
        at = text.find(kind.key, max(end, at + 1))


def _web_page(text: str) -> list[Span]:
    spans: list[Span] = []
    header = STATE_HEADER.search(text, 0, HEADER_WITHIN)
    if header and header.start() > SHORTEST_TOP:
        top = _header_start(text, header.start())
        if top > 0 and (WEB_TOP.search(text, 0, top) or _is_page_title(text, top)):
            spans.append(Span(0, top))
    signed = [at for at in (text.find(word, len(text) // 4) for word in SIGNED_OFF) if at >= 0]
    tail = PAGE_TAIL.search(text, min(signed) if signed else len(text) // 2)
    if tail and not BODY_TEXT.search(text, tail.end()):
        spans.append(Span(tail.start(), len(text)))
    if "Cập nhật" in text or "Ban hành:" in text or "Lượt xem" in text:
        spans.extend(Span(*m.span()) for m in RELATED_LINK.finditer(text))
    return spans


def _is_page_title(text: str, top: int) -> bool:
    """Whether the lines above the letterhead are a heading or repeat the number that the letterhead gives."""
    if top > LONGEST_PAGE_TITLE or DOCUMENT_TEXT.search(text, 0, top):
        return False
    if PAGE_HEADING.fullmatch(text, 0, top) or LINKS_ABOVE.fullmatch(text, 0, top):
        return True
    own = OWN_NUMBER.search(text, top, top + LETTERHEAD_LENGTH)
    return own is not None and own["number"].upper() in text[:top].upper()


def _header_start(text: str, header: int) -> int:
    """The issuing body stands above the state header, in capitals, or beside it: step over such lines."""
    start = text.rfind("\n", 0, header) + 1
    while start > 0:
        previous = text.rfind("\n", 0, start - 1) + 1
        line = text[previous : start - 1].strip()
        if line and not (line.isupper() or not any(c.isalpha() for c in line) or NUMBER_LINE.match(line)):
            break
        start = previous
    return start


def _merge(text: str, spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if span.end <= span.start:
            continue
        start, end = _with_space(text, span)
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


WIDEST = 3 * LONG_SPACE
"""So far (characters) the blank lines around furniture may reach; longer ones were shortened."""


def _with_space(text: str, span: Span) -> tuple[int, int]:
    above, below = text[max(0, span.start - WIDEST) : span.start], text[span.end : span.end + WIDEST]
    return span.start - len(above) + len(above.rstrip()), span.end + len(below) - len(below.lstrip())

"""Programmes, schemes, plans, strategies and regulations that are cited by title, without a number.

A type word alone names nothing. It becomes a citation where a title stands behind it that singles one
instrument out: in quotation marks, with its period, or as the thing that a cited act issues or approves.
Where the title ends is read from the quotation mark, the period, or the first word that cannot belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ontology
from extractors.anchors import Anchor
from extractors.bodies import read_body
from extractors.home import Home
from extractors.mention import Mention

LONGEST_TITLE = 420
"""Longest title (characters) that is believed."""


# Type words that are cited by title; longer ones first. Those that also open everyday phrases are "weak".
@cache
def kind_words() -> tuple[tuple[str, str, bool], ...]:
    """(word as written, canonical type, weak) of every named kind, longest first."""
    skipped = {"Nghị quyết", "Chỉ thị", "Thông tư", "Hướng dẫn", "Nghị định thư", "Công ước", "Hiệp định", "Hiệp ước",
               "Quy chuẩn kỹ thuật quốc gia", "Tiêu chuẩn quốc gia", "Danh mục", "Khung", "Phương án", "Cuộc vận động",
               "Tiểu dự án", "Dự án"}  # fmt: skip
    rows = []
    for kind in ontology.named_kinds():
        if kind.name in skipped:
            continue
        for word in (kind.name, *kind.aliases):
            canonical = "Kế hoạch" if word == "Kế hoạch hành động" else kind.name
            rows.append((word, canonical, kind.weak and kind.name != "Quy hoạch"))
    return tuple(sorted(set(rows), key=lambda row: (-len(row[0]), row[0])))


@cache
def lower_anchor() -> re.Pattern[str]:
    """A type word in lower case right before an opening quotation mark."""
    lower = [
        re.escape(w[0].lower() + w[1:]).replace(r"\ ", r"\s+") for w, _, _ in kind_words() if w[1].islower()
    ]
    return re.compile(rf"(?:{'|'.join(lower)})(?=\s+[“\"])")


def _lower_anchors(text: str) -> Iterator[Anchor]:
    for mark in ("“", '"'):
        at = text.find(mark)
        while at >= 0:
            match = None
            for match in lower_anchor().finditer(text, max(0, at - 30), at + 1):
                pass
            if match:
                yield Anchor(match.start(), match.end(), " ".join(match[0].split()).casefold())
            at = text.find(mark, at + 1)


@cache
def _canonical() -> dict[str, tuple[str, bool]]:
    return {word.casefold(): (kind, weak) for word, kind, weak in kind_words()}


OPEN_QUOTE = re.compile(r"\s*(?P<open>[“\"«‘])\s*")
CLOSE_OF = {"“": '”"', '"': '"”', "«": "»", "‘": "’"}
YEARS = r"(?:năm\s+)?\d{4}(?:\s*[-–—]\s*(?:năm\s+)?\d{4})?"
PERIOD = re.compile(
    rf"""\s*,?\s*(?:trong\s+)?\(?(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|GIAI\s+ĐOẠN|THỜI\s+KỲ)(?:\s+(?:từ\s+)?(?:\d|I{{1,3}}|[12])(?!\d)\s*[:,]?)?\s*(?:\(?từ\s+)?(?:năm\s+)?{YEARS}\)?
      | (?:từ\s+)?năm\s+\d{{4}}\s*(?:[-–—]|đến)\s*(?:năm\s+)?\d{{4}} | (?:đến|ĐẾN)\s+(?:hết\s+)?(?:năm|NĂM)\s+\d{{4}} | 5\s+năm\s+\d{{4}}\s*[-–]\s*\d{{4}} | 10\s+năm\s+\d{{4}}\s*[-–]\s*\d{{4}} )
    (?:\s*,?\s*(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn|ĐỊNH\s+HƯỚNG|TẦM\s+NHÌN)(?:\s+(?:phát\s+triển\s+)?(?:đến|ĐẾN))?\s+(?:(?:năm|NĂM)\s+)?\d{{4}}|\s*,?\s*(?:đến|và)\s+năm\s+\d{{4}})*""",
    re.VERBOSE,
)
FOUR_DIGITS = re.compile(r"\d{4}")
BODY_OF = re.compile(r"\s+của\s+")
# What cannot be inside an unquoted title.
TITLE_STOP = re.compile(
    r"""[;:“”"()|]|\.(?=\s|\Z)|\s\d{1,2}/\d{1,2}/\d{4}|\shttps?:|\sNội\s+dung\b|\s(?:tại|theo)\s+(?:Phụ\s+lục|[Mm]ẫu)|,\s*Điều\s|\s+hết\s+hiệu\s+lực|\s+(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy|đính\s+chính|ngưng)|\s+Đã\s+được|\n\s*\n|,\s*(?:theo|trong\s+đó|nhằm|góp\s+phần|gắn\s+với|đồng\s+thời|đảm\s+bảo|bảo\s+đảm|phấn\s+đấu|(?:UBND|Ủy\s+ban(?:\s+nhân\s+dân)?)(?!\s+(?:nhân\s+dân\s+)?(?:các|cấp))|các\s+(?:sở|địa\s+phương|đơn\s+vị))
      |,?\s*(?:và\s+)?(?:các\s+)?(?=(?:Luật|Bộ\s+luật|Nghị\s+(?:định|quyết)|Quyết\s+định|Thông\s+tư|Chỉ\s+thị|Kết\s+luận|Kế\s+hoạch|Chương\s+trình|Đề\s+án|Chiến\s+lược|Công\s+văn|Quy\s+chế|Quy\s+định)\s)
      |\s+(?:ban\s+hành\s+)?(?:kèm\s+theo|tại\s+(?:Quyết|Nghị|Thông|Văn|Công)|theo\s+(?:Quyết|Nghị|Thông|Kế|Chỉ|đúng|quy|tiến)|được\s+(?:phê|ban|duyệt|Thủ|Chính)|do\s+(?:Bộ|Chính|UBND|Thủ)|đã\s+được)""",
    re.VERBOSE,
)
NOT_A_TITLE = re.compile(
    r"""\s*(?:[,.;:)/]|\Z|(?:này|với|bảo\s+đảm|đảm\s+bảo|phù\s+hợp|kịp\s+thời|như|để|nêu|trên|nêu|đã|được|là|và|hoặc|có|phải|thì|sẽ|cần|đó|khác|cụ\s+thể|chi\s+tiết|hằng\s+năm|hàng\s+năm|của\s+(?:đơn\s+vị|ngành|địa\s+phương|cơ\s+quan|mình)|số|gồm|bao\s+gồm|theo|tại|trong|sau|nhằm)\b)""",
    re.VERBOSE,
)
# Curricula and working plans: type words that name no instrument.
NO_INSTRUMENT = re.compile(
    r"""\s+(?:giáo\s+dục\s+(?:mầm\s+non|phổ\s+thông|thường\s+xuyên|nhà\s+trường|địa\s+phương|tiểu\s+học)|Giáo\s+dục\s+(?:[Mm]ầm\s+non|[Pp]hổ\s+thông|[Tt]hường\s+xuyên)
      |đào\s+tạo\b|công\s+tác|làm\s+việc|học\b|môn\b|bồi\s+dưỡng|tuyển\s+(?:dụng|sinh)|khung|khuyến\s+m|thời\s+sự|phát\s+thanh|truyền\s+hình|nghệ\s+thuật|kiểm\s+tra|thanh\s+tra|dạy\s+học|tập\s+huấn)""",
    re.VERBOSE,
)
# Before the type word: it is a draft, a plan still to be made, a collective, or the document itself.
FUTURE_BEFORE = re.compile(
    r"""(?:[Xx]ây\s+dựng|[Dd]ự\s+thảo|[Hh]oàn\s+thiện|[Ll]ập|[Tt]rình|[Nn]ghiên\s+cứu|[Tt]ham\s+mưu|[Đđ]ề\s+xuất|[Ss]oạn\s+thảo|thẩm\s+định|[Cc]huẩn\s+bị)
        (?:\s+(?:và|cho|UBND|Ủy\s+ban\s+nhân\s+dân|tỉnh|cấp|có|thẩm\s+quyền|tổ\s+chức|thành\s+công|ban\s+hành|thực\s+hiện|trình|phê\s+duyệt|các|HĐND|Chính\s+phủ|Thủ\s+tướng))*\s+\Z
      | (?:các|những|mỗi|từng|Các|một\s+số)\s+\Z""",
    re.VERBOSE,
)
CARRIES_OUT = re.compile(
    r"\s+(?:hành\s+động\s+)?(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện|tổng\s+thể\s+thực\s+hiện|phối\s+hợp|hành\s+động\s+(?:thực\s+hiện|triển\s+khai))\b"
)
ISSUED = re.compile(
    r"(?i:ban\s+hành(?:\s+kèm\s+theo(?:\s+(?:Quyết\s+định|Nghị\s+quyết|Thông\s+tư)\s+này)?)?(?:\s+bản)?|phê\s+duyệt|BAN\s+HÀNH|PHÊ\s+DUYỆT|thông\s+qua|công\s+bố)\s+(?:các\s+)?[“\"]?\Z"
)
# An act that may issue it: a number, "Quyết định này", the first article of a decision.
ACT_BEFORE = re.compile(
    r"\d+/[\d/]*[A-ZĐ]{2}|\d+-[A-ZĐ]\w+/|[Qq]uyết\s+định\s+này|Nghị\s+quyết\s+này|Thông\s+tư\s+này|Điều\s+1\.\s*(?:Ban\s+hành|Phê\s+duyệt|Thông\s+qua)"
)
DECIDES = re.compile(r"Điều\s+1\.|này\s+$")
AS_FOLLOWS = re.compile(
    r"\s*,?\s*(?:cụ\s+thể\s+)?(?:như\s+sau|với\s+(?:các|những)\s+nội\s+dung|gồm\s+các\s+nội\s+dung)"
)
CARRIED_BY = re.compile(
    r"(?!\s*theo\s+[Mm]ẫu)\s*,?\s*\(?\s*(?:đã\s+)?(?:được\s+)?ban\s+hành\s+(?:kèm\s+theo|theo|tại)\s+(?:Quyết|Nghị|Thông|Văn)"
)
CARRIED_OUT = re.compile(
    r"(?i:triển\s+khai|thực\s+hiện|hưởng\s+ứng)(?:\s+(?:có\s+)?(?:hiệu\s+quả|tốt|nghiêm\s+túc))?\s+\Z"
)
# "Đề án 06": a scheme known by a short number.
CODED = re.compile(r"\s+(?:số\s+)?(?P<code>\d{2,4})(?![\d/.,-]*\d|\s*[/-]|\s+(?:dự|đề|tỷ|triệu|năm|ngày))\b")
# "Điều lệ Mặt trận Tổ quốc Việt Nam": an organisation's charter by the organisation's name.
CHARTER = re.compile(
    r"\s+(?:Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?(?!\w)|(?:Mặt\s+trận|Công\s+đoàn|Đoàn|Hội)\s[^,;:.()\n]{3,70}?(?:Việt\s+Nam|Hồ\s+Chí\s+Minh))"
)
ASSEMBLY_RESOLUTION = re.compile(
    r"Nghị\s+quyết\s+của\s+(?P<body>Quốc\s+hội|Ủy\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội|Chính\s+phủ)\s+về\s+(?!việc\s+ban)"
)


def find_named(
    text: str, home: Home, anchors: list[Anchor], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Every instrument cited by title. `taken` are ranges that other mentions hold (sorted)."""
    index = 0
    kinds = _canonical()
    for anchor in sorted(
        (*(a for a in anchors if a.word in kinds), *_lower_anchors(text)), key=lambda a: a.start
    ):
        while index < len(taken) and taken[index][1] <= anchor.start:
            index += 1
        if index < len(taken) and taken[index][0] <= anchor.start:
            continue
        mention = read_named(text, anchor, home)
        if mention:
            yield mention
    for match in ASSEMBLY_RESOLUTION.finditer(text):
        period = _period_within(text, match.end(), _title_limit(text, match.end()))
        if period:
            yield Mention(
                match.start(), period, "named", "Nghị quyết", issuer=" ".join(match["body"].split()),
                rules=["resolution-by-title", "period"], confidence=0.85,
            )  # fmt: skip


def read_named(text: str, anchor: Anchor, home: Home) -> Mention | None:
    """The instrument whose type word `anchor` is, or None where no title singles one out."""
    kind, weak = _canonical()[anchor.word]
    start, at = anchor.start, anchor.end
    word = text[start:at]
    if start and text[start - 1].isalnum():
        return None
    before = text[max(0, start - 60) : start]
    coded = CODED.match(text, at) if kind in ("Đề án", "Dự án") else None
    if coded and kind == "Đề án":
        return Mention(
            start, coded.end(), "named", kind, rules=["coded"], confidence=0.8
        )
    quoted = _quoted(text, at)
    body = None
    of = BODY_OF.match(text, at)
    if quoted is None and of:
        body = read_body(text, of.end(), home)
        quoted = _quoted(text, body.end) if body else None
    if quoted:
        inner, end = quoted
        beyond = PERIOD.match(text, end)
        if beyond and not PERIOD.search(inner):
            inner, end = f"{inner} {' '.join(beyond[0].split())}".replace(" ,", ","), beyond.end()
        if FUTURE_BEFORE.search(before):
            return None
        return Mention(
            start,
            end,
            "named",
            kind,
            title=inner,
            rules=["quoted-title"],
            issuer=body.name if body else None,
            confidence=0.95,
        )
    if FUTURE_BEFORE.search(before) or (
        kind not in ("Quy chế", "Quy định", "Điều lệ", "Bộ quy tắc") and NO_INSTRUMENT.match(text, at)
    ):
        return None
    if body:
        return _of_body(text, start, kind, body.end, body.name)
    if NOT_A_TITLE.match(text, at) or (
        CARRIES_OUT.match(text, at) and kind in ("Kế hoạch", "Chương trình", "Chương trình hành động")
    ):
        return None
    charter = CHARTER.match(text, at) if kind == "Điều lệ" else None
    if charter:
        return _titled(text, start, at, charter.end(), kind, ["charter"], 0.9)
    act_before = ISSUED.search(before) and ACT_BEFORE.search(text, max(0, start - 320), start)
    if weak and not act_before and text.find("ban hành", at, at + LONGEST_TITLE) < 0:
        return None
    limit = _title_limit(text, at)
    follows = AS_FOLLOWS.search(text, at, limit)
    if follows:
        limit = follows.start()
        if not DECIDES.search(text, max(0, start - 120), start):
            return None
    period = _period_within(text, at, limit)
    issued = act_before
    if period and (not weak or issued):
        return _titled(text, start, at, period, kind, ["period"], 0.93)
    if issued and not word.isupper():
        return _titled(text, start, at, limit, kind, ["issued-by-act"], 0.88)
    if CARRIED_BY.match(text, limit):
        return _titled(text, start, at, limit, kind, ["issued-with-act"], 0.88)
    if kind in CARRIED_KINDS and CARRIED_OUT.search(before) and _names_something(text[at:limit]):
        return _titled(text, start, at, limit, kind, ["carried-out"], 0.85)
    return None


CARRIED_KINDS = frozenset(("Đề án", "Chiến lược", "Chương trình mục tiêu quốc gia", "Chương trình"))
NAMES_NOTHING = re.compile(
    r"\s*(?:do|đúng|theo|qua|ở|thuộc|chịu|thực\s+hiện|Điều|năm|ngày|\d|TT\b|phải|khi|có|trước|từ|cho|đến|vào|bằng|giữa|nếu|mà|của|sau|hoặc|cũng|kịp|hiệu|tại)\b"
)


def _names_something(title: str) -> bool:
    """Whether the words behind a type word are a title and not the rest of a sentence."""
    return (
        not NAMES_NOTHING.match(title)
        and len(title.split()) >= 4
        and title.count("\n") < 3
        and not title.rstrip().endswith(("được", "và"))
    )


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    opened = OPEN_QUOTE.match(text, at)
    if not opened or text.count("\n", at, opened.end()) > 1:
        return None
    ceiling = min(len(text), opened.end() + LONGEST_TITLE)
    ends = [e for mark in CLOSE_OF[opened["open"]] if (e := text.find(mark, opened.end(), ceiling)) >= 0]
    if not ends:
        return None
    end = min(ends)
    inner = " ".join(text[opened.end() : end].split())
    return (inner, end + 1) if len(inner) > 5 else None


def _title_limit(text: str, at: int) -> int:
    ceiling = min(len(text), at + LONGEST_TITLE)
    stop = TITLE_STOP.search(text, at + 1, ceiling)
    return stop.start() if stop else ceiling


def _period_within(text: str, at: int, limit: int) -> int | None:
    """Where the title ends if it names its period before `limit`."""
    ceiling = min(len(text), limit + 60)
    found = PERIOD.search(text, at, ceiling) if FOUR_DIGITS.search(text, at, ceiling) else None
    if not found or found.start() > limit:
        return None
    return found.end() - 1 if found[0].endswith(")") and "(" not in text[at : found.end()] else found.end()


def _titled(
    text: str, start: int, at: int, end: int, kind: str, rules: list[str], confidence: float
) -> Mention | None:
    title = " ".join(text[at:end].split()).rstrip(" ,-–")
    if len(title) < 6 and "charter" not in rules:
        return None
    stripped = len(text[at:end]) - len(text[at:end].rstrip(" ,-–\r\n"))
    return Mention(start, end - stripped, "named", kind, title=title, rules=rules, confidence=confidence)


ABOUT = re.compile(r"\s+(?:về\s+(?:việc\s+)?)")


def _of_body(text: str, start: int, kind: str, end: int, issuer: str | None) -> Mention | None:
    """ "Chương trình hành động của Chính phủ nhiệm kỳ 2021-2026": named by its body, and its period if given."""
    if kind != "Chương trình hành động" or issuer is None:
        return None
    period = PERIOD.match(text, end)
    return Mention(
        start, period.end() if period else end, "named", kind, issuer=issuer, rules=["programme-of-body"], confidence=0.85
    )  # fmt: skip

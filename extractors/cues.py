"""Finding the cue that governs a mention: the phrase before it (or behind it) that names the relation.

The phrases come from `ontology/tables/cues.csv`; here is only how they are looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import letters
from extractors.models import Relation
from extractors.phrases import by_first_letter
from ontology.cues import Cue, cues


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue at a range of a lower-case text, the relation it names, its role."""

    start: int
    end: int
    relation: Relation
    role: str
    phrase: str


@cache
def _table() -> dict[str, Cue]:
    return {cue.phrase: cue for cue in cues()}


def _alternation(roles: frozenset[str]) -> str:
    return by_first_letter(sorted((c.phrase for c in cues() if c.role in roles), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    """A cue at the start of a word; the blank or mark before it is matched too, so that a text is skimmed fast."""
    return letters.compile(rf"[\s(“\"/,;:.–-]({_alternation(frozenset(('active', 'carried')))})(?!\w)")


@cache
def _behind() -> re.Pattern[str]:
    return letters.compile(rf"(?<!\w)(?:{_alternation(frozenset(('trailing',)))})(?!\w)")


# "quy định tại", "theo quy định của", "nêu tại": the instrument is merely named. At the end of the text before it.
PLACE = letters.compile(
    r"(?:(?:được\s+)?(?:quy\s+định|nêu|ghi|xác\s+định|ban\s+hành|cấp|công\s+bố|đề\s+ra|hướng\s+dẫn|ký|lập|áp\s+dụng|đề\s+cập|dẫn\s+chiếu|viện\s+dẫn)\s+)?"
    r"(?:(?P<strong>theo(?:\s+đúng)?(?:\s+(?:quy\s+định|hướng\s+dẫn|nội\s+dung|yêu\s+cầu|chỉ\s+đạo|nguyên\s+tắc|lộ\s+trình))?(?:\s+(?:tại|của|trong))?|tại|trong|kèm\s+theo|so\s+với|trái\s+với|khác\s+với|phù\s+hợp\s+với|đối\s+với)|của|với|như)"
    r"\s*(?:các\s+|những\s+)?(?:điều,?\s+khoản\s+của\s+)?\s*[\"“(:]?\s*\Z"
)
PLACE_WORDS = letters.compile(r"theo|t(?:ại|rong)|của|với|như")
NEAR = 200
"""How far (characters) before a mention the words that lead to it may begin."""


LONGEST_PLACE = 96
"""The longest such words: "được hướng dẫn theo đúng quy định của các điều, khoản của"."""


def place_before(low: str) -> re.Match[str] | None:
    """The words at the end of a lower-case text that merely name what follows."""
    if not PLACE_WORDS.search(low, max(0, len(low) - 48)):
        return None
    return PLACE.search(low, max(0, len(low) - LONGEST_PLACE))


PASSIVE = letters.compile(
    r"(?:đã\s+|đang\s+)?(?:được|bị)\s+(?P<verb>sửa\s+đổi(?:,?\s*(?:và\s+)?bổ\s+sung)?(?:,?\s+thay\s+thế)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|hủy\s+bỏ|hợp\s+nhất|điều\s+chỉnh|ngưng\s+hiệu\s+lực|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|đình\s+chỉ)"
    r"(?P<what>(?:,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ|sửa\s+đổi|một\s+số\s+(?:điều|nội\s+dung|khoản)(?:\s+của)?|lần\s+thứ\s+\w+|tại\s+[^;.]{0,60}))*)"
    r"\s*(?P<by>bởi|tại|theo|bằng|trong|của|:|do)(?:\s+quy\s+định\s+tại)?\s*(?:các\s+)?:?\s*(?:[-–+•]\s*|\d\.\s*|[a-zđ]\)\s*)?\Z"
)
PASSIVE_RELATIONS: dict[str, Relation] = {
    "sửa": "amends", "bổ": "amends", "điều": "amends", "thay": "replaces", "bãi": "repeals", "hủy": "repeals",
    "đính": "corrects", "hợp": "consolidates", "ngưng": "suspends", "đình": "suspends", "hướng": "guides", "quy": "details",
}  # fmt: skip
# Words that may stand between a verb and its object without being the object.
FILLER = frozenset(
    [
        "một",
        "số",
        "điều",
        "khoản",
        "điểm",
        "nội",
        "dung",
        "của",
        "quy",
        "định",
        "chi",
        "tiết",
        "thi",
        "hành",
        "biện",
        "pháp",
        "và",
        "các",
        "những",
        "có",
        "hiệu",
        "quả",
        "nghiêm",
        "túc",
        "tốt",
        "đầy",
        "đủ",
        "đồng",
        "bộ",
        "kịp",
        "thời",
        "sâu",
        "sắc",
        "rộng",
        "mục",
        "tiêu",
        "nhiệm",
        "vụ",
        "giải",
        "pháp",
        "chỉ",
        "tiêu",
        "tinh",
        "thần",
        "kế",
        "hoạch",
        "chương",
        "trình",
        "hành",
        "động",
        "toàn",
        "bộ",
        "phần",
        "quan",
        "đúng",
        "lộ",
        "trình",
        "văn",
        "bản",
        "lỗi",
        "kỹ",
        "thuật",
        "tại",
        "kèm",
        "theo",
        "trong",
        "về",
        "việc",
        "để",
        "tổ",
        "chức",
        "luật",
        "mới",
        "tiếp",
        "tục",
        "triệt",
        "để",
        "nghị",
        "quyết",
        "nghị",
        "thông",
        "tư",
        "đề",
        "án",
        "chỉ",
        "thị",
        "kết",
        "luận",
        "công",
        "tác",
        "thống",
        "nhất",
        "thiết",
        "thực",
        "hơn",
        "nữa",
        "đến",
        "nay",
        "năm",
        "bắt",
        "đầu",
        "ngay",
        "thực",
        "tế",
        "đạt",
        "triển",
        "khai",
        "quán",
        "thực",
        "hiện",
        "đến",
        "đi",
        "vào",
        "thường",
        "xuyên",
        "chủ",
        "trương",
        "chính",
        "sách",
        "chiến",
        "lược",
        "cụ",
        "thể",
        "hóa",
        "hoá",
        "đã",
        "được",
        "này",
        "nêu",
        "trên",
        "từng",
        "tuyên",
        "truyền",
        "phổ",
        "biến",
        "đối",
        "với",
        "theo",
        "sau",
        "đây",
        "bao",
        "gồm",
        "như:",
        "gồm",
        "chất",
        "lượng",
        "thắng",
        "lợi",
        "quyết",
        "liệt",
        "hướng",
        "dẫn",
        "ý",
        "kiến",
        "đạo",
        "lãnh",
        "đạo",
        "cho",
        "ở",
        "là",
        "quyết",
        "sửa",
        "đổi",
        "bổ",
        "sung",
        "khẩn",
        "trương",
        "nhanh",
        "chóng",
        "lần",
        "thứ",
        "hai",
        "ba",
        "bộ",
        "ban",
        "hành",
        "phê",
        "duyệt",
        "điều",
        "chỉnh",
        "cục",
        "tổng",
        "thể",
        "từ",
        "hết",
        "hiệu",
        "lực",
        "pháp",
        "lệnh",
        "hợp",
        "lý",
        "tốt",
        "nhất",
        "có",
        "hiệu",
        "quả",
        "bước",
        "đầu",
        "mạnh",
        "mẽ",
        "hành",
    ]
)
CLAUSE_BREAK = letters.compile(
    r"[;:]\s|\.\s+(?=[A-ZĐÀ-Ỹ])|,\s*(?:(?:UBND|Ủy\s+ban\s+nhân\s+dân|Ủy\s+ban|Uỷ\s+ban|Chủ\s+tịch|Bộ\s|Sở\s|Chính\s+phủ|Thủ\s+tướng|Tỉnh\s+ủy|Thành\s+ủy|Ban\s|các\s+(?:sở|đơn|cơ|địa|bộ|cấp)|HĐND|Hội\s+đồng|cơ\s+quan|đơn\s+vị|Giám\s+đốc)"
    r"|(?:đồng\s+thời|trong\s+đó|góp\s+phần|nhằm|gắn\s+với|bảo\s+đảm|đảm\s+bảo|phù\s+hợp|tiếp\s+tục|tổ\s+chức|triển\s+khai|thực\s+hiện|phấn\s+đấu|kết\s+hợp|thì|để)\b)|\bthì\b"
)


REACH = 400
"""How far (characters) before a mention a cue may govern it."""


@lru_cache(maxsize=8192)
def last_cue(low: str) -> FoundCue | None:
    """The last active cue in a lower-case text."""
    text = f" {low}"
    found = None
    for match in _before().finditer(text, max(0, len(low) - REACH)):
        if not _is_other_word(text, match[1], match.start(1), match.end()):
            found = match
    if found is None:
        return None
    cue = _table()[" ".join(found[1].split())]
    return FoundCue(found.start(1) - 1, found.end() - 1, cue.relation, cue.role, cue.phrase)  # type: ignore[arg-type]


# "có hiệu lực thi hành", "bảo hiểm hưu trí bổ sung", "văn bản hướng dẫn": the words without the relation.
EFFECT = letters.compile(r"hiệu\s+lực\s+\Z")
AMENDED_PART = letters.compile(r"\s*(?:khoản|điểm|điều|một\s+số|cụm|phụ|mẫu|chương|mục|các|và|$)")
AMENDS_BEFORE = letters.compile(r"(?:sửa\s+đổi\s*,?\s*(?:và\s+)?)\Z")


ADJACENT = frozenset(("tiếp tục", "hoàn thành"))
"""Verbs that carry an act out only where it is their own object."""


def _is_other_word(low: str, phrase: str, start: int, end: int) -> bool:
    if phrase == "thi hành":
        return EFFECT.search(low, max(0, start - 16), start) is not None
    if phrase == "bổ sung":
        return (
            AMENDED_PART.match(low, end) is None
            and AMENDS_BEFORE.search(low, max(0, start - 16), start) is None
        )
    if phrase in ADJACENT:
        return len(WORD.findall(low, end)) > 6 or not only_filler(low[end:])
    if phrase.startswith("hướng dẫn"):
        return low.endswith(("văn bản ", "theo ", "được "), 0, start)
    return False


PARTLY = letters.compile(r"\s*(?:thi\s+hành\s+)?(?:một\s+số|điều|khoản|điểm|quy\s+định)")


def first_trailing_cue(low: str) -> FoundCue | None:
    """The first trailing cue ("hết hiệu lực") in a lower-case text; not the words of a title."""
    if "hiệu" not in low and "bỏ" not in low:
        return None
    found = next((m for m in _behind().finditer(low) if not PARTLY.match(low, m.end())), None)
    if found is None:
        return None
    cue = _table()[" ".join(found[0].split())]
    return FoundCue(found.start(), found.end(), cue.relation, cue.role, cue.phrase)  # type: ignore[arg-type]


WORD = letters.compile(r"\w+")
# "hoàn thành 100% nhiệm vụ của …"
SHARE = letters.compile(r"\d+(?:,\d+)?\s?%")


def only_filler(tail: str, most: int = 16) -> bool:
    """Whether the words between a verb and the mention leave the mention its object."""
    tail = tail.rstrip(" :\r\n")
    if CLAUSE_BREAK.search(tail):
        return False
    words = WORD.findall(SHARE.sub("", tail))
    return len(words) <= most and all(w in FILLER for w in words)

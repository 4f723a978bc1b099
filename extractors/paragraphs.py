"""Where a paragraph begins and ends, in text whose lines may be wrapped.

Gazette and PDF text breaks lines in the middle of sentences, saved pages do not. A line break ends a
paragraph unless the sentence visibly goes on. Bounds are found around a position on demand: most of a long
document holds no citation and is never cut up.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import ontology
from extractors import letters
from extractors.phrases import by_first_letter, words_of
from ontology.cues import cues

# What begins a new paragraph at the start of a line, whatever stands above it.
OPENER = letters.compile(
    r"""
    (?:Điều|ĐIỀU)\ +\d+[a-zđ]?\s?[.:] | \|
  | \d{1,2}(?:\.\d{1,2}){0,3}[.)\\/]\ | [IVX]{1,6}\s?[.)/-]\  | [-–+•*○●]
  | \(\d{1,2}\) | \([a-z]\d?\) | ["“](?:Điều\ |Chương\ |Mục\ |\d{1,2}[.)]\ |[a-zđ]\)\ )
  | Căn\ cứ\  | Theo\ đề\ nghị | Xét\ (?:đề|Tờ) | Nơi\ nhận | Số:?\ *\d | CỘNG\ H | Độc\ lập\ - | Kính\ gửi
  | QUYẾT\ (?:ĐỊNH|NGHỊ)\s*: | (?:KT|TM|TL|TUQ|Q)\.\ | Lưu:
  | (?:BỘ\ TRƯỞNG|CHỦ\ TỊCH|THỦ\ TƯỚNG|GIÁM\ ĐỐC)\s*\n
    """,
    re.VERBOSE,
)
OPENER_EXAMPLES = (
    "Điều 5. Hiệu lực", "- Sở Tài chính", "Căn cứ Luật", "1. Phạm vi", "IV. Tổ chức", "“Điều 3",
    "| Bộ Y tế", "Kính gửi: Các sở", "TM. CHÍNH PHỦ", "Nơi nhận:", "(2) Kinh phí",
)  # fmt: skip
# The only small letters that begin one: "a) Hồ sơ", "đ. Kinh phí", "b1) Mức chi".
LETTERED_ITEM = letters.compile(r"[a-zđ]{1,2}(?:\.?\d)?[).]\ ")
# What begins a new paragraph only where the line above has come to an end: a heading, a decimal, a footnote.
WEAK_OPENER = letters.compile(
    r"""
    (?:Điều|Mục|Phần|Chương|Phụ\ lục|MỤC|PHẦN|CHƯƠNG|PHỤ\ LỤC)\ +(?:thứ|THỨ|[IVXLA-D]+|\d+[a-zđ]?)\b
  | \d{1,2}\.\d | \d{1,2}\ +[A-ZĐ“]
    """,
    re.VERBOSE,
)
WEAK_OPENER_EXAMPLES = (
    "Điều 9 và Điều 14 Thông tư",
    "Mục 2, Điều 9",
    "PHỤ LỤC II",
    "2.1 Nhiệm vụ",
    "1 Thông tư số 5",
)
# What goes on with the line above, as small letters do: "(sau đây gọi", ", khoản 2".
CONTINUES = letters.compile(r"[(,;]")
# What no sentence ends with: "… quy định tại", "… khoản 2", "…,".
DANGLING = letters.compile(
    r"(?:\b(?:bởi|và|của|số|tại|theo|về|ngày|tháng|năm|là|các|đến|từ|cho|khóa|thứ|Bộ|Luật|hoặc"
    r"|(?:khoản|điểm|mục|Điều|tiết|Khoản|Điểm|ngày|tháng)(?:\s+(?:\d{1,3}[a-zđ]?|[a-zđ]))?)|[-,(/])$"
)
DANGLING_EXAMPLES = (
    "thực hiện theo quy định tại",
    "quy định tại khoản 2",
    "Nghị định số 1,",
    "Bộ Lao động -",
    "điểm đ",
)
ABBREVIATED = letters.compile(r"(?:\A|[ (])(?:TP|Tp|T\.P|TS|ThS|PGS|GS|Q|P|TX)\.\Z")
LONGEST_ABBREVIATION = 6
SENTENCE_ENDS = frozenset(".;:!?|")
SPACE = letters.compile(r"\s*")
# A line of the basis block: "Căn cứ Quyết định", "Xét đề nghị của Giám đốc", "- Theo đề nghị "
BASIS_LINE = letters.compile(r"\s*(?:[-–+]\s*)?(?:Căn\ cứ|Xét|Theo\ đề\ nghị|Thực\ hiện)\ ")
LONGEST_VERB = 32
"""How far (characters) before the end of a line its verb may begin."""
NARROWEST = 30
"""Text is not wrapped into narrower lines (characters) than this; cells of tables are."""
FULL_LINE = 55
"""A line shorter than this (characters) was not wrapped by its width."""


def ends_paragraph(text: str, position: int) -> bool:
    """Whether the line break at `position` ends a paragraph."""
    end = position
    while end and text[end - 1] == " ":
        end -= 1
    last = text[end - 1] if end else "\n"
    if last == "\n" or (last in SENTENCE_ENDS and not _is_abbreviated(text, end)):
        return True
    following = position + 1
    if text[following : following + 1].isspace():
        following = SPACE.match(text, following).end()  # type: ignore[union-attr]
    if following >= len(text):
        return True
    if text[following].islower():
        return LETTERED_ITEM.match(text, following) is not None
    return OPENER.match(text, following) is not None or _is_apart(text, end, position, following)


def _is_abbreviated(text: str, end: int) -> bool:
    start = max(end - LONGEST_ABBREVIATION, text.rfind("\n", 0, end) + 1)
    return ABBREVIATED.search(text[start:end]) is not None


def _is_apart(text: str, end: int, position: int, following: int) -> bool:
    """Whether the line that ends at `end` has come to an end, by what stands below it and is no item."""
    if CONTINUES.match(text, following):
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    dangling = DANGLING.search(line[-24:]) is not None
    blank_between = text.count("\n", position, following) > 1
    if WEAK_OPENER.match(text, following):
        return not dangling and (blank_between or len(line) < FULL_LINE)
    if blank_between:
        return not dangling or text[following : following + 12].isupper()
    return len(line) < FULL_LINE and not dangling and not _is_wrapped(text, line, following)


def _is_wrapped(text: str, line: str, following: int) -> bool:
    """Whether a short line goes on in the next, which begins with a capital at `following`.

    A basis ends with a mark and never at a bare line end, nor does a verb before the act it is done to. Other
    lines are wrapped where the next word had no room left and another line goes on in small letters.
    """
    if _verb_at_end().search(line[-LONGEST_VERB:].lower()) and _instrument().match(text, following):
        return True
    end = text.find("\n", following)
    next_line = text[following : end if end >= 0 else len(text)].rstrip()
    if BASIS_LINE.match(line) or _open_end().search(line[-LONGEST_VERB:]):
        return not next_line.isupper()
    width = max(len(line), len(next_line))
    if width < NARROWEST or len(line) + 1 + len(next_line.partition(" ")[0]) <= width:
        return False
    goes_on = end >= 0 and next_line[-1:] not in (".", ";", ":") and CONTINUES.match(text, end + 1)
    return CONTINUES.match(line.lstrip()) is not None or bool(goes_on)


def paragraph_start(text: str, position: int, limit: int = 4000) -> int:
    """Where the paragraph around `position` begins; looks back at most `limit` characters."""
    floor = max(0, position - limit)
    at = first = position
    while True:
        at = text.rfind("\n", floor, at)
        if at < 0:
            break
        if ends_paragraph(text, at):
            return at + 1
        first = at + 1
    if floor == 0 or first < position:
        return 0 if floor == 0 else first
    return text.find(" ", floor, position) + 1 or floor


def paragraph_end(text: str, position: int, limit: int = 4000) -> int:
    """Where the paragraph around `position` ends (exclusive); looks ahead at most `limit` characters."""
    ceiling = min(len(text), position + limit)
    at = position
    while True:
        at = text.find("\n", at, ceiling)
        if at < 0:
            break
        if ends_paragraph(text, at):
            return at
        at += 1
    if ceiling == len(text):
        return ceiling
    return max(text.rfind(" ", position, ceiling), position) or ceiling


@cache
def _verb_at_end() -> re.Pattern[str]:
    """A verb that wants an instrument at the end of a line, or the act that issues what follows."""
    verbs = by_first_letter(sorted((c.phrase for c in cues() if c.role == "active"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{verbs}|kèm\s+theo\s+\w+\s+\w+\s+này)\Z")


@cache
def _open_end() -> re.Pattern[str]:
    """What a line ends with that is cut inside a name: behind other words a type, a body, a unit."""
    types = by_first_letter(sorted((kind.name for kind in ontology.document_types()), key=len, reverse=True))
    return letters.compile(
        rf"[a-zà-ỹ,;]\s+(?:{types}|{words_of('unit')}|Sở|UBND|HĐND|Giám\s+đốc|Chủ\s+tịch|Thủ)\Z"
    )


@cache
def _instrument() -> re.Pattern[str]:
    """An instrument's type word at the start of a line, not the document's own ("Quyết định này")."""
    names = {kind.name for kind in ontology.document_types()}
    names |= {kind.name for kind in ontology.named_kinds()}
    words = sorted({*names, *(name.upper() for name in names)}, key=lambda word: (-len(word), word))
    return re.compile(rf"{by_first_letter(words)}(?!\s+này)(?=\s+[\w“\"])")


@lru_cache(maxsize=1024)
def one_line(text: str) -> str:
    """Wrapped text as one line of the same length."""
    return text.replace("\n", " ")

"""Titles of laws: the type word, the title behind it, and where it ends.

Where a title ends is known for the laws of the authority table; for others it is read from the words.
"""

from __future__ import annotations

import re
from functools import cache

import ontology
from extractors import letters
from extractors.name_trie import Entry, Node, add_name, walk
from extractors.paragraphs import ends_paragraph

# The type word of a law: "Bộ luật ", "Pháp lệnh ", "LUẬT "
LAW_WORD = letters.compile(
    r"(?:(?P<code>Bộ\s+[Ll]uật|BỘ\s+LUẬT|bộ\s+luật)|(?P<ordinance>[Pp]háp\s+[Ll]ệnh|PHÁP\s+LỆNH)"
    r"|(?P<law>[Ll]uật|LUẬT))\s+"
)

# The title of an amending law up to the first law in it: "sửa đổi, bổ sung một số điều của Luật Viên chức"
AMENDING = letters.compile(
    r"(?i:sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)\s+(?P<what>[^.;:()“”\"]{0,160}?)"
    r"(?P<of>(?:của|trong|các|CỦA|CÁC)\s+)?"
    r"(?=(?:Luật|Bộ\s+luật|Bộ\s+Luật|Pháp\s+lệnh|LUẬT|BỘ\s+LUẬT|PHÁP\s+LỆNH|luật|bộ\s+luật|pháp\s+lệnh)\s)"
)

# Words that follow "luật" where no title does: "Luật này", "luật sư"
NOT_A_TITLE = letters.compile(
    r"(?:số|năm|nam|sư|gia|học|pháp|này|nêu|trên|đó|mới|hiện|khác|liên|chuyên|được|quy|có|và|của"
    r"|hoặc|cho|là|do)\b",
    re.IGNORECASE,
)

# What never stands inside a short title, so that the name ends before it: "Giáo dục năm 2019", "Dược;"
STOP = letters.compile(
    r"""\s*(?: [,;:.()“”"/|] | \Z | \b(?:
        Căn\s+cứ|Quy\s+định|Được|Thay\s+thế|Bãi\s+bỏ|Sửa\s+đổi|Nội\s+dung|Hướng\s+dẫn
      | gồm|bao\s+gồm|đi\s+vào|về\s+việc|ngày|năm|số\s+\d|được|đã|này|hiện\s+hành|quy\s+định|tại|theo|thì
      | là|do|để|khi|hoặc|thuộc|trong|nếu|bị|phải|có|không|nhưng|với|mà|đang|cần|vào|từ|của|sửa\s+đổi
      | hướng\s+dẫn
      | và\s+(?:các|những|văn|quy|pháp|có|hướng|Luật|Bộ|Nghị|Thông|Pháp|luật|Quyết|thực|triển|tổ|theo)
      | và\s+(?:được|quản)
      | và\s+[A-ZĐ]{2,}
    )\b)""",
    re.VERBOSE,
)

# One word of a title; a figure only inside a word: " Giáo", " 5G"
TITLE_WORD = letters.compile(r"\s*((?:[^\s,;:.()“”\"/\d|]|\d(?=\w*[^\W\d]))+)")

# A pair joined by a comma behind a title's first word: "Phòng, chống bạo lực"
COMMA_PAIR = letters.compile(
    r",\s+(?=[a-zà-ỹđ]+\s)"
    r"(?!các|được|theo|quy|trong|văn|có|hướng|đã|thì|nếu|tại|những|trừ|kể|gồm|bao|do|để|nhằm|khi)"
)

# A pair that goes on behind a title of the table: "Luật Thuế xuất khẩu, nhập khẩu;"
PAIR_GOES_ON = letters.compile(
    r",\s+(?:nhập\s+khẩu|bổ\s+nhiệm|xuất\s+cảnh|cư\s+trú)(?=\s*(?:[;,.)]|ngày|số|năm|và\s))"
)

# A title in lower case that no table knows is one where a cue stands before the type word and the sentence
# visibly goes on behind: "Căn cứ Luật đầu tư nước ngoài tại Việt Nam ngày …".
CUE_BEFORE = letters.compile(
    r"(?:Căn\s+cứ|căn\s+cứ|thi\s+hành|theo|của|tại|chấp\s+hành|quy\s+định|và|,|;)\s+"
    r"(?:Luật|Bộ\s+luật|Pháp\s+[lL]ệnh)\s+\Z"
)
ENDS_TITLE = letters.compile(r"\s*(?:ngày|năm\s+\d|số\s+\d|\(?\d{4}|[;,.)]|\Z)")

# Behind a basis a title with commas runs to its date: ", quyền hạn cụ thể của Hội đồng nhân dân ngày 25"
RUNS_TO_DATE = letters.compile(
    r",(?:(?!Luật|Bộ\s|Pháp|Nghị|Quyết|Thông|Chỉ)[^;.:()“”\d]){3,160}?"
    r"(?<!từ)(?<!đến)(?<!trước)(?<!sau)(?=,?\s+ngày\s+\d)"
)
BASIS_BEFORE = letters.compile(r"(?:Căn\s+cứ|CĂN\s+CỨ)\s+\w+(?:\s+\w+)?\s+\Z")

LONGEST_TITLE = 14
"""Most words of a title that no table knows."""


def law_kind(match: re.Match[str]) -> str:
    """The type that a match of `LAW_WORD` names."""
    return "Bộ luật" if match["code"] else "Pháp lệnh" if match["ordinance"] else "Luật"


def split_title(title: str) -> tuple[str, str]:
    """ "Bộ luật Lao động" → ("Bộ luật", "Lao động")."""
    match = LAW_WORD.match(title)
    return (law_kind(match), title[match.end() :]) if match else ("", title)


def plain_title(text: str, start: int, end: int) -> str:
    """A title as it is shown: type word in canonical form, first letter of the name in upper case."""
    title = " ".join(text[start:end].split())
    kind, bare = split_title(title)
    if kind and not AMENDING.match(bare):
        return f"{kind} {bare[:1].upper()}{bare[1:]}"
    return title[:1].upper() + title[1:]


@cache
def title_trie() -> Node:
    """Short titles of the laws in the authority table, without their type word."""
    trie = Node()
    for law in ontology.laws():
        for title in (law.title, *law.aliases):
            kind, bare = split_title(title)
            if bare and not AMENDING.match(bare) and not bare.casefold().startswith("sửa đổi"):
                add_name(trie, bare, Entry(name=f"{kind} {bare}"))
    return trie


@cache
def numbers_of_titles() -> dict[str, set[str]]:
    """The numbers that laws of a title (lower case) bear."""
    table: dict[str, set[str]] = {}
    for law in ontology.laws():
        if law.number:
            table.setdefault(law.title.casefold(), set()).add(law.number)
    return table


def title_end(text: str, begin: int, word: str) -> tuple[int, str] | None:
    """Where the title ends that begins behind the type word `word`, and by which rule; None where none is."""
    known = _known_title_end(text, begin, word)
    if known:
        return known
    if not word[:1].isupper() or NOT_A_TITLE.match(text, begin):
        return None
    end = _read_words(text, begin)
    if end is None or not (text[begin : begin + 1].isupper() or _lower_title(text, begin, end, word)):
        return None
    if text[end : end + 1] == "," and BASIS_BEFORE.search(text, max(0, begin - 24), begin):
        dated = RUNS_TO_DATE.match(text, end)
        end = dated.end() if dated else end
    return end, "law-title-unknown"


def _known_title_end(text: str, begin: int, word: str) -> tuple[int, str] | None:
    """The end of a title of the table, or of a longer one in capitals that begins like it."""
    known = walk(title_trie(), text, begin)
    if known is None:
        return None
    end = known[0]
    capital = text[begin].isupper()
    if not (capital or word[:1].isupper()) or text[end : end + 1].isalnum():
        return None
    if capital and not word.isupper() and text[end : end + 3].strip()[:1].isupper():
        longer = _read_words(text, begin)
        if longer and longer > end and text[end:longer].lstrip()[:1].isupper():
            return longer, "law-title-unknown"
    pair = PAIR_GOES_ON.match(text, end)
    return (pair.end() if pair else end), "law-title"


def _lower_title(text: str, begin: int, end: int, word: str) -> bool:
    """Whether a title in lower case is believed: "Pháp lệnh về …", or one between a cue and its date."""
    if word.startswith("P") and text.startswith("về ", begin):
        return True
    cue = CUE_BEFORE.search(text, max(0, begin - 40), begin)
    return cue is not None and ENDS_TITLE.match(text, end) is not None


def _read_words(text: str, begin: int) -> int | None:
    """The end of a title that no table knows: word by word up to one that cannot belong to it."""
    at, words = begin, 0
    while words < LONGEST_TITLE:
        if STOP.match(text, at):
            pair = COMMA_PAIR.match(text, at) if words == 1 else None
            if not pair:
                break
            at = pair.end()
        word = TITLE_WORD.match(text, at)
        if not word:
            break
        line_end = text.find("\n", at, word.start(1))
        if line_end >= 0 and ends_paragraph(text, line_end):
            break
        at, words = word.end(), words + 1
    return at if words else None

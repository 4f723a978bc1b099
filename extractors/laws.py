"""Citations of laws, codes, ordinances and the Constitution by title.

`Luật Giáo dục 2019`, `Luật Viên chức ngày 15 tháng 11 năm 2010`, `Luật Đầu tư số 61/2020/QH14`. An amending
law's title holds the titles of others; those are mentions of their own inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors import letters
from extractors.anchors import LAW_TYPES, Anchor
from extractors.bodies import read_body
from extractors.home import Home
from extractors.law_tail import read_law_number, read_law_tail
from extractors.law_titles import AMENDING, LAW_WORD, law_kind, numbers_of_titles, plain_title, title_end
from extractors.mention import Mention
from extractors.number_tail import OF

LAW_ANCHORS = frozenset(word.casefold() for word in LAW_TYPES)
# What opens a law's name in small letters: "luật ", "pháp lệnh Ưu đãi"
LOWER_ANCHORS = {
    "luật": letters.compile(r"luật\s"),
    "pháp lệnh": letters.compile(r"pháp\s+lệnh\s+(?=[A-ZĐÀ-Ỹ])"),
}

# The first half of "Bộ luật": "Bộ ", "bộ "
CODE_BEFORE = letters.compile(r"(?:[Bb]ộ|BỘ)\s+\Z")

# "Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "HIẾN PHÁP NƯỚC CHXHCN VIỆT NAM"
CONSTITUTION = letters.compile(
    r"(?:Hiến\s+pháp|HIẾN\s+PHÁP)(?P<state>\s+(?:nước\s+)?(?:Cộng\s+h(?:òa|oà)|CHXHCN|CỘNG\s+H(?:ÒA|OÀ))\s+"
    r"(?:(?i:xã\s+hội\s+chủ\s+nghĩa)\s+)?(?i:Việt\s+Nam))?"
)

# The word before tells that no law is named: "pháp luật", "kỷ luật", "Dự thảo Luật", "Đại học Luật"
NO_LAW_BEFORE = letters.compile(
    r"(?:[Pp]háp|PHÁP|[Kk]ỷ|KỶ|[Qq]uy|[Đđ]ịnh|[Ll]àm|[Dd]ự\s+(?:án|thảo)|[Đđ]ại\s+học|[Kk]hoa|[Vv]iện|[Cc]ông\s+ty"
    r"|ngành|chuyên\s+ngành|[Vv]ăn\s+phòng|[Bb]áo|[Đđ]ề\s+nghị\s+xây\s+dựng)\s+\Z"
)
NO_LAW_WORDS = frozenset(
    ("pháp", "kỷ", "quy", "định", "làm", "án", "thảo", "học", "khoa", "viện", "ty", "ngành", "phòng")
) | {"báo", "dựng"}
"""Last words of `NO_LAW_BEFORE`, asked first because it is cheaper."""

# A law that amends many: "sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch"
AMENDING_MANY = letters.compile(
    r"(?i:sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)\s+(?:một\s+số\s+(?:điều|quy\s+định|nội\s+dung)\s+)?(?:của\s+)?"
    r"(?:các|\d+)\s+(?:[Ll]uật|[Pp]háp\s+lệnh)"
    r"(?:(?:\s+(?:về|có\s+liên\s+quan\s+đến|liên\s+quan\s+đến)\s+[^.;:,()“”\"]{3,80}?)"
    r"(?=\s*(?:[.;:,()“”\"]|ngày|số|năm|được|quy\s+định|$)))?"
)

# Between the laws of an amending law's title: ", Luật Tố cáo", " và Bộ luật Lao động"
BETWEEN_LAWS = letters.compile(
    r"\s*(?:,\s*(?:và\s+)?|và\s+|;\s*)(?=(?:Luật|Bộ\s+luật|Bộ\s+Luật|Pháp\s+lệnh|LUẬT|BỘ\s+LUẬT)\s)"
)


def find_laws(text: str, home: Home, anchors: Iterable[Anchor]) -> Iterator[Mention]:
    """Every mention of a law by title, an amending law before the laws inside its title."""
    done = 0
    for anchor in sorted([*_lower_anchors(text), *_law_anchors(text, anchors)]):
        if not _may_open(text, anchor):
            continue
        code = CODE_BEFORE.search(text, max(0, anchor - 8), anchor) if text[anchor] in "lL" else None
        start = code.start() if code else anchor
        if start < done:
            continue
        for mention in read_law(text, start, home):
            yield mention
            done = max(done, mention.end)
    yield from _constitutions(text)


def _law_anchors(text: str, anchors: Iterable[Anchor]) -> Iterator[int]:
    """Where "Luật" or "Pháp lệnh" begins; of a "Bộ luật" its second word."""
    for anchor in anchors:
        if anchor.word in LAW_ANCHORS and text[anchor.end : anchor.end + 1].isspace():
            at = anchor.start if anchor.word == "pháp lệnh" else anchor.end - len("luật")
            if text[at].isupper():
                yield at


def _lower_anchors(text: str) -> Iterator[int]:
    for word, pattern in LOWER_ANCHORS.items():
        at = text.find(word)
        while at >= 0:
            if pattern.match(text, at):
                yield at
            at = text.find(word, at + 1)


def _may_open(text: str, anchor: int) -> bool:
    """Whether a law's name can open here: no "pháp luật"; in lower case "bộ luật" or before a capital."""
    before = text[max(0, anchor - 6) : anchor].rstrip()
    if before[-4:].lower() in ("pháp", "dưới"):
        return False
    capital_behind = text[anchor + 5 : anchor + 7].lstrip()[:1].isupper()
    return text[anchor] != "l" or before[-2:] in ("Bộ", "bộ") or capital_behind


def _constitutions(text: str) -> Iterator[Mention]:
    """The Constitution, where the state or the year says which."""
    for match in CONSTITUTION.finditer(text):
        mention = Mention(
            match.start(), match.end(), "law", "Hiến pháp", issuer="Quốc hội", rules=["constitution"]
        )
        read_law_tail(text, mention)
        mention.title = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam" if match["state"] else "Hiến pháp"
        if match["state"] or mention.year or mention.date:
            yield mention


def read_law(text: str, start: int, home: Home) -> list[Mention]:
    """The law named at `start` and, for an amending law, those named inside its title; [] if none is."""
    word = LAW_WORD.match(text, start)
    if not word or (start and text[start - 1].isalnum()) or _names_no_law(text, start):
        return []
    many = AMENDING_MANY.match(text, word.end())
    if many:
        mention = Mention(start, many.end(), "law", law_kind(word), rules=["amending-law"], confidence=0.85)
        return [_finished(text, mention, home)]
    amending = AMENDING.match(text, word.end())
    if amending:
        return _read_amending(text, start, law_kind(word), amending, home)
    titled = title_end(text, word.end(), word[0])
    if titled is None:
        return []
    end, rule = titled
    confidence = 0.96 if rule == "law-title" else 0.8
    return [
        _finished(text, Mention(start, end, "law", law_kind(word), rules=[rule], confidence=confidence), home)
    ]


def _names_no_law(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start].split()
    if not before or before[-1].lower() not in NO_LAW_WORDS:
        return False
    return NO_LAW_BEFORE.search(text, max(0, start - 24), start) is not None


def _issuer_of(kind: str) -> str:
    return "Ủy ban Thường vụ Quốc hội" if kind == "Pháp lệnh" else "Quốc hội"


def _finished(text: str, mention: Mention, home: Home) -> Mention:
    """The mention with title, issuer and what stands behind the title."""
    mention.title = plain_title(text, mention.start, mention.end)
    mention.issuer = _issuer_of(mention.type)
    read_law_tail(text, mention)
    of = OF.match(text, mention.end) if mention.number or mention.date else None
    body = read_body(text, of.end(), home) if of else None
    if body and body.name == mention.issuer:
        mention.end = body.end
    return mention


def _read_amending(text: str, start: int, kind: str, match: re.Match[str], home: Home) -> list[Mention]:
    """An amending law and, each a mention of its own, the laws of its title."""
    outer = Mention(start, match.end(), "law", kind, rules=["amending-law"], confidence=0.93)
    inner = _amended_laws(text, match.end(), outer)
    if not inner:
        return []
    last = inner[-1]
    outer.end = last.end
    title = " ".join(text[start : last.end].split())
    number = read_law_number(text, last.end)
    if number and last.title and number.canonical in numbers_of_titles().get(last.title.casefold(), ()):
        # the number is that of the amended law and not of the amending one
        read_law_tail(text, last)
        outer.end = last.end
        title = " ".join(text[start : last.end].split())
    if last.number is None:
        _finished(text, outer, home)
    outer.title = title[:1].upper() + title[1:]
    outer.issuer = _issuer_of(kind)
    return [outer, *inner]


def _amended_laws(text: str, position: int, outer: Mention) -> list[Mention]:
    """The laws in an amending law's title, from `position` on."""
    laws: list[Mention] = []
    while True:
        word = LAW_WORD.match(text, position)
        titled = title_end(text, word.end(), word[0]) if word else None
        if word is None or titled is None:
            return laws
        end, rule = titled
        law = Mention(
            position,
            end,
            "law",
            law_kind(word),
            relation="amends",
            source=outer,
            outer=outer,
            rules=[rule, "in-amending-title"],
        )
        law.title, law.issuer = plain_title(text, position, end), _issuer_of(law.type)
        laws.append(law)
        joint = BETWEEN_LAWS.match(text, end)
        if joint is None or ";" in joint[0]:
            return laws
        position = joint.end()

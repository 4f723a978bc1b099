"""Citations of laws, codes, ordinances and the Constitution by title.

`Luật Giáo dục 2019`, `Luật Viên chức ngày 15 tháng 11 năm 2010`, `Luật Đầu tư số 61/2020/QH14`. An amending
law's title holds the titles of others; those are mentions of their own inside it. Where a title ends is
known for the laws of the authority table; for others it is read from the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ontology
from extractors import letters
from extractors.bodies import read_body
from extractors.dates import read_date_behind
from extractors.home import Home
from extractors.mention import Mention
from extractors.name_trie import Entry, Node, add_name, walk
from extractors.number_tail import OF
from extractors.numbers import NUMBER, canonical_signs
from extractors.paragraphs import ends_paragraph

LAW_WORD = letters.compile(
    r"(?:(?P<code>Bộ\s+[Ll]uật|BỘ\s+LUẬT|bộ\s+luật)|(?P<ordinance>[Pp]háp\s+[Ll]ệnh|PHÁP\s+LỆNH)|(?P<law>[Ll]uật|LUẬT))\s+"
)
# Each begins with letters that are rare at the start of a pattern, so that a long text is skimmed fast.
# What opens a law's name: the word to skim for, and what stands there; plain words are found fastest.
LAW_ANCHORS = tuple(
    (word, letters.compile(pattern))
    for word, pattern in (
        ("Luật", r"Luật\s"),
        ("LUẬT", r"LUẬT\s"),
        ("luật", r"luật\s"),
        ("Pháp", r"Pháp\s+[lL]ệnh\s"),
        ("PHÁP", r"PHÁP\s+LỆNH\s"),
        ("pháp lệnh", r"pháp\s+lệnh\s+(?=[A-ZĐÀ-Ỹ])"),
    )
)
CONSTITUTION = letters.compile(
    r"(?:Hiến\s+pháp|HIẾN\s+PHÁP)(?P<state>\s+(?:nước\s+)?(?:Cộng\s+h(?:òa|oà)|CHXHCN|CỘNG\s+H(?:ÒA|OÀ))\s+(?:(?i:xã\s+hội\s+chủ\s+nghĩa)\s+)?(?i:Việt\s+Nam))?"
)
# "pháp luật", "kỷ luật", "Dự thảo Luật", "Đại học Luật": the word before tells that no law is named.
NO_LAW_BEFORE = letters.compile(
    r"(?:[Pp]háp|PHÁP|[Kk]ỷ|KỶ|[Qq]uy|[Đđ]ịnh|[Ll]àm|[Dd]ự\s+(?:án|thảo)|[Đđ]ại\s+học|[Kk]hoa|[Vv]iện|[Cc]ông\s+ty|ngành|chuyên\s+ngành|[Vv]ăn\s+phòng|[Bb]áo|[Đđ]ề\s+nghị\s+xây\s+dựng)\s+\Z"
)
NO_LAW_WORDS = frozenset(
    ("pháp", "kỷ", "quy", "định", "làm", "án", "thảo", "học", "khoa", "viện", "ty", "ngành", "phòng", "báo", "dựng")
)  # fmt: skip
NOT_A_TITLE = letters.compile(
    r"(?:số|năm|nam|sư|gia|học|pháp|này|nêu|trên|đó|mới|hiện|khác|liên|chuyên|được|quy|có|và|của|hoặc|cho|là|do)\b",
    re.IGNORECASE,
)
AMENDING = letters.compile(
    r"(?i:sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)\s+(?P<what>[^.;:()“”\"]{0,160}?)"
    r"(?P<of>(?:của|trong|các|CỦA|CÁC)\s+)?(?=(?:Luật|Bộ\s+luật|Bộ\s+Luật|Pháp\s+lệnh|LUẬT|BỘ\s+LUẬT|PHÁP\s+LỆNH|luật|bộ\s+luật|pháp\s+lệnh)\s)"
)
AMENDING_MANY = letters.compile(
    r"(?i:sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)\s+(?:một\s+số\s+(?:điều|quy\s+định|nội\s+dung)\s+)?(?:của\s+)?(?:các|\d+)\s+(?:[Ll]uật|[Pp]háp\s+lệnh)"
    r"(?:(?:\s+(?:về|có\s+liên\s+quan\s+đến|liên\s+quan\s+đến)\s+[^.;:,()“”\"]{3,80}?)(?=\s*(?:[.;:,()“”\"]|ngày|số|năm|được|quy\s+định|$)))?"
)
BETWEEN_LAWS = letters.compile(
    r"\s*(?:,\s*(?:và\s+)?|và\s+|;\s*)(?=(?:Luật|Bộ\s+luật|Bộ\s+Luật|Pháp\s+lệnh|LUẬT|BỘ\s+LUẬT)\s)"
)
# Words that never stand inside a short title: what follows them is no longer the name.
STOP = letters.compile(
    r"""\s*(?:[,;:.()“”"/|]|\Z|\b(?:Căn\s+cứ|Quy\s+định|Được|Thay\s+thế|Bãi\s+bỏ|Sửa\s+đổi|Nội\s+dung|Hướng\s+dẫn|gồm|bao\s+gồm|đi\s+vào|về\s+việc|ngày|năm|số\s+\d|được|đã|này|hiện\s+hành|quy\s+định|tại|theo|thì|là|do|để|khi|hoặc|thuộc|trong|nếu|bị|phải|có|không|nhưng|với|mà|đang|cần|vào|từ|của|sửa\s+đổi|hướng\s+dẫn
    |và\s+(?:các|những|văn|quy|pháp|có|hướng|Luật|Bộ|Nghị|Thông|Pháp|luật|Quyết|thực|triển|tổ|theo|được|quản)|và\s+[A-ZĐ]{2,})\b)""",
    re.VERBOSE,
)
TITLE_WORD = letters.compile(r"\s*((?:[^\s,;:.()“”\"/\d|]|\d(?=\w*[^\W\d]))+)")
COMMA_PAIR = letters.compile(
    r",\s+(?=[a-zà-ỹđ]+\s)(?!các|được|theo|quy|trong|văn|có|hướng|đã|thì|nếu|tại|những|trừ|kể|gồm|bao|do|để|nhằm|khi)"
)
SO_NUMBER = letters.compile(
    r"\s*,?\s*(?P<open>\()?\s*(?:(?:[Ll]uật\s+)?(?:[Ss]ố|SỐ):?\s*(?=\d)|(?=\d{1,3}/\d{4}/(?:QH|UBTVQH|PL)))"
)
REVISED = letters.compile(r"\s+(?:\(\s*)?sửa\s+đổi(?:,?\s+bổ\s+sung)?(?:\s*\))?(?=,?\s+(?:năm\s+)?(?:19|20)\d\d)")
BARE_YEAR = letters.compile(r"\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–—/.]\s*\d|\d)")
BRACKET_YEAR = letters.compile(r"\s*\(\s*(?:năm\s+)?(?P<year>(?:19|20)\d\d)\s*\)")
ISSUERS = {"Pháp lệnh": "Ủy ban Thường vụ Quốc hội"}


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


def split_title(title: str) -> tuple[str, str]:
    """ "Bộ luật Lao động" → ("Bộ luật", "Lao động")."""
    match = LAW_WORD.match(title)
    if not match:
        return "", title
    return _kind(match), title[match.end() :]


def _kind(match: re.Match[str]) -> str:
    return "Bộ luật" if match["code"] else "Pháp lệnh" if match["ordinance"] else "Luật"


@cache
def numbers_of_titles() -> dict[str, set[str]]:
    """The numbers that laws of a title (lower case) bear."""
    table: dict[str, set[str]] = {}
    for law in ontology.laws():
        if law.number:
            table.setdefault(law.title.casefold(), set()).add(law.number)
    return table


CODE_BEFORE = letters.compile(r"(?:[Bb]ộ|BỘ)\s+\Z")


def find_laws(text: str, home: Home) -> Iterator[Mention]:
    """Every mention of a law by title, an amending law before the laws inside its title."""
    done = 0
    for start in sorted(_anchors(text)):
        before = text[max(0, start - 6) : start].rstrip()
        if before[-4:].lower() in ("pháp", "dưới"):
            continue
        if (
            text[start] == "l"
            and before[-2:] not in ("Bộ", "bộ")
            and not text[start + 5 : start + 7].lstrip()[:1].isupper()
        ):
            continue
        code = CODE_BEFORE.search(text, max(0, start - 8), start) if text[start] in "lL" else None
        if code:
            start = code.start()
        if start < done:
            continue
        for mention in read_law(text, start, home):
            yield mention
            done = max(done, mention.end)
    yield from _constitutions(text)


def _anchors(text: str) -> Iterator[int]:
    for word, pattern in LAW_ANCHORS:
        at = text.find(word)
        while at >= 0:
            if pattern.match(text, at):
                yield at
            at = text.find(word, at + 1)


def _constitutions(text: str) -> Iterator[Mention]:
    for match in CONSTITUTION.finditer(text):
        mention = Mention(
            match.start(), match.end(), "law", "Hiến pháp", issuer="Quốc hội", rules=["constitution"]
        )
        _read_law_tail(text, mention, "")
        title = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam" if match["state"] else "Hiến pháp"
        mention.title = title
        if match["state"] or mention.year or mention.date:
            yield mention


def read_law(text: str, start: int, home: Home) -> list[Mention]:
    """The law named at `start` and, for an amending law, those named inside its title; [] if none is."""
    word = LAW_WORD.match(text, start)
    before = text[max(0, start - 16) : start].split()
    if not word or (
        before
        and before[-1].lower() in NO_LAW_WORDS
        and NO_LAW_BEFORE.search(text, max(0, start - 24), start)
    ):
        return []
    if start and (text[start - 1].isalnum()):
        return []
    kind = _kind(word)
    begin = word.end()
    many = AMENDING_MANY.match(text, begin)
    amending = None if many else AMENDING.match(text, begin)
    if amending:
        return _read_amending(text, start, kind, amending, home)
    if many:
        mention = Mention(start, many.end(), "law", kind, rules=["amending-law"], confidence=0.85)
        _finish(text, mention, home)
        return [mention]
    end, rule = _title_end(text, begin, word[0])
    if end is None:
        return []
    mention = Mention(start, end, "law", kind, rules=[rule], confidence=0.96 if rule == "law-title" else 0.8)
    _finish(text, mention, home)
    return [mention]


def _finish(text: str, mention: Mention, home: Home) -> None:
    mention.title = _plain_title(text, mention)
    mention.issuer = ISSUERS.get(mention.type, "Quốc hội")
    _read_law_tail(text, mention, mention.title)
    of = OF.match(text, mention.end) if mention.number or mention.date else None
    body = read_body(text, of.end(), home) if of else None
    if body and body.name == mention.issuer:
        mention.end = body.end


def _plain_title(text: str, mention: Mention) -> str:
    title = " ".join(text[mention.start : mention.end].split())
    kind, bare = split_title(title)
    return (
        f"{kind} {bare[:1].upper()}{bare[1:]}"
        if kind and not AMENDING.match(bare)
        else title[:1].upper() + title[1:]
    )


def _title_end(text: str, begin: int, word: str) -> tuple[int | None, str]:
    known = walk(title_trie(), text, begin)
    upper = word.isupper()
    end: int | None
    if known:
        end = known[0]
        first = text[begin]
        fits = first.isupper() or word[:1].isupper() or upper
        beyond = text[end : end + 3].strip()[:1]
        longer = _read_words(text, begin) if beyond.isupper() and first.isupper() and not upper else None
        if fits and not text[end : end + 1].isalnum():
            if longer and longer > end and _goes_on_in_capitals(text, end, longer):
                return longer, "law-title-unknown"
            pair = PAIR_GOES_ON.match(text, end)
            return (pair.end() if pair else end), "law-title"
    first = text[begin : begin + 1]
    if not word[:1].isupper() or NOT_A_TITLE.match(text, begin):
        return None, ""
    end = _read_words(text, begin)
    if end is None:
        return None, ""
    if (
        not first.isupper()
        and not (kind_is_ordinance(word) and title_is_about(text, begin))
        and not (CUE_BEFORE.search(text, max(0, begin - 40), begin) and ENDS_TITLE.match(text, end))
    ):
        return None, ""
    return end, "law-title-unknown"


def kind_is_ordinance(word: str) -> bool:
    return word.startswith("P")


def title_is_about(text: str, begin: int) -> bool:
    """ "Pháp lệnh về tổ chức và hoạt động hòa giải ở cơ sở"."""
    return text.startswith("về ", begin)


# A title in lower case that no table knows is one where a cue stands before the type word and the sentence
# visibly goes on behind: "Căn cứ Luật đầu tư nước ngoài tại Việt Nam ngày …".
CUE_BEFORE = letters.compile(
    r"(?:Căn\s+cứ|căn\s+cứ|thi\s+hành|theo|của|tại|chấp\s+hành|quy\s+định|và|,|;)\s+(?:Luật|Bộ\s+luật|Pháp\s+[lL]ệnh)\s+\Z"
)
ENDS_TITLE = letters.compile(r"\s*(?:ngày|năm\s+\d|số\s+\d|\(?\d{4}|[;,.)]|\Z)")


PAIR_GOES_ON = letters.compile(
    r",\s+(?:nhập\s+khẩu|bổ\s+nhiệm|xuất\s+cảnh|cư\s+trú)(?=\s*(?:[;,.)]|ngày|số|năm|và\s))"
)


def _goes_on_in_capitals(text: str, end: int, longer: int) -> bool:
    return text[end:longer].lstrip()[:1].isupper()


def _read_words(text: str, begin: int) -> int | None:
    """The end of a title that no table knows: word by word up to one that cannot belong to it."""
    at, words = begin, 0
    while words < 14:
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


def _read_amending(text: str, start: int, kind: str, match: re.Match[str], home: Home) -> list[Mention]:
    outer = Mention(start, match.end(), "law", kind, rules=["amending-law"], confidence=0.93)
    inner: list[Mention] = []
    at = match.end()
    while True:
        word = LAW_WORD.match(text, at)
        end, rule = _title_end(text, word.end(), word[0]) if word else (None, "")
        if word is None or end is None:
            break
        law = Mention(
            at,
            end,
            "law",
            _kind(word),
            relation="amends",
            source=outer,
            outer=outer,
            rules=[rule, "in-amending-title"],
        )
        law.title, law.issuer = _plain_title(text, law), ISSUERS.get(law.type, "Quốc hội")
        inner.append(law)
        joint = BETWEEN_LAWS.match(text, end)
        if joint is None or ";" in joint[0]:
            at = end
            break
        at = joint.end()
    if not inner:
        return []
    outer.end = inner[-1].end
    last = inner[-1]
    number = _number_behind(text, last.end)
    if number and last.title and number[1] in numbers_of_titles().get(last.title.casefold(), ()):
        _read_law_tail(text, last, last.title)
        outer.end = last.end
    outer.title = " ".join(text[start : inner[-1].end].split())
    outer.title = outer.title[:1].upper() + outer.title[1:]
    outer.issuer = ISSUERS.get(kind, "Quốc hội")
    if outer.end == inner[-1].end and last.number is None:
        _finish_tail(text, outer, home)
    return [outer, *inner]


def _finish_tail(text: str, outer: Mention, home: Home) -> None:
    title = outer.title
    _finish(text, outer, home)
    outer.title = title


def _number_behind(text: str, position: int) -> tuple[int, str, int | None] | None:
    so = SO_NUMBER.match(text, position)
    number = NUMBER.match(text, so.end()) if so else None
    if so is None or number is None:
        return None
    signs, separators = canonical_signs(number["symbol"])
    if not signs[0].startswith(("QH", "UBTVQH", "PL", "HĐNN", "L")):
        return None
    joined = "".join(a + b for a, b in zip(signs, (*separators, ""), strict=True))
    year = int(number["year"]) if number["year"] else None
    canonical = f"{number['running']}/{year}/{joined}" if year else f"{number['running']}/{joined}"
    end = number.end()
    if so["open"]:
        close = letters.compile(r"\s*\)").match(text, end)
        if not close:
            return None
        end = close.end()
    return end, canonical, year


# "dự toán … thực hiện Pháp lệnh … năm 2020": the year is that of the doing.
OF_THE_DOING = letters.compile(
    r"(?:dự\s+toán|kinh\s+phí)\s[^.;]{0,40}(?:thực\s+hiện|thi\s+hành|triển\s+khai)\s+\Z", re.IGNORECASE
)


def _read_law_tail(text: str, mention: Mention, title: str) -> None:
    """Number, date or year behind a title, all inside the span."""
    revised = REVISED.match(text, mention.end)
    if revised:
        mention.end = revised.end()
    number = _number_behind(text, mention.end)
    if number:
        mention.end, mention.number, mention.year = number
    found = read_date_behind(text, mention.end)
    if found and (
        not found.worded
        or (found.iso is None and OF_THE_DOING.search(text, max(0, mention.start - 70), mention.start))
    ):
        found = None
    if found and not (mention.year and mention.year != found.year and not found.iso):
        mention.date, mention.end = found.iso, found.end
        mention.year = mention.year or found.year
        if found.iso and not number:
            number = _number_behind(text, mention.end)
            if number:
                mention.end, mention.number, mention.year = number
        return
    bare = BARE_YEAR.match(text, mention.end) or BRACKET_YEAR.match(text, mention.end)
    if bare and not number:
        mention.year, mention.end = int(bare["year"]), bare.end()

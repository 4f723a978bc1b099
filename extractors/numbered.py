"""Citations by số ký hiệu: the type word before the number, the date and the issuer behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import ontology
from extractors import letters
from extractors.bodies import Home, issuer_of_signs, names_of_signs, read_body
from extractors.dates import read_date_behind
from extractors.mention import Mention
from extractors.numbers import OLD_NUMBER, FoundNumber, canonical_signs, find_numbers, known_symbol, sign_key

LOOK_BACK = 72
"""How far (characters) before a number its type word may begin."""

SO = letters.compile(r"(?:[Ss]ố|SỐ)(?:\s+hiệu)?\s*:?\s*\Z")
OF = letters.compile(r"\s*,?\s*(?:(?:của|CỦA|do)\s+|của(?=[A-ZĐ]))")
JOINTLY = letters.compile(
    r"(?:[Ll]iên|LIÊN)\s+(?:(?:[Bb]ộ|[Tt]ịch|[Nn]gành)\s*:?\s*(?=(?:Bộ|Ngân|Thanh|Tòa|Toà|Viện|Ủy|Uỷ|Tổng|Ban)\b))?"
)
# Short names of the Party's bodies, which are other bodies' outside a Party number.
PARTY_SHORT = {
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
    "BCHTW": "Ban Chấp hành Trung ương",
    "BCH TW": "Ban Chấp hành Trung ương",
}
JOINED = letters.compile(r"\s*(?:,|và|VÀ|-|–|;)\s*(?:và\s+)?")
OPEN_ISSUER = letters.compile(r"\s*,?\s*(?=Kỳ\s+họp\s+thứ|Quốc hội khóa)")
SESSION = letters.compile(
    r"(?:Kỳ\s+họp\s+thứ\s+(?:[a-zà-ỹ]+|\d+),?\s*)?(?:tại\s+)?Quốc\s+hội(?:\s+kh(?:óa|oá)\s+[IVX]+)?"
)
# "Nghị quyết của Chính phủ số 57/NQ-CP": the issuer stands between the type and the number.
BETWEEN = letters.compile(r"\s+(?:của\s+)?(?=[A-ZĐ])")
# What a number of a form, a licence or a file looks like: "Mẫu số 01/TNDN", "Giấy phép số 12/GP-BTC".
NOT_A_TYPE = letters.compile(
    r"(?:[Mm]ẫu|MẪU|[Bb]iểu|BIỂU|[Pp]hụ lục|PHỤ LỤC|[Mm]ã|[Gg]iấy\s+(?:phép|chứng nhận|đăng ký)|[Hh]ồ sơ|[Hh]óa đơn|[Tt]ài khoản|[Hh]ợp đồng|"
    r"[Bb]ản án|[Dd]ự thảo|DỰ THẢO|[Đđ]iện thoại|ĐT|[Ff]ax|[Tt]hẻ|[Vv]ụ án|[Cc]hứng chỉ|[Tt]ờ khai|[Tt]iêu chuẩn)\s*(?:này)?\s*\Z"
)
DRAFT = letters.compile(r"[Dd]ự\s+thảo\s+\Z")
LIST_LEAD = letters.compile(r"(?:,|;|\bvà|\bVÀ|\bhoặc|\(|:|-|–|/)\s*\Z")


@cache
def type_words() -> dict[str, str]:
    """Type words in lower case, as they stand before a number, and the canonical type of each."""
    words: dict[str, str] = {}
    for kind in ontology.document_types():
        for abbr in kind.abbr[:1]:
            if abbr in WRITTEN_SHORT:
                words.setdefault(abbr.casefold(), kind.name)
    for kind in ontology.document_types():
        for name in (kind.name, *kind.aliases):
            words[name.casefold()] = name if name == "Văn bản" else kind.name
    words["vb"] = "Văn bản"
    return words


WRITTEN_SHORT = frozenset(
    ("QĐ", "NĐ", "NQ", "CT", "KH", "TTLT", "CV", "TT", "TB", "BC", "TTr", "HD", "CTr", "KL", "PL")
)
"""Signs of types that are written in place of the type word: "QĐ số 22/2013/QĐ-TTg"."""


@cache
def _longest_type() -> int:
    return max(len(words.split()) for words in type_words())


@cache
def types_by_sign() -> dict[str, str]:
    """The type that a sign names where nothing else says it: "QĐ" → "Quyết định"."""
    types: dict[str, str] = {}
    for kind in ontology.document_types():
        for abbr in kind.abbr:
            types.setdefault(sign_key(abbr), kind.name)
    return types


def type_before(text: str, position: int) -> tuple[int, str] | None:
    """The type word that ends right before `position`: where it begins, and the canonical type."""
    window = text[max(0, position - 40) : position].rstrip()
    if not window or not (window[-1].isalpha() or window[-1] == ")"):
        return None
    hit = _type_at_end(" ".join(window.rsplit(None, _longest_type())[-_longest_type() :]).lstrip(OPENING))
    if hit is None:
        return None
    words, kind = hit
    at = len(window)
    for _ in range(words):
        at = max(window.rfind(" ", 0, at), window.rfind("\n", 0, at))
        while at > 0 and window[at - 1].isspace():
            at -= 1
    start = at + 1 if words else at
    while start < len(window) and (window[start].isspace() or window[start] in OPENING):
        start += 1
    return max(0, position - 40) + start, kind


@lru_cache(maxsize=65_536)
def _type_at_end(phrase: str) -> tuple[int, str] | None:
    """How many words at the end of a phrase are a type word, the longest such, and the type."""
    words = phrase.casefold().split(" ")
    known = type_words()
    for count in range(len(words), 0, -1):
        kind = known.get(" ".join([words[-count].lstrip(OPENING), *words[len(words) - count + 1 :]]))
        if kind:
            return count, kind
    kind = _misread_types().get(ontology.slug(" ".join(words[-2:]))) if len(words) > 1 else None
    return (2, kind) if kind else None


OPENING = '“"(«‘[*'


@cache
def _misread_types() -> dict[str, str]:
    """Two-word types by their letters without marks: "Quyết đinh" is a slip for "Quyết định"."""
    slips = {ontology.slug(word): kind for word, kind in type_words().items() if len(word.split()) == 2}
    return {
        key: kind
        for key, kind in slips.items()
        if key
        in (
            "quyet-dinh",
            "nghi-dinh",
            "nghi-quyet",
            "thong-tu",
            "ke-hoach",
            "chi-thi",
            "ket-luan",
            "cong-van",
        )
    }


# "Báo cáo thẩm tra số 88/BC-HĐND", "Kế hoạch liên ngành số …": words that tell the kind of report or plan.
MODIFIER = letters.compile(r"\s(?!(?:và|của|theo|tại|này|với|về)\s)[a-zà-ỹđ]+\s*\Z")


def type_with_modifier(text: str, position: int, signs: tuple[str, ...]) -> tuple[int, str] | None:
    """The type word that fits the symbol, up to four lower-case words before `position`."""
    at = position
    for _ in range(4):
        word = MODIFIER.search(text, max(0, at - 14), at)
        if not word:
            return None
        at = word.start()
        typed = type_before(text, at)
        if typed:
            return typed if type_of_signs(signs, False) in (typed[1], "Công văn") else None
    return None


def type_of_signs(signs: tuple[str, ...], party: bool) -> str:
    """The type that a symbol implies: its first sign, or Công văn where it names a body first."""
    key = sign_key(signs[0])
    if signs[0].startswith(("QH",)):
        return "Luật"
    if signs[0].startswith("UBTVQH"):
        return "Nghị quyết"
    if party and key == "TT":
        return "Thông tri"
    if key == "CTR" and party:
        return "Chương trình"
    if key in types_by_sign():
        return types_by_sign()[key]
    return next(
        (
            types_by_sign()[key[:n]]
            for n in (4, 3, 2)
            if key.endswith(JOINT_SIGNS) and key[:n] in types_by_sign()
        ),
        "Công văn",
    )


JOINT_SIGNS = ("LN", "PH", "LT", "LS", "HD")
"""What a joint plan's sign adds to the plain one: KHLN, CTPH, KHLT."""


def find_numbered(text: str, home: Home, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every mention with a số ký hiệu between two offsets of a flow text."""
    previous: Mention | None = None
    for number in find_numbers(text, start, end):
        mention = _read(text, number, previous, home)
        if mention:
            yield mention
            previous = mention


def _read(text: str, number: FoundNumber, previous: Mention | None, home: Home) -> Mention | None:
    window = text[max(0, number.start - LOOK_BACK) : number.start]
    so = SO.search(window)
    before = number.start - len(window) + so.start() if so else number.start
    typed = type_before(text, before) or (type_with_modifier(text, before, number.signs) if so else None)
    known = known_symbol(number.signs)
    rules = ["numbered"]
    confidence = 0.97 if known else 0.75
    if typed:
        start, kind = _by_sign(text, typed, number)
        if DRAFT.search(text, max(0, start - 12), start) or kind == "Hợp đồng":
            return None
    else:
        between = _type_with_issuer(text, before, number, home) if so or number.year else None
        if between:
            start, kind = between
            rules.append("type-issuer-number")
        else:
            if not known or NOT_A_TYPE.search(text, max(0, before - 24), before):
                return None
            listed = (
                previous is not None
                and number.start - previous.end < 400
                and LIST_LEAD.search(text, max(0, before - 8), before)
            )
            if not (listed or so or number.year or number.party):
                return None
            start = before if so else number.start
            same_family = listed and previous and previous.signs[:1] == number.signs[:1]
            kind = (
                previous.type
                if same_family and previous and previous.type != "Thông tư"
                else type_of_signs(number.signs, number.party)
            )
            rules.append("type-from-symbol")
            confidence = 0.93 if known and (number.year or same_family) else 0.85
    if typed is None and " " in number.canonical:
        return None
    if not typed and NOT_A_TYPE.search(text, max(0, start - 24), start):
        return None
    if _blank_form(text, number):
        return None
    mention = Mention(
        start, number.end, "numbered", kind, number.canonical, number.signs, year=number.year, typed=typed is not None,
        confidence=confidence, rules=rules,
    )  # fmt: skip
    read_tail(text, mention, home)
    return mention


def _blank_form(text: str, number: FoundNumber) -> bool:
    """A number whose symbol is left open: "Số: 12/QĐ-…"."""
    return text[number.end : number.end + 2].lstrip()[:1] in ("…",) or text.startswith(
        ("-...", "-…", "/..."), number.end
    )


def _by_sign(text: str, typed: tuple[int, str], number: FoundNumber) -> tuple[int, str]:
    """ "Quyết định phê duyệt dự án số 1215/QĐ-UBND": the type that the sign names, if it opens the phrase."""
    kind = type_of_signs(number.signs, number.party)
    if kind in (typed[1], "Công văn") or typed[1] in TITLED_TYPES:
        return typed
    phrase = letters.compile(re.escape(kind).replace(r"\ ", r"\s+") + r"(?:\s+[a-zà-ỹđ]+){1,4}\s+\Z").search(
        text, max(0, typed[0] - 48), typed[0]
    )
    return (phrase.start(), kind) if phrase else typed


TITLED_TYPES = frozenset(
    (
        "Quy định",
        "Quy chế",
        "Chương trình hành động",
        "Chương trình",
        "Kế hoạch",
        "Điều lệ",
        "Hướng dẫn",
        "Nghị quyết liên tịch",
        "Thông tư liên tịch",
    )
)
"""Types that are numbered under another type's sign: "Quy định số 114-QĐ/TW"."""


def _type_with_issuer(text: str, before: int, number: FoundNumber, home: Home) -> tuple[int, str] | None:
    """ "Nghị quyết của Chính phủ số 57/NQ-CP": the type of the symbol, then a body, then the number."""
    kind = type_of_signs(number.signs, number.party)
    floor = max(0, before - LOOK_BACK)
    low = text[floor:before].lower()
    at = low.rfind(kind.lower())
    if at < 0:
        return None
    gap = BETWEEN.match(text, floor + at + len(kind))
    if not gap:
        return None
    body = read_body(text, gap.end(), home)
    if body and text[body.end : before].strip(" \r\n,") == "":
        return floor + at, kind
    return None


def read_tail(text: str, mention: Mention, home: Home) -> None:
    """Date and issuer behind a number, in either order; they end the span."""
    found = read_date_behind(text, mention.end)
    if found:
        _set_date(mention, found.iso, found.year, found.end)
    _read_issuer(text, mention, home)
    if not found:
        found = read_date_behind(text, mention.end)
        if found and found.iso:
            _set_date(mention, found.iso, found.year, found.end)
    implied = issuer_of_signs(mention.signs, mention.known_year, home)
    written = mention.issuer
    if written is None and (implied is None or implied.split(" ", 1)[0] in LOCAL_BODIES):
        actor = _actor(text, mention, implied, home)
        mention.issuer_implied = implied is not None and actor is None
        implied = actor or implied
    if implied and _contradicts(mention.signs, implied, written):
        if mention.issuer_as_written is None and written is not None:
            mention.issuer_as_written = written
            mention.rules.append("issuer-contradicts-number")
        mention.issuer = implied
    elif written is None:
        mention.issuer = implied


def _actor(text: str, mention: Mention, implied: str | None, home: Home) -> str | None:
    """Who issued an act that names no issuer behind its number, where the words before it say so.

    "Theo đề nghị của UBND huyện Cam Lâm tại Tờ trình số …", "được UBND tỉnh phê duyệt tại …", "UBND huyện Đức
    Linh đã ban hành Quyết định số …". Only a body that the number's sign can mean is taken.
    """
    begin = _subject(text, mention.start)
    if begin is None and implied is not None:
        for before in ACTS_THERE.finditer(text, max(0, mention.start - 220), mention.start):
            begin = before.end()
    body = read_body(text, begin, home) if begin is not None else None
    if body is None or body.name is None or body.end > mention.start or ";" in text[body.end : mention.start]:
        return None
    kinds = [implied] if implied else names_of_signs(mention.signs)
    return body.name if any(body.name.split()[:2] == kind.split()[:2] for kind in kinds) else None


def _subject(text: str, position: int) -> int | None:
    """Where the body begins that "… đã ban hành" right before `position` is said of."""
    verb = ISSUES.search(text, max(0, position - 32), position)
    if not verb:
        return None
    floor = max(0, verb.start() - LONGEST_SUBJECT)
    for begin in CAPITAL.finditer(text, floor, verb.start()):
        body = read_body(text, begin.start(), NOWHERE)
        if body and text[body.end : verb.start()].strip() == "":
            return begin.start()
    return None


# "UBND huyện Đức Linh đã ban hành Quyết định số …", "có Công văn số …".
ISSUES = letters.compile(
    r"\s(?:đã\s+|vừa\s+)?(?:ban\s+hành|có|ký(?:\s+ban\s+hành)?|xây\s+dựng)\s+(?:các\s+)?\Z", re.IGNORECASE
)
CAPITAL = letters.compile(r"(?<!\w)[A-ZĐÀ-Ỹ]")
LONGEST_SUBJECT = 90
NOWHERE = Home()


LOCAL_BODIES = frozenset(("Ủy", "Hội", "Sở", "Tỉnh", "Thành", "Huyện", "Quận", "Đảng", "Văn", "Ban", "Phòng"))
ACTS_THERE = letters.compile(r"(?:đề\s+nghị\s+của|trình\s+của|(?:đã\s+)?được)\s+(?=[A-ZĐÀ-Ỹ])")


def _contradicts(signs: tuple[str, ...], implied: str, written: str | None) -> bool:
    """Whether the text names another body than the number. A renamed or local body is no contradiction."""
    if written is None or implied == written:
        return False
    return signs[-1] in ("CP", "TTg") or signs[0].startswith(("QH", "UBTVQH"))


def _set_date(mention: Mention, iso: str | None, year: int, end: int) -> None:
    if mention.year and mention.year != year and iso is None:
        return
    mention.date, mention.end = iso, end
    if iso is None:
        mention.year = year


def _read_issuer(text: str, mention: Mention, home: Home) -> None:
    of = OF.match(text, mention.end)
    if of is None:
        _read_session(text, mention)
        return
    jointly = JOINTLY.match(text, of.end())
    body = read_body(text, jointly.end() if jointly else of.end(), home)
    if body is None:
        return
    short = PARTY_SHORT.get(text[of.end() : body.end]) if "TW" in mention.signs else None
    first = short or body.name
    names = [first] if first else []
    end, term = body.end, body.term
    if (
        jointly
        or mention.type in ("Thông tư liên tịch", "Nghị quyết liên tịch", "Thông tư liên bộ")
        or len(mention.signs) > 2
    ):
        while joint := JOINED.match(text, end):
            more = read_body(text, joint.end(), home)
            if more is None or not more.name:
                break
            names.append(more.name)
            end = more.end
    mention.end, mention.term = end, term
    mention.issuer = "; ".join(names) or None
    written = " ".join(text[of.end() : end].split())
    if body.indirect or (mention.issuer is None):
        mention.issuer_as_written = written


def _read_session(text: str, mention: Mention) -> None:
    opened = OPEN_ISSUER.match(text, mention.end)
    session = SESSION.match(text, opened.end()) if opened else None
    if session:
        mention.issuer = "Quốc hội"
        mention.issuer_as_written = " ".join(session[0].split())
        mention.end = session.end()


DIGITS_BEFORE = letters.compile(r"(?<![\d/.-])\d{1,4}\Z")


def find_old_numbers(text: str, home: Home) -> Iterator[Mention]:
    """Numbers of the years before 1996 without slash or year: "Nghị định số 43-CP ngày 22 tháng 6 năm 1993"."""
    for match in OLD_NUMBER.finditer(text):
        running = DIGITS_BEFORE.search(text, max(0, match.start() - 5), match.start())
        if not running or text[match.end() : match.end() + 1] in ("/", "-"):
            continue
        so = SO.search(text, max(0, running.start() - 12), running.start())
        typed = type_before(text, so.start() if so else running.start())
        if not typed:
            continue
        signs = canonical_signs(match["symbol"])[0]
        mention = Mention(
            typed[0], match.end(), "numbered", typed[1], f"{running[0]}{match['joint'].strip() or '-'}{signs[0]}", signs, rules=["old-number"],
            confidence=0.9,
        )  # fmt: skip
        read_tail(text, mention, home)
        yield mention

"""What stands behind a number: its date and its issuer; and who issued an act that names no issuer there."""

from __future__ import annotations

import re
from functools import cache

import ontology
from extractors import letters
from extractors.bodies import FoundBody, read_body
from extractors.dates import FoundDate, read_date_behind
from extractors.home import NOWHERE, Home
from extractors.issuers import central_bodies_of, issuer_of_signs, names_of_signs
from extractors.mention import Mention
from extractors.numbers import known_symbol

# A session or organ of the Party right behind the date: " Hội nghị lần thứ", " Ban Bí thư về"
PARTY_DIRECTLY = letters.compile(
    r"\s*,?\s+(?=(?:Hội\s+nghị\s+(?:lần|Trung|BCH|Ban)|HỘI\s+NGHỊ\s+(?:LẦN|TRUNG|BCH|BAN)"
    r"|Ban\s+Chấp\s+hành|Ban\s+Bí\s+thư|Bộ\s+Chính\s+trị|BCH)\s)"
)

# What leads to the issuer: " của Chính phủ", ", do Bộ", " giữa Bộ", or glued to it: "củaBộ"
OF = letters.compile(r"\s*(?:,\s*)?(?:(?:của|CỦA|do|giữa)\s+|của(?=[A-ZĐ]))")

# Several issuers at once: "liên Bộ: Bộ Tài chính", "Liên tịch Tòa án", "liên Bộ Y tế"
JOINTLY = letters.compile(
    r"(?:[Ll]iên|LIÊN)\s+"
    r"(?:(?:[Bb]ộ|[Tt]ịch|[Nn]gành)\s*:?\s*(?=(?:Bộ|Ngân|Thanh|Tòa|Toà|Viện|Ủy|Uỷ|Tổng|Ban)\b))?"
)

# Between joint issuers: ", ", " và ", " - ", " với "
JOINED = letters.compile(r"\s*(?:,|và|VÀ|với|-|–|;)\s*(?:và\s+)?")

# Before a session that stands for its Assembly: ", Kỳ họp thứ 5"
OPEN_ISSUER = letters.compile(r"\s*(?:,\s*)?(?=Kỳ\s+họp\s+thứ|Quốc hội khóa)")

# "Kỳ họp thứ 5, Quốc hội khóa XV"
SESSION = letters.compile(
    r"(?:Kỳ\s+họp\s+thứ\s+(?:[a-zà-ỹ]+|\d+),?\s*)?(?:tại\s+)?Quốc\s+hội(?:\s+kh(?:óa|oá)\s+[IVX]+)?"
)

# Before an act's type, said of the body before it: "UBND huyện Đức Linh đã ban hành ", "Bộ Y tế có "
ISSUES = letters.compile(
    r"\s(?:đã\s+|vừa\s+)?(?:ban\s+hành|có|ký(?:\s+ban\s+hành)?|xây\s+dựng)\s+(?:các\s+)?\Z", re.IGNORECASE
)

# Before a body that an act came from: "theo đề nghị của UBND", "Tờ trình của Sở", "đã được UBND"
ACTS_THERE = letters.compile(r"(?:đề\s+nghị\s+của|trình\s+của|(?:đã\s+)?được)\s+(?=[A-ZĐÀ-Ỹ])")

# What stands before the whole name of a body, and not inside it: " của ", "thống nhất với ", ", "
NAMES_BODY = letters.compile(r"(?:\b(?:của|với|do|đề nghị|từ)|[,;])\s+\Z", re.IGNORECASE)
LONGEST_LEAD = 16

# Between a body and what it wrote: " tại ", " ("
IN_WRITING = letters.compile(r"\s+tại\s+\Z|\s*\(\s*\Z")

CAPITAL = letters.compile(r"(?<!\w)[A-ZĐÀ-Ỹ]")
LONGEST_VERB, LONGEST_SUBJECT, LONGEST_PHRASE = 32, 90, 220
"""How far (characters) left of an act its verb, the verb's subject and the body it came from begin."""

LOCAL_BODIES = frozenset(("Ủy", "Hội", "Sở", "Tỉnh", "Thành", "Huyện", "Quận", "Đảng", "Văn", "Ban", "Phòng"))
"""First words of bodies that many places have: a number names the kind, the text may name the place."""

JOINT_TYPES = frozenset(("Thông tư liên tịch", "Nghị quyết liên tịch", "Thông tư liên bộ"))
"""Types that several bodies issue together."""


@cache
def _party_bodies() -> dict[str, str | None]:
    """Short names of the Party's bodies, which are other bodies' outside a Party number: "BCT"."""
    return {word.word: word.means for word in ontology.words("party body")}


def read_tail(text: str, mention: Mention, home: Home) -> None:
    """Date and issuer behind a number, in either order; they end the span."""
    found = read_date_behind(text, mention.end)
    if found:
        _set_date(mention, found)
    _read_issuer(text, mention, home)
    if not found:
        found = read_date_behind(text, mention.end)
        if found and found.iso:
            _set_date(mention, found)
    _settle_issuer(text, mention, home)


def _set_date(mention: Mention, found: FoundDate) -> None:
    """Take a date over, unless it is a bare year other than that of the number."""
    if mention.year and mention.year != found.year and found.iso is None:
        return
    mention.date, mention.end = found.iso, found.end
    if found.iso is None:
        mention.year = found.year


def _read_issuer(text: str, mention: Mention, home: Home) -> None:
    """The issuer in words behind the number, or the bodies of a joint act."""
    of = OF.match(text, _behind_bracket(text, mention))
    if of is None and "TW" in mention.signs:
        of = PARTY_DIRECTLY.match(text, mention.end)
    if of is None:
        _read_session(text, mention)
        return
    jointly = JOINTLY.match(text, of.end())
    body = read_body(text, jointly.end() if jointly else of.end(), home)
    if body is None:
        return
    short = _party_bodies().get(text[of.end() : body.end]) if "TW" in mention.signs else None
    first = short or body.name
    names, end = [first] if first else [], body.end
    if jointly or mention.type in JOINT_TYPES or len(mention.signs) > 2:
        more, end = _read_partners(text, end, home)
        names += more
    mention.end, mention.term = end, body.term
    mention.issuer = "; ".join(names) or None
    if body.indirect or mention.issuer is None:
        mention.issuer_as_written = " ".join(text[of.end() : end].split())


def _behind_bracket(text: str, mention: Mention) -> int:
    """Behind the bracket that only the date stands in: "(ngày 14/10/2021) của Thủ tướng"."""
    bracketed = text.startswith(")", mention.end) and "(" in text[mention.start : mention.end]
    return mention.end + bracketed


def _read_partners(text: str, end: int, home: Home) -> tuple[list[str], int]:
    """The bodies that issue together with the one that ends at `end`, and where the last of them ends."""
    names: list[str] = []
    while joint := JOINED.match(text, end):
        partner = read_body(text, joint.end(), home)
        if partner is None or not partner.name:
            break
        names.append(partner.name)
        end = partner.end
    return names, end


def _read_session(text: str, mention: Mention) -> None:
    """A session of the National Assembly in place of the issuer."""
    opened = OPEN_ISSUER.match(text, mention.end)
    session = SESSION.match(text, opened.end()) if opened else None
    if session:
        mention.issuer = "Quốc hội"
        mention.issuer_as_written = " ".join(session[0].split())
        mention.end = session.end()


def _settle_issuer(text: str, mention: Mention, home: Home) -> None:
    """Weigh the issuer in words against the one that the number implies."""
    implied = issuer_of_signs(mention.signs, mention.known_year, home)
    written = mention.issuer
    if written is None and (implied is None or implied.split(" ", 1)[0] in LOCAL_BODIES):
        actor = _actor(text, mention, implied, home)
        if actor is None and implied is None and not known_symbol(mention.signs):
            actor = _writer(text, mention, home)
        mention.issuer_implied = implied is not None and actor is None
        implied = actor or implied
    if implied and written and _contradicts(mention.signs, implied, written):
        if mention.issuer_as_written is None:
            mention.issuer_as_written = written
            mention.rules.append("issuer-contradicts-number")
        mention.issuer = implied
    elif written is None:
        mention.issuer = (_department(text, mention, home) if _is_ministry(implied) else None) or implied


def _contradicts(signs: tuple[str, ...], implied: str, written: str) -> bool:
    """Whether the text names another body than the number. A renamed or local body is no contradiction."""
    if implied == written or written in central_bodies_of(signs[-1]):
        return False
    return signs[-1] in ("CP", "TTg") or signs[0].startswith(("QH", "UBTVQH"))


def _actor(text: str, mention: Mention, implied: str | None, home: Home) -> str | None:
    """Who issued an act that names no issuer behind its number, where the words before it say so.

    "Theo đề nghị của UBND huyện Cam Lâm tại Tờ trình số …", "được UBND tỉnh phê duyệt tại …", "UBND huyện Đức
    Linh đã ban hành Quyết định số …". Only a body that the number's sign can mean is taken.
    """
    begin = _subject(text, mention.start)
    if begin is None:
        for before in ACTS_THERE.finditer(text, max(0, mention.start - LONGEST_PHRASE), mention.start):
            begin = before.end()
    body = read_body(text, begin, home) if begin is not None else None
    if body is None or body.name is None or body.end > mention.start or ";" in text[body.end : mention.start]:
        return None
    kinds = [implied] if implied else names_of_signs(mention.signs)
    return body.name if any(body.name.split()[:2] == kind.split()[:2] for kind in kinds) else None


def _subject(text: str, position: int) -> int | None:
    """Where the body begins that "… đã ban hành" right before `position` is said of."""
    verb = ISSUES.search(text, max(0, position - LONGEST_VERB), position)
    body = _body_before(text, verb.start()) if verb else None
    return body.start if body else None


def _body_before(text: str, position: int, home: Home = NOWHERE) -> FoundBody | None:
    """The body whose name ends right before `position`, by its first capital."""
    for begin in CAPITAL.finditer(text, max(0, position - LONGEST_SUBJECT), position):
        body = read_body(text, begin.start(), home)
        if body and text[body.end : position].strip() == "":
            return body
    return None


def _is_ministry(name: str | None) -> bool:
    return name is not None and name.startswith("Bộ ")


def _department(text: str, mention: Mention, home: Home) -> str | None:
    """The province's department that the words name where its sign, without S, is that of a ministry.

    "Giám đốc Sở Nông nghiệp và PTNT tại Tờ trình số 473/TTr-NN&PTNT".
    """
    name = _writer(text, mention, home) if home.level != "central" else None
    return name if name and name.startswith("Sở ") else None


def _writer(text: str, mention: Mention, home: Home) -> str | None:
    """Who wrote a letter whose sign no table knows: "ý kiến của Cục Thuế tỉnh Hà Tĩnh tại Công văn số …"."""
    at = IN_WRITING.search(text, max(0, mention.start - LONGEST_VERB), mention.start)
    body = _body_before(text, at.start(), home) if at else None
    whole = body is not None and NAMES_BODY.search(text, max(0, body.start - LONGEST_LEAD), body.start)
    return body.name if body and whole else None

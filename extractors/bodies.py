"""Issuing bodies: reading a name as written, and the canonical full name of the body it means.

Names come from the authority tables. A relative name ("UBND tỉnh", "Tỉnh ủy", "Sở GDĐT") is that of the
citing document's own province, district or commune (`Home`). An officer's or a standing committee's act is
the body's: "Bộ trưởng Bộ Nội vụ" → "Bộ Nội vụ", "Ban Thường vụ Tỉnh ủy" → "Tỉnh ủy Lạng Sơn".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import ontology
from extractors import letters
from extractors.numbers import ASSEMBLY, sign_key
from ontology.models import BodyPattern, Province


@dataclass(frozen=True, slots=True)
class Home:
    """Where the citing document stands: units as they are named ("tỉnh Lạng Sơn", "huyện Bắc Hà")."""

    level: str = "central"
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    body: str | None = None

    @property
    def unit(self) -> str | None:
        """The unit of the document's own level."""
        return {"province": self.province, "district": self.district, "commune": self.commune}.get(self.level)


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body named in the text. `name` is None where the name is relative and the home is not known.

    `indirect` is True where the text names an officer or a standing committee; `term` is the Party or
    Assembly term behind the name ("khóa XII"), inside the range.
    """

    start: int
    end: int
    name: str | None
    indirect: bool = False
    term: str | None = None


Node = dict[str, "Node | list[Entry]"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in the trie stands for: a central body by name, or a local body by pattern."""

    name: str | None = None
    pattern: BodyPattern | None = None
    indirect: bool = False


WORD = letters.compile(r"[\s,–-]*([\w&]+)")
# Tone marks on the second vowel, as older spelling has them at the end of a word: "hoá" for "hóa".
OLD_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """One key for a word however its tone mark is placed or its letters are cased: "hoá" and "Hóa"."""
    low = word.casefold()
    modern = OLD_TONES.get(low[-2:])
    return low[:-2] + modern if modern else low


def _add(trie: Node, name: str, entry: Entry) -> None:
    node = trie
    for word in WORD.findall(name):
        node = node.setdefault(word_key(word), {})  # type: ignore[assignment]
    leaf = node.setdefault("", [])
    assert isinstance(leaf, list)
    leaf.append(entry)


@cache
def body_trie() -> Node:
    """Every name of every body in the tables, by words."""
    trie: Node = {}
    for body in ontology.bodies():
        for name in (body.name, *body.aliases):
            _add(trie, name, Entry(name=body.name))
    for officer in ontology.officers():
        if officer.body:
            _add(trie, officer.title, Entry(name=officer.body, indirect=True))
    for pattern in ontology.body_patterns():
        bare = pattern.name.partition(" {")[0]
        for name in (bare, *pattern.aliases):
            _add(trie, name, Entry(pattern=pattern, indirect=_is_standing(name, pattern)))
    return trie


def _is_standing(alias: str, pattern: BodyPattern) -> bool:
    return alias.startswith(("Ban Thường vụ", "BTV", "Thường trực")) and not pattern.name.startswith(
        alias[:4]
    )


@cache
def province_trie() -> dict[str, object]:
    """Names and aliases of provinces by words."""
    trie: Node = {}
    for province in ontology.provinces():
        for name in (province.name, *province.aliases):
            _add(trie, name, Entry(name=province.name))
    return trie  # type: ignore[return-value]


@cache
def provinces_by_name() -> dict[str, Province]:
    """Provinces by name; the younger of two of one name wins."""
    return {
        p.name: p for p in sorted(ontology.provinces(), key=lambda p: (p.era != "older", p.valid_to is None))
    }


def walk(trie: Node, text: str, position: int) -> tuple[int, list[Entry]] | None:
    """The longest name of the trie that stands at `position`: where it ends, what it stands for."""
    node, best = trie, None
    at = position
    while True:
        match = WORD.match(text, at)
        if not match:
            return best
        child = node.get(word_key(match[1]))
        at = match.end()
        if child is None and match[1][-1].isdigit() and (bare := match[1].rstrip("0123456789")):
            child = node.get(word_key(bare))
            at = match.start(1) + len(bare)
        if not isinstance(child, dict):
            return best
        node = child
        leaf = node.get("")
        if isinstance(leaf, list):
            best = (at, leaf)


# An officer, a deputy or a standing committee before the body's name.
OFFICER = letters.compile(
    r"""(?:đồng\ chí\ )?(?:Q\.\ ?)?(?:Phó\s+)?(?:
      Bộ\s+[Tt]rưởng | BỘ\s+TRƯỞNG | Thứ\s+trưởng | Chủ\s+nhiệm | Chủ\s+tịch | CHỦ\s+TỊCH | Chánh\s+Văn\s+phòng | Thống\s+đốc | Tổng\s+Giám\s+đốc
    | Chánh\s+án | Viện\s+trưởng | Giám\s+đốc | GIÁM\s+ĐỐC | Cục\s+trưởng | Tổng\s+[Cc]ục\s+trưởng | Vụ\s+trưởng | Bí\s+thư | Trưởng\s+[Bb]an | Trưởng\s+[Pp]hòng
    | Ban\s+[Tt]hường\s+vụ | BTV | Thường\s+trực | Thường\s+vụ | Tổng\s+Thanh\s+tra | Chánh\s+Thanh\s+tra
    )\s+""",
    re.VERBOSE,
)
TERM = letters.compile(
    r",?\s*\(?\s*(?P<term>[Kk]h(?:óa|oá)\s+(?:[IVX]+|\d+)|KH(?:ÓA|OÁ)\s+[IVX]+)\b(?P<close>\s*\))?"
)
UNIT_WORDS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "t.p": "thành phố", "huyện": "huyện", "quận": "quận",
    "thị xã": "thị xã", "tx": "thị xã", "phường": "phường", "xã": "xã", "thị trấn": "thị trấn", "đặc khu": "đặc khu",
}  # fmt: skip
UNIT = letters.compile(
    r"\s+(?:của\s+)?(?P<kind>(?i:tỉnh|thành\s+phố|tp\.?|t\.p\.?|huyện|quận|thị\s+xã|tx\.?|phường|xã|thị\s+trấn|đặc\s+khu))(?![\w])"
)
# The name of a district or commune, which no table knows: up to four capitalised words, or a figure.
PROPER = letters.compile(
    r"[^\S\n]*\s(?P<name>(?<=[ \t])\d{1,2}\b(?!\s*[.)/])|(?!Về|Ban|Quy|Quyết|Kế|Nghị|Chỉ|Chương|Đề|Thông|Hướng|Triển|Thực|Phê|Sửa|Căn)[A-ZĐÀ-Ỹ][\w’']*"
    r"(?:[\s-](?!Về|Ban|Quy|Quyết|Kế|Nghị|Chỉ|Chương|Đề|Thông|Hướng|Triển|Thực|Phê|Sửa|Căn)[A-ZĐÀ-Ỹ][\w’']*){0,3})"
)
PROPER_UPPER = letters.compile(r"\s+(?P<name>[A-ZĐÀ-Ỹ]+(?:\s+[A-ZĐÀ-Ỹ]+){0,3})\b")
# "Hội nghị lần thứ sáu Ban Chấp hành Trung ương": a session acts as the body.
SESSION = letters.compile(
    r"Hội\s+nghị(?:\s+lần\s+thứ\s+\w+(?:\s*,)?)?\s+(?:của\s+)?(?=Ban\s+Chấp\s+hành|BCH)", re.IGNORECASE
)
# "Hội nghị Trung ương 8, khóa XI", "Hội nghị Trung ương lần thứ sáu"
PLENUM = letters.compile(
    r"Hội\s+nghị\s+(?:Trung\s+ương|TW)(?:\s+Đảng)?(?:\s+(?:lần\s+thứ\s+\w+|\d{1,2}|[IVX]+))?(?!\w)",
    re.IGNORECASE,
)
# A body that no table lists, by the word that opens such names, up to a word that cannot belong to a name.
UNLISTED = letters.compile(
    r"""(?:(?:Ủy|Uỷ)\s+ban|Hội\s+đồng|Ban\s+(?:Chỉ\s+đạo|Quản\s+lý|Kinh\s+tế|Pháp\s+chế|Văn\s+hóa|Đô\s+thị|Dân\s+tộc|Cán\s+sự|cán\s+sự)|Đảng\s+(?:đoàn|ủy)|Tổng\s+cục|Cục|Viện|Trung\s+tâm|Trường|Liên\s+hiệp|Tập\s+đoàn|Văn\s+phòng|Ban\s+(?=[A-ZĐ])|Tổng\s+công\s+ty|Tổng\s+Công\s+ty|Chi\s+cục)
    (?:[\s,–-]+(?!(?:Hội\s+đồng\s+nhân|HĐND|về\s+việc|ban\s+hành|quy\s+định|phê\s+duyệt|triển\s+khai|thực\s+hiện|hướng\s+dẫn|ngày|đã|được|tại|theo|và\s+(?:Quyết|Nghị|Kế|Công)|là|yêu|đề|có|sửa|công\s+bố|thông\s+qua|kèm)\b)(?:(?:[Qq]uốc\s+gia|về|và|lý|đạo|tế|nước|hóa|thông|tỉnh|thành\s+phố|huyện|chuyển\s+đổi\s+số|cải\s+cách\s+hành\s+chính|phòng,?\s+chống\s+tham\s+nhũng)(?!\w)|[A-ZĐÀ-Ỹ]\w*|ngân\s+sách|xã\s+hội|thưởng|chứng\s+thực|đua|khen)){1,14}""",
    re.VERBOSE,
)
DOUBLED = letters.compile(r"(\w+)\s+(?=\1\s)")


def read_body(text: str, position: int, home: Home) -> FoundBody | None:
    """The body whose name begins at `position` (an officer's title before it counts), or None."""
    doubled = DOUBLED.match(text, position)
    begin = doubled.end() if doubled else position
    session = SESSION.match(text, begin)
    if session:
        inner = read_body(text, session.end(), home)
        return FoundBody(position, inner.end, inner.name, True, inner.term) if inner else None
    plenum = PLENUM.match(text, begin)
    found = (
        FoundBody(position, plenum.end(), "Ban Chấp hành Trung ương", True)
        if plenum
        else _read_plain(text, begin, home)
    )
    if found is None:
        officer = OFFICER.match(text, begin)
        if not officer:
            return _read_unlisted(text, begin, home)
        found = _read_plain(text, officer.end(), home)
        if found is None:
            return None
        found = FoundBody(position, found.end, found.name, True)
    term = TERM.match(text, found.end)
    if term:
        opened = "(" in text[found.end : term.start("term")]
        end = term.end() if opened == bool(term["close"]) else term.end("term")
        if not opened or term["close"]:
            return FoundBody(position, end, found.name, found.indirect, " ".join(term["term"].split()))
    return FoundBody(position, found.end, found.name, found.indirect)


def _read_unlisted(text: str, position: int, home: Home) -> FoundBody | None:
    match = UNLISTED.match(text, position)
    if not match:
        return None
    name = re.sub(r"\s+(?:về|và)$", "", " ".join(match[0].split()))
    end = position + len(match[0].rstrip())
    council = COUNCIL_OF.match(text, end)
    owner = read_body(text, council.end(), home) if council else None
    if owner:
        return FoundBody(position, owner.end, f"{name} {owner.name}" if owner.name else name)
    return FoundBody(position, end, name)


COUNCIL_OF = letters.compile(r"\s+(?:của\s+)?(?=HĐND|Hội\s+đồng\s+nhân\s+dân)")


# What a steering committee is for, before its level: "phòng, chống tội phạm tỉnh", "389 quốc gia".
STEERS = letters.compile(
    r"""\s+(?P<task>(?!(?:về|ngày|và|đã|được|tại|theo|tỉnh|thành\s+phố|huyện|quận|ban\s+hành|triển|thực)\b)[^.;()\n]{2,90}?)
        (?:\s+(?P<whole>quốc\s+gia|Quốc\s+gia|Trung\s+ương|TW)(?!\s+(?:tỉnh|thành\s+phố|huyện)(?!\w))|(?=\s+(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|cấp\s+tỉnh)(?!\w)))""",
    re.VERBOSE,
)
NOT_A_TASK = letters.compile(r"\b(?:về\s+việc|ban\s+hành|ngày|yêu\s+cầu|triển\s+khai|thực\s+hiện|đề\s+nghị|phê\s+duyệt)\b")


def _read_steering(text: str, position: int, end: int, pattern: BodyPattern, home: Home) -> FoundBody | None:
    """A steering committee by what it steers; None where its name does not say so."""
    found = STEERS.match(text, end)
    if found is None or NOT_A_TASK.search(found["task"]):
        return None
    committee = " ".join(text[position : found.end()].split())
    if found["whole"]:
        return FoundBody(position, found.end(), committee)
    place, stop = _place(text, found.end(), [pattern], home)
    unit = pattern.full_name("", "").strip()
    return FoundBody(position, stop, committee + place.removeprefix(unit) if place else None)


def _read_plain(text: str, position: int, home: Home) -> FoundBody | None:
    hit = walk(body_trie(), text, position)
    if hit is None:
        return None
    end, entries = hit
    central = next((e for e in entries if e.name), None)
    local = [e for e in entries if e.pattern]
    if local and local[0].pattern and local[0].pattern.kind == "steering committee":
        if text[end : end + 14].split()[:1] == ["Trung"]:
            return _read_unlisted(text, position, home)
        steering = _read_steering(text, position, end, local[0].pattern, home)
        if steering:
            return steering
        if not UNIT.match(text, end):
            return FoundBody(position, end, None)
    if not local:
        assert central
        return FoundBody(position, end, central.name, central.indirect)
    name, local_end = _place(text, end, [e.pattern for e in local if e.pattern], home)
    if central and local_end == end and (name is None or home.level == "central"):
        return FoundBody(position, end, central.name, central.indirect)
    return FoundBody(position, local_end, name, local[0].indirect)


def _place(text: str, end: int, patterns: list[BodyPattern], home: Home) -> tuple[str | None, int]:
    """The local body's full name with its unit, and where the name ends."""
    unit = UNIT.match(text, end)
    named = patterns[0].name.endswith("{name}")
    if not unit:
        hit = walk(province_trie(), text, end) if text[end : end + 1].isspace() else None  # type: ignore[arg-type]
        if hit and hit[1][0].name:
            province = provinces_by_name()[hit[1][0].name]
            pattern = _fitting(patterns, province.kind)
            return pattern.full_name(province.kind, province.name), hit[0]
        proper = PROPER.match(text, end) if named and patterns[0].level != "province" else None
        if proper:
            return patterns[0].full_name("", proper["name"]), proper.end()
        return _at_home(patterns, home), end
    kind = UNIT_WORDS[re.sub(r"\s+", " ", unit["kind"].casefold()).rstrip(".")]
    after = unit.end()
    if kind in ("tỉnh", "thành phố"):
        hit = walk(province_trie(), text, after)  # type: ignore[arg-type]
        if hit and hit[1][0].name:
            province = provinces_by_name()[hit[1][0].name]
            return _fitting(patterns, province.kind).full_name(province.kind, province.name), hit[0]
        if kind == "tỉnh":
            return _resolve(patterns, "tỉnh", home.province), after
    proper = (PROPER_UPPER if unit["kind"].isupper() else PROPER).match(text, after)
    if proper:
        name = " ".join(proper["name"].split())
        return _fitting(patterns, kind).full_name(
            kind, name.title() if name.isupper() else name
        ), proper.end()
    if kind == "thành phố" and home.province and home.province.startswith("thành phố"):
        return _resolve(patterns, kind, home.province), after
    own = next((u for u in (home.district, home.commune) if u and u.startswith(kind)), None)
    return _resolve(patterns, kind, own), after


def _fitting(patterns: list[BodyPattern], kind: str) -> BodyPattern:
    return next((p for p in patterns if kind in p.unit_kinds), patterns[0])


def _resolve(patterns: list[BodyPattern], kind: str, unit: str | None) -> str | None:
    if unit is None:
        return None
    for known in ("thành phố", "tỉnh", "huyện", "quận", "thị xã", "phường", "xã", "thị trấn", "đặc khu"):
        if unit.startswith(known + " "):
            return _fitting(patterns, known).full_name(known, unit[len(known) + 1 :])
    return None


def _at_home(patterns: list[BodyPattern], home: Home) -> str | None:
    """A local body named without any unit: that of the province, or of the document's own level."""
    levels = {p.level for p in patterns}
    if home.level in levels and home.unit:
        return _resolve([p for p in patterns if p.level == home.level], "", home.unit)
    if "province" in levels and home.province:
        return _resolve([p for p in patterns if p.level == "province"], "", home.province)
    if "district" in levels and home.district:
        return _resolve([p for p in patterns if p.level == "district"], "", home.district)
    return None


@cache
def _bodies_by_sign() -> dict[str, list[tuple[str, int, int]]]:
    table: dict[str, list[tuple[str, int, int]]] = {}
    for body in ontology.bodies():
        for symbol in body.symbols:
            since, until = symbol.valid_from or body.valid_from, symbol.valid_to or body.valid_to
            span = (body.name, since.year if since else 0, until.year if until else 9999)
            table.setdefault(sign_key(symbol.text), []).append(span)
    return table


@cache
def _patterns_by_sign() -> dict[str, list[BodyPattern]]:
    table: dict[str, list[BodyPattern]] = {}
    for pattern in ontology.body_patterns():
        for sign in pattern.symbols:
            table.setdefault(sign_key(sign), []).append(pattern)
    return table


AMBIGUOUS_PARTY_SIGNS = frozenset(("TW", "BCĐTW", "BCĐ"))
"""Signs that several Party bodies use: the number alone does not say whose act it is."""


def body_of_sign(sign: str, year: int | None, home: Home) -> str | None:
    """The body that a sign stands for at a time and place, None where it could be several."""
    if ASSEMBLY.match(sign):
        return (
            "Quốc hội" if sign.startswith("QH") else "Ủy ban Thường vụ Quốc hội" if "TVQH" in sign else None
        )
    if sign in AMBIGUOUS_PARTY_SIGNS:
        return None
    key = sign_key(sign)
    known = _bodies_by_sign().get(key)
    if known:
        if year is not None:
            fitting = [name for name, first, last in known if first <= year <= last]
            if fitting:
                return fitting[0]
        return known[0][0]
    patterns = _patterns_by_sign().get(key)
    if not patterns or (
        home.level in ("district", "commune")
        and len(sign) < 3
        and all(p.level == "province" for p in patterns)
        and sign != "TU"
    ):
        return None
    return _at_home(patterns, home)


@lru_cache(maxsize=65_536)
def names_of_signs(signs: tuple[str, ...]) -> tuple[str, ...]:
    """The bare names of the local bodies that the last sign can mean, of whatever place: "HU" → "Huyện ủy"."""
    found = _patterns_by_sign().get(sign_key(signs[-1]), ()) if signs else ()
    return tuple(pattern.name.partition(" {")[0] for pattern in found)


@lru_cache(maxsize=65_536)
def issuer_of_signs(signs: tuple[str, ...], year: int | None, home: Home) -> str | None:
    """The body, or the bodies joined with "; ", that the symbol of a number names."""
    if not signs:
        return None
    head, *rest = signs
    if ASSEMBLY.match(head):
        return body_of_sign(head, year, home)
    if not rest:
        return body_of_sign(head, year, home)
    if sign_key(head) in _types() or (
        sign_key(head)[:2] in _types() and body_of_sign(head, year, home) is None
    ):
        if len(rest) > 1 and all(body_of_sign(sign, year, home) for sign in rest):
            local = [_patterns_by_sign().get(sign_key(sign), []) for sign in rest]
            if home.level != "central" and any(local):
                names = [_at_home(patterns, home) for patterns in local if patterns]
            else:
                names = [body_of_sign(sign, year, home) for sign in rest]
            return "; ".join(dict.fromkeys(n for n in names if n))
        return body_of_sign(rest[0], year, home) if len(rest) == 1 else _first_known(rest, year, home)
    return body_of_sign(head, year, home)


def _first_known(signs: list[str], year: int | None, home: Home) -> str | None:
    return next((name for sign in signs if (name := body_of_sign(sign, year, home))), None)


@cache
def _types() -> frozenset[str]:
    return frozenset(sign_key(abbr) for kind in ontology.document_types() for abbr in kind.abbr)

"""Bodies of provinces, districts and communes: which unit a name belongs to, and the body's full name.

A name without unit ("UBND tỉnh", "Tỉnh ủy") is that of the citing document's own province or district.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import ontology
from extractors import letters
from extractors.home import Home
from extractors.name_trie import province_at
from extractors.phrases import words_of
from ontology.models import BodyPattern

# The unit behind a body's name: " tỉnh", " của huyện", " TP."
UNIT = letters.compile(rf"\s+(?:của\s+)?(?P<kind>(?i:{words_of('unit')}))(?![\w])")

# What begins words that say what an act is about, never a place's name: "UBND huyện Về việc".
OPENS_A_SUBJECT = r"(?:Về|Ban|Quy|Quyết|Kế|Nghị|Chỉ|Chương|Đề|Thông|Hướng|Triển|Thực|Phê|Sửa|Căn)"
PROPER_WORD = rf"(?!{OPENS_A_SUBJECT})[A-ZĐÀ-Ỹ][\w’']*"
# The name of a district or commune, which no table knows: " Tuy Phong", " Ba Vì", or a figure: "huyện 10".
PROPER = letters.compile(
    rf"[^\S\n]*\s(?P<name>(?<=[ \t])\d{{1,2}}\b(?!\s*[.)/])|{PROPER_WORD}(?:[\s-]{PROPER_WORD}){{0,3}})"
)

# What begins the next line of a letterhead: a larger unit, a body of the unit.
OPENS_NEXT_LINE = (
    r"(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|PHÒNG|BAN|[ỦU][YỶ]\s+BAN|HỘI\s+ĐỒNG|VĂN\s+PHÒNG|TRUNG\s+TÂM)\b"
)
# The same in capitals: " TUY PHONG", " 6"
PROPER_UPPER = letters.compile(
    rf"\s+(?P<name>(?<= )\d{{1,2}}\b(?!\s*[.)/])|[A-ZĐÀ-Ỹ]+(?:\s+(?!{OPENS_NEXT_LINE})[A-ZĐÀ-Ỹ]+){{0,3}})\b"
)

UNIT_KINDS = ("thành phố", "tỉnh", "huyện", "quận", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
"""What the name of a unit begins with."""


@cache
def _unit_words() -> dict[str, str]:
    """Words for units in lower case, with the full form of each: "tp." → "thành phố"."""
    return {word.word: word.means or word.word for word in ontology.words("unit")}


def read_place(text: str, end: int, patterns: Sequence[BodyPattern], home: Home) -> tuple[str | None, int]:
    """The full name of a local body whose bare name ends at `end`, and where its unit's name ends.

    `patterns` are the bodies that bear the bare name, one a level. The name is None where it is relative
    and the home is not known.
    """
    unit = UNIT.match(text, end)
    if unit is None:
        return _read_bare_place(text, end, patterns) or (at_home(patterns, home), end)
    kind = _unit_words()[re.sub(r"\s+", " ", unit["kind"].casefold())]
    known = province_at(text, unit.end()) if kind in ("tỉnh", "thành phố") else None
    if known:
        province, stop = known
        return _fitting(patterns, province.kind).full_name(province.kind, province.name), stop
    proper = (PROPER_UPPER if unit["kind"].isupper() else PROPER).match(text, unit.end())
    if proper and kind != "tỉnh":
        return _fitting(patterns, kind).full_name(kind, _proper_name(proper["name"])), proper.end()
    return _of_unit(patterns, _own_unit(kind, home)), unit.end()


def _read_bare_place(text: str, end: int, patterns: Sequence[BodyPattern]) -> tuple[str, int] | None:
    """A place named without its unit word: "UBND Lạng Sơn", "Huyện ủy Bắc Hà"."""
    known = province_at(text, end) if text[end : end + 1].isspace() else None
    if known:
        province, stop = known
        return _fitting(patterns, province.kind).full_name(province.kind, province.name), stop
    first = patterns[0]
    if not first.name.endswith("{name}") or first.level == "province":
        return None
    proper = (PROPER_UPPER if text[end : end + 3].strip().isupper() else PROPER).match(text, end)
    return (first.full_name("", _proper_name(proper["name"])), proper.end()) if proper else None


def _proper_name(words: str) -> str:
    name = " ".join(words.split())
    return name.title() if name.isupper() else name


def _own_unit(kind: str, home: Home) -> str | None:
    """The unit of a kind that the document itself belongs to."""
    of_centre = kind == "thành phố" and home.province and home.province.startswith("thành phố")
    if kind == "tỉnh" or of_centre:
        return home.province
    return next((unit for unit in (home.district, home.commune) if unit and unit.startswith(kind)), None)


def _fitting(patterns: Sequence[BodyPattern], kind: str) -> BodyPattern:
    return next((pattern for pattern in patterns if kind in pattern.unit_kinds), patterns[0])


def _of_unit(patterns: Sequence[BodyPattern], unit: str | None) -> str | None:
    """The body of a unit as it is named: "tỉnh Lạng Sơn" → "Ủy ban nhân dân tỉnh Lạng Sơn"."""
    for kind in UNIT_KINDS:
        if unit and unit.startswith(kind + " "):
            return _fitting(patterns, kind).full_name(kind, unit[len(kind) + 1 :])
    return None


def at_home(patterns: Sequence[BodyPattern], home: Home) -> str | None:
    """A local body named without unit: that of the document's own level, else of its province or district."""
    levels = {pattern.level for pattern in patterns}
    own = ((home.level, home.unit), ("province", home.province), ("district", home.district))
    for level, unit in own:
        if level in levels and unit:
            return _of_unit([pattern for pattern in patterns if pattern.level == level], unit)
    return None

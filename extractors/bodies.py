"""Issuing bodies: reading a name as written, and the canonical full name of the body it means.

Names come from the authority tables. A relative name ("UBND tỉnh", "Tỉnh ủy", "Sở GDĐT") is that of the
citing document's own province, district or commune (`Home`). An officer's or a standing committee's act is
the body's: "Bộ trưởng Bộ Nội vụ" → "Bộ Nội vụ", "Ban Thường vụ Tỉnh ủy" → "Tỉnh ủy Lạng Sơn".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import letters
from extractors.home import Home
from extractors.local_bodies import UNIT, read_place
from extractors.name_trie import body_trie, walk
from extractors.phrases import words_of
from extractors.unlisted_bodies import is_steering, read_steering, read_unlisted_name


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


# An officer, a deputy or a standing committee before the body's name: "Phó Chủ tịch UBND", "Q. Giám đốc Sở".
OFFICER = letters.compile(rf"(?:đồng chí )?(?:Q\. ?)?(?:Phó\s+)?{words_of('officer')}\s+")

# The term behind a name: " khóa XII", " (khoá 11)", ", KHÓA XIII"
TERM = letters.compile(
    r",?\s*\(?\s*(?P<term>[Kk]h(?:óa|oá)\s+(?:[IVX]+|\d+)|KH(?:ÓA|OÁ)\s+[IVX]+)\b(?P<close>\s*\))?"
)

# A session acts as the body: "Hội nghị lần thứ sáu Ban Chấp hành Trung ương"
SESSION = letters.compile(
    r"Hội\s+nghị(?:\s+lần\s+thứ\s+\w+(?:\s*,)?)?\s+(?:của\s+)?(?=Ban\s+Chấp\s+hành|BCH)", re.IGNORECASE
)

# "Hội nghị Trung ương 8, khóa XI", "Hội nghị Trung ương lần thứ sáu"
PLENUM = letters.compile(
    r"Hội\s+nghị\s+(?:Trung\s+ương|TW)(?:\s+Đảng)?(?:\s+(?:lần\s+thứ\s+\w+|\d{1,2}|[IVX]+))?(?!\w)",
    re.IGNORECASE,
)

# A word typed twice: "Bộ Bộ Tài chính"
DOUBLED = letters.compile(r"(\w+)\s+(?=\1\s)")

# The council that an unlisted body belongs to: "Ban Pháp chế của HĐND tỉnh"
COUNCIL_OF = letters.compile(r"\s+(?:của\s+)?(?=HĐND|Hội\s+đồng\s+nhân\s+dân)")


def read_body(text: str, position: int, home: Home) -> FoundBody | None:
    """The body whose name begins at `position` (an officer's title before it counts), or None."""
    doubled = DOUBLED.match(text, position)
    begin = doubled.end() if doubled else position
    session = SESSION.match(text, begin)
    if session:
        inner = read_body(text, session.end(), home)
        return FoundBody(position, inner.end, inner.name, True, inner.term) if inner else None
    found = _read_plenum(text, begin) or _read_listed(text, begin, home)
    if found:
        return _with_term(text, position, found)
    officer = OFFICER.match(text, begin)
    if officer is None:
        return _read_unlisted(text, begin, home)
    behind = _read_listed(text, officer.end(), home)
    return _with_term(text, position, FoundBody(position, behind.end, behind.name, True)) if behind else None


def _read_plenum(text: str, position: int) -> FoundBody | None:
    plenum = PLENUM.match(text, position)
    return FoundBody(position, plenum.end(), "Ban Chấp hành Trung ương", True) if plenum else None


def _with_term(text: str, position: int, found: FoundBody) -> FoundBody:
    """The body with the term behind its name; a bracket that holds more than the term is left alone."""
    term = TERM.match(text, found.end)
    opened = term is not None and "(" in text[found.end : term.start("term")]
    if term is None or (opened and not term["close"]):
        return FoundBody(position, found.end, found.name, found.indirect)
    end = term.end() if opened else term.end("term")
    return FoundBody(position, end, found.name, found.indirect, " ".join(term["term"].split()))


def _read_unlisted(text: str, position: int, home: Home) -> FoundBody | None:
    """A body that no table lists, with the council it belongs to."""
    read = read_unlisted_name(text, position)
    if read is None:
        return None
    name, end = read
    council = COUNCIL_OF.match(text, end)
    owner = read_body(text, council.end(), home) if council else None
    if owner:
        return FoundBody(position, owner.end, f"{name} {owner.name}" if owner.name else name)
    return FoundBody(position, end, name)


def _read_listed(text: str, position: int, home: Home) -> FoundBody | None:
    """A body that the tables know; of one name, the local one where the text or the home points to it."""
    hit = walk(body_trie(), text, position)
    if hit is None:
        return None
    end, entries = hit
    local = next((entry for entry in entries if entry.pattern), None)
    central = next((entry for entry in entries if entry.name), None)
    patterns = [entry.pattern for entry in entries if entry.pattern]
    if is_steering(patterns):
        if text[end : end + 14].split()[:1] == ["Trung"]:
            return _read_unlisted(text, position, home)
        steering = read_steering(text, position, end, patterns[0], home)
        if steering:
            return FoundBody(position, steering[1], steering[0])
        if not UNIT.match(text, end):
            return FoundBody(position, end, None)
    name, local_end = read_place(text, end, patterns, home) if patterns else (None, end)
    if central and local_end == end and (name is None or home.level == "central"):
        return FoundBody(position, end, central.name, central.indirect)
    return FoundBody(position, local_end, name, local is not None and local.indirect)

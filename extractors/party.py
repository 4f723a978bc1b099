"""Resolutions and conclusions of Party congresses and plenums that are cited without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import letters
from extractors.anchors import Anchor
from extractors.home import Home
from extractors.mention import Mention

# The type word in lower case: "nghị quyết Đại hội", "nghị quyết Trung ương"
LOWER_ANCHOR = letters.compile(r"nghị\s+quyết(?=\s+[HĐTBC])")

# What may open a congress or a plenum: " Đại hội", " của Hội nghị"
OPENS = letters.compile(r"\s+(?=[HĐTBcđhtC])")

ORDINAL = r"(?:[IVX]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
TERM = r"(?:,?\s*\(?(?:nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4})\)?)"
KHOA = r"(?:,?\s*(?P<open>\(\s*)?kh(?:óa|oá)\s+(?P<khoa>[IVX]+)(?(open)\s*\)))"
THE_PARTY = r"Đảng\s+(?:Cộng\s+sản\s+Việt\s+Nam\s+|toàn\s+quốc\s+)?"

# "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Đại hội Đảng lần thứ X", "Đại hội XII"
CONGRESS = letters.compile(
    rf"""(?:của\s+)?Đại\s+hội\s+
    (?:(?:đại\s+biểu\s+)?(?:Đảng\s+)?toàn\s+quốc\s+)?(?:{THE_PARTY})?
    (?:lần\s+thứ\s+)?(?P<ordinal>{ORDINAL})(?!\s+(?:của\s+)?Đảng\s+bộ\b)
    (?P<of>\s+(?:của\s+)?Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?)?(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

# "Đại hội Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020-2025", "Đại hội đại biểu Đảng bộ huyện Bắc Hà khóa XX",
# "Đại hội XIX Đảng bộ tỉnh"
LOCAL_CONGRESS = letters.compile(
    rf"""(?:của\s+)?Đại\s+hội\s+(?P<delegates>[Đđ]ại\s+biểu\s+)?
    (?:(?:lần\s+thứ\s+)?(?P<before>{ORDINAL})\s+)?(?:của\s+)?Đảng\s+bộ\s+
    (?P<unit>(?i:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|các\s+cấp)
      (?:\s+(?!lần|nhiệm|khóa|đã|về|và|giai)[A-ZĐÀ-Ỹ]\w*(?:[\s-]+[A-ZĐÀ-Ỹ]\w*){{0,3}})?
      |[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:[\s-]+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){{1,2}}(?=\s+(?:lần\s+thứ|khóa|khoá|nhiệm\s+kỳ)\s))
    (?:\s*,?\s*(?:lần\s+thứ|khóa|khoá)\s+(?P<ordinal>{ORDINAL})(?!\w))?(?P<period>{TERM})?""",
    re.VERBOSE,
)

# "tỉnh Lâm Đồng": a unit that is named with its word
UNIT_WORD = re.compile(r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|các\s+cấp)\b")

# "đại hội đảng bộ các cấp nhiệm kỳ 2020-2025"
COLLECTIVE = letters.compile(
    rf"(?:của\s+)?đại\s+hội\s+(?:đại\s+biểu\s+)?đảng\s+bộ\s+các\s+cấp(?:{TERM})?", re.IGNORECASE
)

COMMITTEE = (
    r"(?:Ban\s+Chấp\s+hành\s+Trung\s+ương(?:\s+Đảng)?|BCH\s*(?:TW|Trung\s+ương)(?:\s+Đảng)?|Trung\s+ương|TW)"
)
# "Hội nghị Trung ương 8 khóa XI", "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI"
PLENUM = letters.compile(
    rf"""(?:(?:của\s+)?Hội\s+nghị\s+)?(?:(?:lần\s+thứ\s+)(?P<nth>{ORDINAL})(?:\s*,)?\s+)?(?:của\s+)?{COMMITTEE}
    (?:\s+Đảng)?(?:\s+(?:lần\s+thứ\s+)?(?P<n>{ORDINAL})(?!\w))?{KHOA}?""",
    re.VERBOSE | re.IGNORECASE,
)


def find_party(text: str, home: Home, anchors: list[Anchor]) -> Iterator[Mention]:
    """Every congress or plenum resolution without number; the ordinal must be there, or the term."""
    lower = (Anchor(m.start(), m.end(), "nghị quyết") for m in LOWER_ANCHOR.finditer(text))
    for anchor in (*(a for a in anchors if a.word in ("nghị quyết", "kết luận")), *lower):
        mention = _read(text, anchor, home)
        if mention:
            yield mention


def _read(text: str, anchor: Anchor, home: Home) -> Mention | None:
    """The resolution or conclusion behind a type word; collectives first, then local before national."""
    opens = OPENS.match(text, anchor.end)
    if not opens:
        return None
    at = opens.end()
    kind = "Kết luận" if anchor.word == "kết luận" else "Nghị quyết"
    collective = COLLECTIVE.match(text, at)
    if collective:
        end = collective.end()
        return Mention(anchor.start, end, "party", kind, rules=["party-collective"], confidence=0.7)
    local = LOCAL_CONGRESS.match(text, at)
    if local and (local["ordinal"] or local["before"] or local["period"]):
        issuer = _local_congress(local, home)
        return Mention(
            anchor.start, local.end(), "party", kind, issuer=issuer, rules=["party-congress-local"]
        )
    congress = CONGRESS.match(text, at)
    if congress:
        national = f"Đại hội đại biểu toàn quốc lần thứ {congress['ordinal'].upper()} của Đảng"
        return Mention(anchor.start, congress.end(), "party", kind, issuer=national, rules=["party-congress"])
    plenum = PLENUM.match(text, at)
    if plenum and (plenum["n"] or plenum["nth"]):
        return _of_plenum(anchor.start, kind, plenum)
    return None


def _of_plenum(start: int, kind: str, plenum: re.Match[str]) -> Mention:
    return Mention(
        start,
        plenum.end(),
        "party",
        kind,
        issuer="Ban Chấp hành Trung ương",
        term=f"khóa {plenum['khoa'].upper()}" if plenum["khoa"] else None,
        rules=["party-plenum"],
    )


def _local_congress(match: re.Match[str], home: Home) -> str | None:
    """The full name of a local congress, None where its unit is relative and the home is not known."""
    unit = _unit_of(match["unit"], home)
    if unit is None:
        return None
    delegates = "đại biểu " if match["delegates"] else ""
    ordinal = match["ordinal"] or match["before"]
    return f"Đại hội {delegates}Đảng bộ {unit}" + (f" lần thứ {ordinal}" if ordinal else "")


def _home_units(home: Home) -> list[str]:
    """The document's own commune, district and province, as far as known."""
    return [unit for unit in (home.commune, home.district, home.province) if unit]


def _unit_of(written: str, home: Home) -> str | None:
    """A unit by its full name; a bare "tỉnh" or "huyện" is the document's own, a bare name may be."""
    unit = " ".join(written.split())
    low = unit.casefold()
    if low == "tỉnh" or (low == "thành phố" and home.province and home.province.startswith("thành phố")):
        return home.province
    if low in ("huyện", "quận", "thị xã", "thành phố"):
        return home.district
    if low in ("xã", "phường"):
        return home.commune
    if not UNIT_WORD.match(low):
        return next((own for own in _home_units(home) if own.casefold().endswith(f" {low}")), unit)
    return unit[:1].lower() + unit[1:]

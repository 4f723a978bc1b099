"""Số ký hiệu: finding them as people write them, and their canonical spelling.

A number is a running number, a year for normative acts, and a symbol made of the type's and the body's
signs: `80/2017/NĐ-CP`, `2457/QĐ-BGDĐT`, `623/BGDĐT-TTr` (a letter has no type sign), `51-KL/TW` (the Party
writes the hyphen first). Nghị định 30/2020/NĐ-CP, Phụ lục I and III; Hướng dẫn 36-HD/VPTW for the Party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import ontology
from extractors import letters
from extractors.characters import FOREIGN
from extractors.dates import FIRST_YEAR, LAST_YEAR
from extractors.phrases import by_first_letter

# Cyrillic and Greek letters that look like Latin ones: they come from keyboards and OCR, as in "TT-BТС".
AS_LATIN = str.maketrans(FOREIGN)
LETTER = "A-ZĐÂĂÊÔƠƯ\u0400-\u042f"
# One sign of a symbol: "NĐ", "TTg", "CTr", "Ttr", "Qđ", "QyĐ", "BGD&ĐT", "QH15", "BCĐ389", "PV01", "VX3".
SIGN = (
    rf"(?:(?:UBTV|TV)?QH\s?\d{{1,2}}|BCĐ\d{{2,4}}|Tt[rg](?![a-zà-ỹ])|[QN]đ(?![a-zà-ỹ])"
    rf"|[{LETTER}](?:[{LETTER}&]|[rgyi](?![a-zà-ỹ]))*(?:\d{{1,2}})?)"
)
# The signs are joined by hyphens or slashes; a hyphen may have blanks or a line break around it. Before 1998
# a full stop stood between type and body: "QĐ.UB".
SYMBOL = rf"{SIGN}(?:\.(?![IVX]+\b)(?=[A-ZĐ]{{2}}){SIGN})?(?:(?:\s?-\s*|\s?/\s?){SIGN})*"

# From the slash on: "/2017/NĐ-CP", "/QĐ-BGDĐT"; a text is skimmed for slashes, then read to their left.
TO_SYMBOL = rf"//?\s{{0,3}}(?:(?P<year>\d{{2,4}}|[12][\dlIO]{{3}})\s?[/-]/?\s{{0,3}})?(?P<symbol>{SYMBOL})"
FROM_SLASH = letters.compile(rf"{TO_SYMBOL}(?![a-zà-ỹ])(?P<unit>\.[IVX]+\b)?")
# The same with a word glued to its end: "/2025/TT-BTCđã".
BEFORE_GLUED = letters.compile(rf"{TO_SYMBOL}(?=[a-zà-ỹđ])(?P<unit>\Z)?")
# Left of the slash: the running number ("2457", "12a"; l and O from OCR), or the Party's "51-KL".
RUNNING = r"(?P<running>\d[\dlIO]{0,5}(?:\.\d{1,2})?[a-zA-Z]?(?:bis)?)"
BEFORE_SLASH = letters.compile(
    rf"{RUNNING}\s?(?:(?P<party>-\s*{SIGN})\s?|(?P<old>(?<=\s)[A-ZĐ]{{2,6}})\s?)?\Z"
)

# A whole number at a place where one is expected: "61/2020/QH14", "80/2017/NĐ-CP", "51-KL/TW"
NUMBER = letters.compile(
    rf"{RUNNING}\s?"
    rf"(?:/\s?(?P<year>(?:19|20)\d\d)\s?[/-]\s?|(?P<slash>/)\s?|-\s?(?={SIGN}\s?/\s?[{LETTER}]))"
    rf"(?P<symbol>{SYMBOL})(?![a-zà-ỹ])"
)


# Numbers of the years before 1996 without slash: "43-CP", "14-TC/TCT"; only read behind a type word.
OLD_NUMBER = letters.compile(r"(?P<joint>-)(?P<symbol>CP|HĐBT|TTg|CT|TC|LB|NV|TTLB|HĐNN\d?)\b")

# A digit between or before digits that OCR took for a letter: "4l2".
MISREAD = letters.compile(r"(?<=\d)[lIO]+(?=\d|$)")

EXAMPLES = (
    "80/2017/NĐ-CP", "2457/QĐ-BGDĐT", "51- KL/TW", "05-CT/TW", "06/TTLT-BGDĐT-BNV", "623/BGDĐT-TTr",
    "45/2019/QH14", "01/2012/UBTVQH13", "QĐ/TW", "2021/KH-UBND", "08/2021/NĐ-\nCP", "372 /QĐ-BTC",
    "105-QĐ/HU",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in the text: range, canonical spelling, the year it states, its signs (canonical)."""

    start: int
    end: int
    canonical: str
    year: int | None
    signs: tuple[str, ...]
    party: bool


@dataclass(frozen=True, slots=True)
class SignTables:
    """Signs of types and bodies under a spelling key that forgives Đ/D, "&" and case."""

    types: dict[str, str]
    bodies: dict[str, str]


@lru_cache(maxsize=65_536)
def sign_key(sign: str) -> str:
    """Signs that differ only in Đ/D, Ư/W, "&" or case share a key: "BGD&ĐT" and "BGDDT"."""
    return sign.upper().replace("Đ", "D").replace("&", "").replace("Ư", "W")


@cache
def sign_tables() -> SignTables:
    """All signs that the authority tables know. Where two share a key the first in the table wins."""
    types: dict[str, str] = {}
    for kind in ontology.document_types():
        for abbr in kind.abbr:
            types.setdefault(sign_key(abbr), abbr)
    bodies: dict[str, str] = {}
    for body in ontology.bodies():
        for symbol in body.symbols:
            bodies.setdefault(
                sign_key(symbol.text), body.symbols[0].text if "&" in symbol.text else symbol.text
            )
    for pattern in ontology.body_patterns():
        for sign in pattern.symbols:
            bodies.setdefault(sign_key(sign), pattern.symbols[0] if "&" in sign else sign)
    return SignTables(types, bodies)


# Figures that belong to a sign and are no footnote's mark, as a committee's: "BCĐ389", "PV01"
FIGURED = letters.compile(r"BCĐ\d{2,4}$|[A-ZĐ]{1,2}\d{2}$")

# Signs of the National Assembly and its organs in a term: "QH15", "UBTVQH13", "HĐNN8"
ASSEMBLY = letters.compile(r"(?:UBTV|TV)?QH\d{1,2}$|UBVHXH\d\d$|UBXH\d\d$|HĐNN\d$")


@lru_cache(maxsize=65_536)
def canonical_signs(symbol: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The signs of a symbol in canonical spelling, and the separators between them."""
    compact = re.sub(r"\s", "", symbol).translate(AS_LATIN)
    pieces = re.split(r"([-/.])", compact)
    tables = sign_tables()
    signs: list[str] = []
    for index, sign in enumerate(pieces[::2]):
        of_department = index > 0 and sign_key(signs[0]) in tables.bodies
        if sign[-1:].isdigit() and not (ASSEMBLY.match(sign) or of_department or _figured(sign, tables)):
            sign = sign.rstrip("0123456789")
        first, second = (tables.types, tables.bodies) if index == 0 else (tables.bodies, tables.types)
        key = sign_key(sign)
        signs.append(first.get(key) or second.get(key) or sign.replace("&", "").replace("TƯ", "TW"))
    return _joined_bodies(*_parted(signs, pieces[1::2]))


def _parted(signs: list[str], separators: list[str]) -> tuple[list[str], list[str]]:
    """A symbol that lost its hyphen in PDF: "QĐUBND" is QĐ-UBND, if no body's own sign is spelled so."""
    tables = sign_tables()
    whole = sign_key(signs[0])
    if len(signs) > 1 or whole in tables.bodies or whole in tables.types or ASSEMBLY.match(signs[0]):
        return signs, separators
    for cut in range(len(whole) - 2, 1, -1):
        kind, body = tables.types.get(whole[:cut]), tables.bodies.get(whole[cut:])
        if kind and body:
            return [kind, body], ["-"]
    return signs, separators


def _figured(sign: str, tables: SignTables) -> bool:
    bare = sign_key(sign.rstrip("0123456789"))
    return FIGURED.match(sign) is not None and (
        bare == "BCD" or (bare not in tables.bodies and bare not in tables.types)
    )


def _joined_bodies(signs: list[str], separators: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A body's sign that was written with a hyphen inside: "BGD-ĐT" is BGDĐT."""
    bodies = sign_tables().bodies
    for index in range(len(signs) - 1, 0, -1):
        whole = bodies.get(sign_key(signs[index - 1] + signs[index]))
        if whole and sign_key(signs[index]) not in bodies and "Đ" in signs[index]:
            signs[index - 1 : index + 1] = [whole]
            del separators[index - 1]
    return tuple(signs), tuple(separators)


@lru_cache(maxsize=65_536)
def known_symbol(signs: tuple[str, ...]) -> bool:
    """Whether the symbol is made of signs that types and bodies really have."""
    tables = sign_tables()
    if not signs:
        return False
    if ASSEMBLY.match(signs[0]):
        return True
    first = sign_key(signs[0])
    if len(signs) == 1:
        return first in tables.bodies
    if first in tables.types:
        return any(sign_key(s.rstrip("0123456789")) in tables.bodies or ASSEMBLY.match(s) for s in signs[1:])
    return first in tables.bodies


LEFT_OF_SLASH = 26
"""How far (characters) left of its slash a number may begin."""


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """Every số ký hiệu in a text, whether or not it turns out to belong to a citation."""
    for match in FROM_SLASH.finditer(text, start, len(text) if end is None else end):
        floor = max(start, match.start() - LEFT_OF_SLASH)
        left = BEFORE_SLASH.search(text, floor, match.start())
        if left is None:
            continue
        begin = _begin(text, left.start())
        if begin is None:
            continue
        torn = text[begin : left.start()]
        number = _read(text, torn, left, match)
        if text[match.end() : match.end() + 1].isalpha() and not known_symbol(number.signs):
            glued = BEFORE_GLUED.match(text, match.start())
            number = _read(text, torn, left, glued) if glued else number
            if not known_symbol(number.signs):
                continue
        yield number


# The word that a number is glued to, in số30/1998/NĐ-CP: "số", "SỐ:".
GLUED = letters.compile(r"(?:[Ss]ố|SỐ):?\Z")
# " ngày", " của": behind the figure of a council's term, "12/2008/NQ-HĐND7 ngày". No note has its mark there.
BEHIND_TERM = letters.compile(r",?\s+(?:ngày|năm|của)\b")
# Behind a type's word the first figures of a number, apart from the others or taken for a letter: "Quyết định
# số 1 " before 719/QĐ-TTg, "Thông tư số l" before 2/2020/TT-BTC. The number of a form is no part of another.
TORN = letters.compile(
    rf"(?<!\w)(?i:{by_first_letter(sorted({t.name.split()[-1] for t in ontology.document_types()}))})"
    r"\s+(?:số|SỐ):?\s+(?P<torn>\d{1,2}\ |[lI])\Z"
)
LONGEST_TORN = 24
"""How far (characters) left of the figures read first the type's last syllable may begin."""


def _begin(text: str, position: int) -> int | None:
    """Where the number begins that has figures from `position` on; None inside another word or number."""
    before = text[position - 1 : position]
    if before in ("l", "I") or (before == " " and text[position - 2 : position - 1].isdigit()):
        torn = TORN.search(text, max(0, position - LONGEST_TORN), position)
        if torn is not None:
            return torn.start("torn")
    if before and (before.isalnum() or before in "/,:"):
        return position if GLUED.search(text, max(0, position - 3), position) else None
    return position


def _read(text: str, torn: str, left: re.Match[str], match: re.Match[str]) -> FoundNumber:
    """A number from its two halves: left of the slash, and from the slash on; `torn` stands before both."""
    party = left["party"] is not None
    year = match["year"].translate(MISREAD_LETTERS) if match["year"] else None
    first = left["party"].lstrip("- ") if party else left["old"]
    symbol = f"{first}/{match['symbol']}" if first else match["symbol"]
    signs, separators = canonical_signs(symbol)
    end = match.end()
    term = ""
    if symbol[-1].isdigit() and not signs[-1][-1:].isdigit():
        figures = symbol[len(symbol.rstrip("0123456789")) :]
        if signs[-1] == "HĐND" and BEHIND_TERM.match(text, end):
            term = figures
        else:
            # a footnote mark glued to the number: "25/NQ-CP2"
            end -= len(figures)
    joined = "".join(sign + separator for sign, separator in zip(signs, (*separators, ""), strict=True))
    joint = f"/{year}/" if year else "-" if party or left["old"] else "/"
    running = _in_figures(torn.strip().translate(MISREAD_LETTERS) + left["running"])
    canonical = f"{running}{joint}{joined}{term}{match['unit'] or ''}"
    stated = int(year) if year and FIRST_YEAR <= int(year) <= LAST_YEAR else None
    return FoundNumber(left.start() - len(torn), end, canonical, stated, signs, party)


MISREAD_LETTERS = str.maketrans("lIO", "110")


def _in_figures(running: str) -> str:
    """A running number with the letters that OCR put in place of figures put right: "4l2" → "412"."""
    if running.isdigit():
        return running
    return MISREAD.sub(lambda misread: misread[0].translate(MISREAD_LETTERS), running)

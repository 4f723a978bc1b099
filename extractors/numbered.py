"""Citations by số ký hiệu: the type word before the number, the number, the date and the issuer behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ontology
from extractors import letters
from extractors.bodies import FoundBody, read_body
from extractors.home import Home
from extractors.mention import Mention
from extractors.number_lists import sharing_symbol
from extractors.number_tail import read_tail
from extractors.numbers import OLD_NUMBER, FoundNumber, canonical_signs, find_numbers, known_symbol
from extractors.phrases import spaced, words_of
from extractors.type_words import type_before, type_of_signs, type_with_modifier

LOOK_BACK = 72
"""How far (characters) before a number its type word may begin."""

NEAR = 24
"""How far before a number the word is looked for that says the number is none of a document."""

LIST_GAP = 400
"""How far apart (characters) two numbers of one list may stand."""

# "Quyết định số", "SỐ:", "số hiệu "
SO = letters.compile(r"(?:số|Số|SỐ)(?:\s+hiệu)?\s*:?\s*\Z")

# The issuer between the type and the number: "Nghị quyết của Chính phủ số 57/NQ-CP"
BETWEEN = letters.compile(r"\s+(?:của\s+)?(?=[A-ZĐ])")

# What a form, a licence or a file is called before its number: "Mẫu số 01/TNDN", "Giấy phép "
NOT_A_TYPE = letters.compile(rf"{words_of('no document')}\s*(?:này)?\s*\Z")

# "Dự thảo Nghị định"
DRAFT = letters.compile(r"[Dd]ự\s+thảo\s+\Z")

# Before a further number of a list: "Quyết định số 1/QĐ-TTg, ", "các Thông tư: ", "12/2020/TT-BTC và "
LIST_LEAD = letters.compile(r"(?:,|;|\bvà|\bVÀ|\bhoặc|\(|:|-|–|/)\s*\Z")

# The running number of an old number, before its hyphen: "số 43"
DIGITS_BEFORE = letters.compile(r"(?<![\d/.-])\d{1,4}\Z")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a citation opens before its number: where, of which type, and how that is known."""

    start: int
    kind: str
    confidence: float
    rule: str | None = None
    typed: bool = False
    """Whether the type word stands right before the number."""
    issuer: FoundBody | None = None
    """The body between the type word and the number."""


def find_numbered(text: str, home: Home, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every mention with a số ký hiệu between two offsets of a flow text."""
    previous: Mention | None = None
    for found in find_numbers(text, start, end):
        for number in (*sharing_symbol(text, found), found):
            mention = _read(text, number, previous, home)
            if mention:
                yield mention
                previous = mention


def _read(text: str, number: FoundNumber, previous: Mention | None, home: Home) -> Mention | None:
    """The mention that a number belongs to, None where it is no document's or a form's blank."""
    so = SO.search(text, max(0, number.start - LOOK_BACK), number.start)
    before = so.start() if so else number.start
    opening = _opening(text, number, before, so is not None, previous, home)
    if opening is None or _is_blank_form(text, number):
        return None
    if not opening.typed and (" " in number.canonical or _names_no_document(text, opening.start)):
        return None
    mention = Mention(
        opening.start,
        number.end,
        "numbered",
        opening.kind,
        number.canonical,
        number.signs,
        year=number.year,
        typed=opening.typed,
        confidence=opening.confidence,
        rules=["numbered", opening.rule] if opening.rule else ["numbered"],
    )
    if opening.issuer is not None:
        mention.issuer, mention.term = opening.issuer.name, opening.issuer.term
    read_tail(text, mention, home)
    return mention


def _opening(
    text: str, number: FoundNumber, before: int, so: bool, previous: Mention | None, home: Home
) -> Opening | None:
    """How the citation opens whose number, or the "số" before it (`so`), begins at `before`."""
    known = known_symbol(number.signs)
    confidence = 0.97 if known else 0.75
    typed = type_before(text, before) or (type_with_modifier(text, before, number.signs) if so else None)
    if typed:
        start, kind = _by_sign(text, typed, number)
        if kind == "Hợp đồng" or DRAFT.search(text, max(0, start - 12), start):
            return None
        return Opening(start, kind, confidence, typed=True)
    between = _type_with_issuer(text, before, number, home) if so or number.year else None
    if between:
        start, kind, body = between
        return Opening(start, kind, confidence, "type-issuer-number", issuer=body)
    if not known or _names_no_document(text, before):
        return None
    return _by_symbol(text, number, before, so, previous)


def _by_symbol(
    text: str, number: FoundNumber, before: int, so: bool, previous: Mention | None
) -> Opening | None:
    """A number without type word: in a list, behind "số", of a normative act or of the Party."""
    listed = (
        previous
        if previous is not None
        and number.start - previous.end < LIST_GAP
        and LIST_LEAD.search(text, max(0, before - 8), before)
        else None
    )
    if not (listed or so or number.year or number.party):
        return None
    same_family = listed is not None and listed.signs[:1] == number.signs[:1]
    # one list may go on from circulars to joint circulars: the symbol tells them apart
    inherited = listed.type if listed and same_family and listed.type != "Thông tư" else None
    kind = inherited or type_of_signs(number.signs, number.party)
    confidence = 0.93 if number.year or same_family else 0.85
    return Opening(before if so else number.start, kind, confidence, "type-from-symbol")


def _names_no_document(text: str, position: int) -> bool:
    return NOT_A_TYPE.search(text, max(0, position - NEAR), position) is not None


def _is_blank_form(text: str, number: FoundNumber) -> bool:
    """A number whose symbol is left open: "Số: 12/QĐ-…"."""
    return text[number.end : number.end + 2].lstrip()[:1] == "…" or text.startswith(
        ("-...", "-…", "/..."), number.end
    )


def _by_sign(text: str, typed: tuple[int, str], number: FoundNumber) -> tuple[int, str]:
    """ "Quyết định phê duyệt dự án số 1215/QĐ-UBND": the type that the sign names, if it opens the phrase."""
    kind = type_of_signs(number.signs, number.party)
    if kind in (typed[1], "Công văn") or typed[1] in _under_another_sign():
        return typed
    phrase = _opens_phrase(kind).search(text, max(0, typed[0] - 48), typed[0])
    return (phrase.start(), kind) if phrase else typed


@cache
def _under_another_sign() -> frozenset[str]:
    """Types that are numbered under another type's sign: "Quy định số 114-QĐ/TW"."""
    return frozenset(word.word for word in ontology.words("type under another sign"))


@cache
def _opens_phrase(kind: str) -> re.Pattern[str]:
    """A type word and up to four words in lower case: "Quyết định phê duyệt "."""
    return letters.compile(rf"{spaced(kind)}(?:\s+[a-zà-ỹđ]+){{1,4}}\s+\Z")


def _type_with_issuer(
    text: str, before: int, number: FoundNumber, home: Home
) -> tuple[int, str, FoundBody] | None:
    """ "Nghị quyết của Chính phủ số 57/NQ-CP": the type of the symbol, then a body, then the number."""
    kind = type_of_signs(number.signs, number.party)
    floor = max(0, before - LOOK_BACK)
    at = text[floor:before].lower().rfind(kind.lower())
    gap = BETWEEN.match(text, floor + at + len(kind)) if at >= 0 else None
    body = read_body(text, gap.end(), home) if gap else None
    if body and text[body.end : before].strip(" \r\n,") == "":
        return floor + at, kind, body
    return None


def find_old_numbers(text: str, home: Home) -> Iterator[Mention]:
    """Numbers from before 1996 without slash or year: "Nghị định số 43-CP ngày 22 tháng 6 năm 1993"."""
    for match in OLD_NUMBER.finditer(text):
        mention = _read_old(text, match)
        if mention:
            read_tail(text, mention, home)
            yield mention


def _read_old(text: str, match: re.Match[str]) -> Mention | None:
    """An old number is believed only behind a type word."""
    running = DIGITS_BEFORE.search(text, max(0, match.start() - 5), match.start())
    if not running or text[match.end() : match.end() + 1] in ("/", "-"):
        return None
    so = SO.search(text, max(0, running.start() - 12), running.start())
    typed = type_before(text, so.start() if so else running.start())
    if not typed:
        return None
    signs = canonical_signs(match["symbol"])[0]
    number = f"{running[0]}{match['joint'].strip() or '-'}{signs[0]}"
    return Mention(
        typed[0], match.end(), "numbered", typed[1], number, signs, rules=["old-number"], confidence=0.9
    )

"""Words for types of documents: the one that stands before a number, and the one that a symbol implies."""

from __future__ import annotations

from functools import cache, lru_cache

import ontology
from extractors import letters
from extractors.numbers import sign_key

FARTHEST = 40
"""How far (characters) before its end a type word may begin."""

OPENING = '“"(«‘[*'
"""Marks that may be glued to the front of a type word."""

JOINT_SIGNS = ("LN", "PH", "LT", "LS", "HD")
"""What a joint plan's sign adds to the plain one: KHLN, CTPH, KHLT."""

COMMON_SLIPS = frozenset(
    ("quyet-dinh", "nghi-dinh", "nghi-quyet", "thong-tu", "ke-hoach", "chi-thi", "ket-luan", "cong-van")
)
"""Types, by their letters without marks, that are read in spite of a wrong mark: "Quyết đinh"."""

# A word that tells the kind of report or plan, before its number: "Báo cáo thẩm tra"
MODIFIER = letters.compile(r"\s(?!(?:và|của|theo|tại|này|với|về)\s)[a-zà-ỹđ]+\s*\Z")
MOST_MODIFIERS = 4
LONGEST_MODIFIER = 14


@cache
def type_words() -> dict[str, str]:
    """Type words in lower case, as they stand before a number, and the canonical type of each."""
    written_short = {word.word for word in ontology.words("sign for type")}
    words: dict[str, str] = {}
    for kind in ontology.document_types():
        for abbr in kind.abbr[:1]:
            if abbr in written_short:
                words.setdefault(abbr.casefold(), kind.name)
    for kind in ontology.document_types():
        for name in (kind.name, *kind.aliases):
            words[name.casefold()] = name if name == "Văn bản" else kind.name
    words["vb"] = "Văn bản"
    return words


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


@cache
def _misread_types() -> dict[str, str]:
    """Common two-word types by their letters without marks: "Quyết đinh" is a slip for "Quyết định"."""
    slips = {ontology.slug(word): kind for word, kind in type_words().items() if len(word.split()) == 2}
    return {key: kind for key, kind in slips.items() if key in COMMON_SLIPS}


def type_before(text: str, position: int) -> tuple[int, str] | None:
    """The type word that ends right before `position`: where it begins, and the canonical type."""
    floor = max(0, position - FARTHEST)
    window = text[floor:position].rstrip()
    if not window or not (window[-1].isalpha() or window[-1] == ")"):
        return None
    hit = _type_at_end(" ".join(window.rsplit(None, _longest_type())[-_longest_type() :]).lstrip(OPENING))
    if hit is None:
        return None
    words, kind = hit
    return floor + _start_of_last(window, words), kind


def _start_of_last(window: str, words: int) -> int:
    """Where the last so many words of a window begin, without marks and blanks before them."""
    before = window.rsplit(None, words)
    start = len(before[0]) if len(before) > words else 0
    while start < len(window) and (window[start].isspace() or window[start] in OPENING):
        start += 1
    return start


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


def type_with_modifier(text: str, position: int, signs: tuple[str, ...]) -> tuple[int, str] | None:
    """The type word that fits the symbol, up to four lower-case words before `position`."""
    at = position
    for _ in range(MOST_MODIFIERS):
        word = MODIFIER.search(text, max(0, at - LONGEST_MODIFIER), at)
        if not word:
            return None
        at = word.start()
        typed = type_before(text, at)
        if typed:
            return typed if type_of_signs(signs, False) in (typed[1], "Công văn") else None
    return None


def type_of_signs(signs: tuple[str, ...], party: bool) -> str:
    """The type that a symbol implies: its first sign, or Công văn where it names a body first."""
    first = signs[0]
    if first.startswith("QH"):
        return "Luật"
    if first.startswith("UBTVQH"):
        return "Nghị quyết"
    key = sign_key(first)
    if party and key in PARTY_TYPES:
        return PARTY_TYPES[key]
    if key in types_by_sign():
        return types_by_sign()[key]
    joint = (types_by_sign().get(key[:n]) for n in (4, 3, 2)) if key.endswith(JOINT_SIGNS) else ()
    return next((kind for kind in joint if kind), "Công văn")


PARTY_TYPES = {"TT": "Thông tri", "CTR": "Chương trình"}
"""Types of sign keys that mean something else in the Party's numbers than in the state's."""

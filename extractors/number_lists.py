"""Numbers that share the symbol of the last of their list: "Thông tư số 18, 19/2018/TT-BCT"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors import letters
from extractors.numbers import FoundNumber

RUNNING = r"(?<![\d/.])\d{1,4}[a-z]?"
JOINT = r"\s*(?:,|;|và|&)\s*(?:và\s+)?(?:số\s+)?"

# The running numbers between the word "số" and the whole number: "số 18, ", "số 5, 6 và "
SHARING = letters.compile(rf"(?:[Ss]ố|SỐ):?\s+(?P<list>{RUNNING}(?:{JOINT}{RUNNING})*){JOINT}\Z")
LONGEST_LIST = 60
"""How far (characters) before the whole number its list may begin."""

NEAR = 14
"""So much (characters) before a number holds the last figure of its list: most numbers have none there."""

FIGURE = letters.compile(RUNNING)
DIGIT = letters.compile(r"\d")


def sharing_symbol(text: str, number: FoundNumber) -> Iterator[FoundNumber]:
    """The numbers before `number` that lack a symbol and have its one, in the order of the text."""
    if not DIGIT.search(text, max(0, number.start - NEAR), number.start):
        return
    found = SHARING.search(text, max(0, number.start - LONGEST_LIST), number.start)
    if found is None:
        return
    symbol = number.canonical.lstrip("0123456789abcdefghiklmnopqrstuvxy")
    for figure in FIGURE.finditer(text, found.start("list"), found.end("list")):
        yield replace(number, start=figure.start(), end=figure.end(), canonical=figure[0] + symbol)

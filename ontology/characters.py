"""Characters that documents hold in place of plain ones, read from `tables/characters.csv`.

Keyboards, fonts, PDF converters and web pages put Eth for Đ, Cyrillic letters for Latin ones, marks without
width inside words. A line of the table is one character ("U+00D0") or a range of them ("U+FF10..U+FF19").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ontology.rows import Row, rows

CharacterKind = Literal["invisible", "space", "break", "sign", "dash", "letter"]
KINDS: tuple[CharacterKind, ...] = ("invisible", "space", "break", "sign", "dash", "letter")


@dataclass(frozen=True, slots=True)
class Character:
    """A character and the plain one it stands for, "" for nothing.

    `kind`: "invisible", takes no room on paper; "space", "break", a blank or line break of another kind;
    "sign", a look-alike wherever it stands; "dash", one inside a number only ("51–KL/TW"), elsewhere it has a
    meaning of its own; "letter", one of another alphabet, beside Latin letters.
    """

    character: str
    plain: str
    kind: CharacterKind
    source: str


@cache
def characters() -> tuple[Character, ...]:
    """All characters, ranges written out, in the order of the table."""
    return tuple(character for row in rows("characters") for character in _characters(row))


def _characters(row: Row) -> Iterator[Character]:
    kind = cast(CharacterKind, row.one_of("kind", KINDS))
    written, plain = _range(row.text("character")), _range(row.text("plain"))
    for offset, character in enumerate(written):
        stands_for = plain[offset] if len(plain) == len(written) else plain
        yield Character(character, stands_for, kind, row.text("source"))


def _range(cell: str) -> str:
    """The characters of a cell: "U+0020" is " ", "0..9" the ten figures."""
    first, dots, last = cell.partition("..")
    if not dots:
        return _character(first)
    return "".join(map(chr, range(ord(_character(first)), ord(_character(last)) + 1)))


def _character(name: str) -> str:
    return chr(int(name.removeprefix("U+"), 16)) if name.startswith("U+") else name

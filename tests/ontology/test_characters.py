"""Characters that stand for others."""

from __future__ import annotations

import unicodedata

import pytest

from ontology import Character, characters

TABLE = {c.character: c for c in characters()}


@pytest.mark.parametrize(
    ("character", "kind", "plain"),
    [
        ("\u00d0", "sign", "Đ"),
        ("\u00ad", "invisible", ""),
        ("\u202e", "invisible", ""),
        ("\u2007", "space", " "),
        ("\u2029", "break", "\n"),
        ("\uff13", "sign", "3"),
        ("\uff09", "sign", ")"),
        ("\u2215", "sign", "/"),
        ("\u2013", "dash", "-"),
        ("\u0421", "letter", "C"),
    ],
)
def test_a_character_and_ranges_of_them(character: str, kind: str, plain: str) -> None:
    assert (TABLE[character].kind, TABLE[character].plain) == (kind, plain)


def test_each_character_stands_for_one() -> None:
    assert len(TABLE) == len(characters())


@pytest.mark.parametrize("character", characters(), ids=lambda c: f"U+{ord(c.character):04X}")
def test_a_character_is_none_that_vietnamese_uses(character: Character) -> None:
    assert character.source
    assert len(character.plain) == (character.kind != "invisible")
    assert ord(character.character) > 0x7F or unicodedata.category(character.character) == "Cc"
    assert character.character not in "đĐơƠưƯăĂâÂêÊôÔ“”…"
    assert character.plain not in TABLE

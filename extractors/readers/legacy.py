"""TCVN3 (ABC) and VNI: letters drawn by old fonts over Western code points, turned into Unicode.

Which encoding a stretch is in is told by the name of its font and checked by its letters, or by its letters
alone: the reading that makes the most Vietnamese syllables wins, and only by a clear margin.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from extractors.readers.syllables import letter_statistics

LegacyEncoding = Literal["tcvn3", "vni"]

ENCODINGS: tuple[LegacyEncoding, ...] = ("tcvn3", "vni")

_TABLES = Path(__file__).with_name("tables")

_ENOUGH_VALID = 0.9
_CLEAR_GAIN = 0.15
_ONE_ENCODING = 0.8
_FEWEST_MARKED = 3


@cache
def conversion(encoding: LegacyEncoding) -> tuple[re.Pattern[str], dict[str, str]]:
    """The written forms of an encoding, longest first, as one pattern, and the character of each."""
    with (_TABLES / f"{encoding}.csv").open(encoding="utf-8", newline="") as file:
        table = {row["written"]: row["character"] for row in csv.DictReader(file)}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table


def to_unicode(text: str, encoding: LegacyEncoding) -> str:
    """Converts text whose characters are the encoding's bytes read as Windows-1252.

    "QuyÕt ®Þnh" in TCVN3 and "Quyeát ñònh" in VNI both give "Quyết định".
    """
    pattern, table = conversion(encoding)
    return pattern.sub(lambda match: table[match.group()], text)


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """A rule that tells an encoding by the beginning of a font's name."""

    prefix: str
    encoding: LegacyEncoding


@cache
def legacy_fonts() -> tuple[LegacyFont, ...]:
    """The font families whose names give the encoding away."""
    with (_TABLES / "legacy_fonts.csv").open(encoding="utf-8", newline="") as file:
        names: dict[str, LegacyEncoding] = {name: name for name in ENCODINGS}
        return tuple(LegacyFont(row["prefix"], names[row["encoding"]]) for row in csv.DictReader(file))


def encoding_of_font(name: str | None) -> LegacyEncoding | None:
    """The legacy encoding that a font draws: ".VnTimeH" → tcvn3, "ABCDEF+VNI-Times" → vni."""
    if not name:
        return None
    plain = name.split("+", 1)[-1].strip("'\" ")
    for font in legacy_fonts():
        if plain.startswith(font.prefix):
            return font.encoding
    return None


def draws_capitals(font: str | None) -> bool:
    """True for the TCVN3 fonts that show small letters as capitals: ".VnTimeH"."""
    return bool(font) and encoding_of_font(font) == "tcvn3" and str(font).rstrip("'\" ").endswith("H")


def detect(text: str) -> LegacyEncoding | None:
    """The legacy encoding that makes Vietnamese of `text` where its letters as they stand do not."""
    if text.isascii():
        return None
    as_is = letter_statistics(text)
    if as_is.marked < _FEWEST_MARKED or as_is.valid_share >= _ENOUGH_VALID:
        return None
    best: LegacyEncoding | None = None
    best_share = max(as_is.valid_share + _CLEAR_GAIN, _ONE_ENCODING)
    for encoding in ENCODINGS:
        converted = letter_statistics(to_unicode(text, encoding))
        if converted.marked >= _FEWEST_MARKED and converted.valid_share > best_share:
            best, best_share = encoding, converted.valid_share
    return best


def confirmed(encoding: LegacyEncoding, text: str) -> bool:
    """Whether text in a font of `encoding` really is in it: such fonts also lie over Unicode text."""
    if text.isascii():
        return False
    as_is = letter_statistics(text).valid_share
    converted = letter_statistics(to_unicode(text, encoding)).valid_share
    # Where the letters decide nothing, the font's name does, unless there are letters that it cannot hold.
    return converted > as_is or (
        converted == as_is and not any("\u1e00" <= letter < "\u1f00" for letter in text)
    )

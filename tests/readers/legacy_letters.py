"""Unicode Vietnamese turned into the legacy encodings, to test the way back."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from extractors import readers

TABLES = Path(readers.__file__).with_name("tables")

# TCVN3 fonts have no capitals with tone marks: a small letter stands in a font of capitals.
_NO_CAPITALS = frozenset("tcvn3")


@cache
def table(encoding: str) -> dict[str, str]:
    with (TABLES / f"{encoding}.csv").open(encoding="utf-8", newline="") as file:
        forms: dict[str, str] = {}
        for row in csv.DictReader(file):
            forms.setdefault(row["character"], row["written"])
    return forms


def to_tcvn3(text: str) -> str:
    """As typed in one font: capitals that TCVN3 lacks become small letters."""
    forms = table("tcvn3")
    written = (forms.get(letter) or forms.get(letter.lower()) or letter for letter in text)
    return "".join(written)


def to_vni(text: str) -> str:
    forms = table("vni")
    return "".join(forms.get(letter, letter) for letter in text)

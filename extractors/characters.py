"""Characters as they should be: no look-alikes, no blanks of other kinds, no dashes in the place of hyphens.

Every replacement here keeps the length of the text, and so every offset; what takes no room on paper is cut
out by `extractors.text`, which keeps the way back. Which character stands for which is in a table.
"""

from __future__ import annotations

import re

import ontology
from extractors import letters
from ontology import CharacterKind


def _of(*kinds: CharacterKind) -> dict[str, str]:
    return {c.character: c.plain for c in ontology.characters() if c.kind in kinds}


ANYWHERE = _of("space", "break", "sign")
FOREIGN = _of("letter")
"""Letters of other alphabets, and the Latin ones they look like."""
DASHES = _of("dash")
INVISIBLE = "".join(_of("invisible"))
"""Characters that take no room on paper, to stand inside a character class."""

MARKS = "\u0300-\u036f"
ODD = re.compile(f"[{''.join(ANYWHERE)}{''.join(FOREIGN)}{INVISIBLE}{MARKS}]")
"""Whatever makes a text need more than a look."""

LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# "Т" in "Тhông tư", "о" in "Quyết định sо": a letter of another alphabet beside a Latin one.
BESIDE_LATIN = re.compile(
    rf"(?<=[{LATIN}{INVISIBLE}])[{''.join(FOREIGN)}]+|[{''.join(FOREIGN)}]+(?=[{INVISIBLE}{MARKS}]*[{LATIN}])"
)

# "51–KL/TW", "QĐ–UBND": a dash glued to the parts of a number; "51 – KL/TW", "08/2021/NĐ – CP": with blanks.
_DASH_IN_NUMBER = (
    r"{0}(?:(?<=[\dA-ZĐ]{0})(?=[A-ZĐ])|(?<=\d\ {0})(?=\ ?[A-ZĐ]{{2,4}}[rg]?/[A-ZĐ])"
    r"|(?:(?<=/[A-ZĐ]{{2}}\ {0})|(?<=/[A-ZĐ]{{2}}[A-ZĐrg]\ {0})|(?<=/[A-ZĐ]{{4}}\ {0}))(?=\ [A-ZĐ]{{2}}))"
)
IN_NUMBER = {dash: letters.compile(_DASH_IN_NUMBER.format(dash)) for dash in DASHES}
"""For each dash where it stands inside a number."""
IN_NUMBER_EXAMPLES = ("51–KL/TW", "QĐ–UBND", "51 – KL/TW", "51 –KL/TW", "08/2021/NĐ – CP", "12/TTr – STC")


def plain_characters(text: str) -> str:
    """The text with each look-alike as what it looks like; as long as before."""
    present = set(ODD.findall(text))
    if not present.isdisjoint(FOREIGN):
        text = BESIDE_LATIN.sub(lambda run: "".join(map(FOREIGN.__getitem__, run[0])), text)
    for odd in present.intersection(ANYWHERE):
        text = text.replace(odd, ANYWHERE[odd])
    return text


def plain_dashes(text: str) -> str:
    """The text with a hyphen for each dash inside a number; as long as before."""
    for dash, hyphen in DASHES.items():
        if dash in text:
            text = IN_NUMBER[dash].sub(hyphen, text)
    return text

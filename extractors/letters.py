"""Vietnamese capitals and small letters for patterns.

In the patterns of this package `À-Ỹ` inside a character class means every marked capital and `à-ỹ` every
marked small letter. As code points neither is a range: À…Ỹ (U+00C0–U+1EF8) takes in small letters as well.
`compile` puts the letters themselves in their place.
"""

from __future__ import annotations

import re

MARKED_CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
MARKED_SMALL = MARKED_CAPITALS.lower()


def spelled(pattern: str) -> str:
    """A pattern with the letters in place of `À-Ỹ` and `à-ỹ`."""
    return pattern.replace("À-Ỹ", MARKED_CAPITALS).replace("à-ỹ", MARKED_SMALL)


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile` for patterns that name Vietnamese letters."""
    return re.compile(spelled(pattern), flags)

"""Committees that issue documents and stand in no table, as letterheads name them.

A letterhead writes "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ" below the body that set the committee up; its full name has
small letters and the place it works for: "Ban Chỉ đạo chuyển đổi số tỉnh Quảng Nam".
"""

from __future__ import annotations

from extractors import letters
from extractors.home import Home

# The word that opens such a name: "BAN CHỈ ĐẠO ", "HỘI ĐỒNG "
OPENER = letters.compile(
    r"\b(?P<word>BAN\s+CHỈ\s+ĐẠO|BCĐ|BAN\s+CÁN\s+SỰ\s+ĐẢNG|ĐẢNG\s+ĐOÀN|ĐẢNG\s+ỦY|HỘI\s+ĐỒNG(?!\s+NHÂN))\b"
)
FULL_WORDS = {
    "BAN CHỈ ĐẠO": "Ban Chỉ đạo",
    "BCĐ": "Ban Chỉ đạo",
    "BAN CÁN SỰ ĐẢNG": "Ban Cán sự đảng",
    "ĐẢNG ĐOÀN": "Đảng đoàn",
    "ĐẢNG ỦY": "Đảng ủy",
    "HỘI ĐỒNG": "Hội đồng",
}

# The place in a name, which the home writes better: " TỈNH LÀO CAI", " cấp tỉnh"
PLACE = letters.compile(
    r"\s+(?:CẤP\s+)?(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|XÃ(?!\s+HỘI)|PHƯỜNG)\b.*\Z"
    r"|\s+cấp\s+tỉnh\b.*\Z"
)

# What does not belong to the name at the end of a letterhead: " *", " |"
TRAILING = letters.compile(r"[\s|*_=.:-]+\Z")

# A word in capitals without one is a short form: "MTQG".
VOWEL = letters.compile("[AEIOUYÀ-Ỹ]")

PROPER = {
    "trung ương": "Trung ương",
    "chính phủ": "Chính phủ",
    "quốc hội": "Quốc hội",
    "việt nam": "Việt Nam",
}
"""Words that keep their capital inside a name written in small letters."""


def committee_of(letterhead: str, home: Home) -> str | None:
    """The full name of the committee that ends a letterhead; None where none does or it is not said which."""
    found = OPENER.search(letterhead)
    if found is None:
        return None
    task = PLACE.sub("", TRAILING.sub("", letterhead[found.end() :])).strip()
    if not task:
        return None
    word = FULL_WORDS[" ".join(found["word"].split())]
    unit = home.unit if home.level != "central" else None
    return " ".join(part for part in (word, _in_small_letters(task), unit) if part)


def _in_small_letters(words: str) -> str:
    if not words.isupper():
        return words
    low = " ".join(word.lower() if VOWEL.search(word) else word for word in words.split())
    for small, proper in PROPER.items():
        low = low.replace(small, proper)
    return low

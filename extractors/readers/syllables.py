"""Is a written word a Vietnamese syllable? The measure of how well letters were read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))

# Onset and rime of a syllable without its tone, in decomposed letters ("đ" has no decomposition):
# "nghiêng" = ngh + iêng, "quyết" = qu + yêt, "ủy" = uy.
_A = "a[\u0302\u0306]?"
_SYLLABLE = re.compile(
    rf"""
    (?: ngh | ng | nh | n | gh | gi | g | kh | k | ph | p | th | tr | t | ch | c | qu | [bdđhlmrsvx] )?
    (?: {_A} (?: ch | ng | nh | [cmnpt] | [iyou] )?
      | e\u0302? (?: ch | ng | nh | [cmnpt] | [ou] )?
      | i (?: e\u0302 (?: ng | [cmnptu] )? | a | ch | nh | [mnptuc] )?
      | o[\u0302\u031b]? (?: ng | [cmnpti] )?
      | o (?: a\u0306? (?: ch | ng | nh | [cmnptiyo] )? | e (?: [nmto] )? | o (?: ng | c ) )
      | u (?: o\u0302 (?: ng | [cmnti] )? | a | ng | [cmnpti] )?
      | u (?: a\u0302 (?: ng | [ntypc] )? | e\u0302 (?: ch | nh | [nt] )? | o\u031b | y
            | ye\u0302 (?: n | t | nh )? | y (?: a | ch | nh | [ntup] ) | a\u0306 (?: ng | [cmnpt] )?
            | e (?: o | n | t | m )? | a (?: ch | ng | nh | [cmnptiyo] )? )
      | u\u031b (?: o\u031b (?: ng | [cmnptiu] )? | a | ng | [cmntiu] )?
      | y (?: e\u0302 (?: ng | [mntu] )? | t | m | n | nh | a )?
    )
    """,
    re.VERBOSE,
)
# Signs between letters (© ® µ ¸ …) belong to the word: in a legacy encoding they are its letters.
_SIGNS = "\u00a8-\u00aa\u00ac\u00ae\u00b5-\u00b9\u00bc-\u00be"
_WORD = re.compile(rf"[^\W\d_]+(?:[\u0300-\u036f{_SIGNS}]+[^\W\d_]*|[\u00ab\u00bb][^\W\d_]+)*")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """True for a well-formed Vietnamese syllable with at most one tone: "Nghị", "định", "ỦY", not "NghÞ"."""
    letters = unicodedata.normalize("NFD", word.lower())
    bare = letters.translate(_TONES)
    return len(letters) - len(bare) <= 1 and _SYLLABLE.fullmatch(bare) is not None


@dataclass(frozen=True, slots=True)
class LetterStatistics:
    """Of the words of a text: how many hold a letter beyond ASCII, and how many of those are syllables.

    Words whose only such letter is "Đ" do not count: most are abbreviations (QĐ, NĐ-CP, BGDĐT).
    `orphans` counts accents and accented vowels that stand alone where a word should be whole.
    """

    words: int
    marked: int
    marked_valid: int
    orphans: int

    @property
    def marked_share(self) -> float:
        """Share of words with letters beyond ASCII; 0.6 to 0.8 in Vietnamese prose."""
        return self.marked / self.words if self.words else 0.0

    @property
    def valid_share(self) -> float:
        """Share of those that are Vietnamese syllables; above 0.98 in clean text, 1 where there are none."""
        return self.marked_valid / self.marked if self.marked else 1.0


# The letter comes first and its neighbours after, so that a search leaps from one such letter to the next.
_ORPHAN = re.compile(
    r"[\u0300\u0301\u0303\u0309\u0323\u00b4\u02c6\u02dc\u02d8]"
    r"(?=\s|[^\W\d_])(?<![^\W\d_].)(?<![\u0300-\u036f].)"
)
_LONE_VOWEL = re.compile(r"[ằắẳẵặầấẩẫậềếểễệốổỗộớỡợứửữựịỉĩủũụảã](?= )(?<=[^\W\d_] .)")
_CROSSED_D = {ord("đ"): "d", ord("Đ"): "D", ord("Ð"): "D"}
_SAMPLE = 9_000


def letter_statistics(text: str) -> LetterStatistics:
    """Counts over the text, or over three stretches of a long one."""
    if len(text) > _SAMPLE:
        third, middle = _SAMPLE // 3, len(text) // 2
        text = text[:third] + " " + text[middle : middle + third] + " " + text[-third:]
    counts = Counter(_WORD.findall(text))
    marked = {word: count for word, count in counts.items() if not word.translate(_CROSSED_D).isascii()}
    return LetterStatistics(
        words=counts.total(),
        marked=sum(marked.values()),
        marked_valid=sum(count for word, count in marked.items() if is_syllable(word)),
        orphans=len(_ORPHAN.findall(text)) + len(_LONE_VOWEL.findall(text)),
    )

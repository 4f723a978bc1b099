"""How far the letters of a text can be trusted, and what to say where they cannot."""

from __future__ import annotations

from dataclasses import replace

from extractors.models import Extraction
from extractors.readers.models import Note
from extractors.readers.syllables import LetterStatistics, letter_statistics

DOUBTFUL = 0.9
"""Below this quality a note says why, and the citations of the document carry the doubt."""

_ENOUGH_WORDS = 20
_CLEAN_VALID_SHARE = 0.96
_FEWEST_MARKED_SHARE = 0.3


DOUBT_RULE = "doubtful_text"
"""Stands among the rules of a citation that was read from a doubtful text."""


def doubted(extraction: Extraction, quality: float) -> Extraction:
    """What was extracted from a text of this quality: where it is doubtful, all of it is less certain.

    The confidence of a citation or a clause on effect is multiplied by the quality; a citation's rules say
    so.
    """
    if quality >= DOUBTFUL:
        return extraction
    citations = tuple(
        replace(
            citation,
            confidence=round(citation.confidence * quality, 4),
            rules=(*citation.rules, DOUBT_RULE),
        )
        for citation in extraction.citations
    )
    effects = tuple(
        replace(clause, confidence=round(clause.confidence * quality, 4)) for clause in extraction.effects
    )
    return replace(extraction, citations=citations, effects=effects)


def quality_of(text: str) -> tuple[float, tuple[Note, ...]]:
    """A confidence from 0 to 1 in the text's letters, with notes where it is doubtful.

    Clean Vietnamese is 1. Wrong letters, orphan accents, replacement characters and missing diacritics lower
    it.
    """
    statistics = letter_statistics(text)
    if statistics.words < _ENOUGH_WORDS:
        return 1.0, ()
    quality = 1.0
    notes: list[Note] = []
    if _wrong_share(statistics) > 0:
        quality -= min(0.9, 2 * _wrong_share(statistics))
        notes.append(
            Note(
                "letters_doubtful",
                f"Khoảng {_percent(1 - statistics.valid_share)} từ có dấu không phải âm tiết tiếng Việt: "
                "chữ có thể đã bị đọc sai.",
                f"About {_percent(1 - statistics.valid_share)} of the words with diacritics are no "
                "Vietnamese syllables: letters may have been misread.",
            )
        )
    orphans = statistics.orphans / statistics.words
    if orphans > 0.02:
        quality -= min(0.5, 5 * orphans)
        notes.append(
            Note(
                "orphan_accents",
                "Nhiều dấu thanh đứng rời khỏi chữ.",
                "Many accents stand apart from their letters.",
            )
        )
    replaced = text.count("\ufffd")
    if replaced:
        quality -= min(0.5, 0.05 + 20 * replaced / len(text))
        notes.append(
            Note(
                "characters_lost",
                f"{replaced} ký tự không giải mã được (hiện là \ufffd).",
                f"{replaced} characters could not be decoded (shown as \ufffd).",
            )
        )
    if statistics.marked_share < _FEWEST_MARKED_SHARE and looks_vietnamese_without_marks(text):
        quality -= 0.4
        notes.append(
            Note(
                "diacritics_missing",
                "Văn bản tiếng Việt hầu như không có dấu.",
                "A Vietnamese text almost without diacritics.",
            )
        )
    return max(0.0, round(quality, 3)), tuple(notes)


_COMMON_BARE = frozenset(
    ("cua", "cac", "cho", "theo", "quy", "dinh", "nghi", "quyet", "thong", "tu", "uy", "nhan", "dan", "ngay")
)


def looks_vietnamese_without_marks(text: str) -> bool:
    """True where the common words of Vietnamese documents stand without their diacritics."""
    words = text[:20_000].lower().split()
    return bool(words) and sum(word in _COMMON_BARE for word in words) > 0.08 * len(words)


def _wrong_share(statistics: LetterStatistics) -> float:
    return max(0.0, _CLEAN_VALID_SHARE - statistics.valid_share)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"

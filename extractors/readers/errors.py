"""Why a file could not be read, said to a person: what is wrong, and what to do about it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["vi", "en"]


class Reason(StrEnum):
    """Stable codes of the reasons; their words are rows of `tables/reasons.csv`."""

    NOT_FOUND = "not_found"
    NO_ACCESS = "no_access"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    BINARY = "binary"
    UNKNOWN_FORMAT = "unknown_format"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    OUTLOOK = "outlook"
    PACKED = "packed"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_MEMBERS = "too_many_members"
    TOO_DEEP = "too_deep"
    BOMB = "bomb"
    TOO_SLOW = "too_slow"
    UNSAFE_XML = "unsafe_xml"
    LIBRARY_MISSING = "library_missing"
    TOOL_MISSING = "tool_missing"
    TOOL_FAILED = "tool_failed"
    OCR_OFF = "ocr_off"
    OCR_MISSING = "ocr_missing"
    OCR_LANGUAGE_MISSING = "ocr_language_missing"
    BAD_COLUMNS = "bad_columns"
    NEEDS_CORPUS = "needs_corpus"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said for a reason, with `{placeholders}`, in both languages."""

    message_vi: str
    message_en: str
    advice_vi: str
    advice_en: str


@cache
def wordings() -> dict[Reason, Wording]:
    """The words for each reason."""
    path = Path(__file__).with_name("tables") / "reasons.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {Reason(row.pop("code")): Wording(**row) for row in csv.DictReader(file)}


class UnreadableFile(Exception):
    """A file that gives no text, with the `reason` (a stable code) and what to do about it.

    `details` fill the placeholders of the reason's words, e.g. `pages=12000, limit=5000`.
    """

    def __init__(self, reason: Reason, **details: object) -> None:
        self.reason = reason
        self.details = details
        super().__init__(f"{reason}: {self.message('en')}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.reason, self.details)

    def message(self, lang: Language = "vi") -> str:
        """What is wrong."""
        words = wordings()[self.reason]
        return _fill(words.message_vi if lang == "vi" else words.message_en, self.details)

    def advice(self, lang: Language = "vi") -> str:
        """What the reader of the message can do."""
        words = wordings()[self.reason]
        return _fill(words.advice_vi if lang == "vi" else words.advice_en, self.details)


def _rebuild(reason: Reason, details: dict[str, object]) -> UnreadableFile:
    return UnreadableFile(reason, **details)


class _Blanks(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def _fill(template: str, details: dict[str, object]) -> str:
    return template.format_map(_Blanks(details))

"""Texts of documents made fit to be shown: they are hostile until they have passed here or autoescape."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from markupsafe import Markup

from kg.models import EvidenceRef

_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
# Marks that turn the direction of text round, with which a document could make a line read as another.
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Text as one plain line: no control character or direction mark, white space folded.

    Example: `"Kế hoạch\\r\\n số\\x1b[31m 38"` → `"Kế hoạch số [31m 38"`, which no terminal obeys.
    """
    return _CONTROL.sub(" ", _DIRECTION.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Quotation:
    """An evidence sentence in three plain parts: what is before the mention, the mention, what is after."""

    before: str
    mention: str
    after: str


def quotation(evidence: EvidenceRef) -> Quotation:
    """The evidence sentence with the mention of the instrument set apart, where it lies inside."""
    text = evidence.text
    start, end = evidence.quote_start - evidence.start, evidence.quote_end - evidence.start
    if evidence.quote and text[start:end] != evidence.quote:
        # The text leaves out what stands between its lines: furniture, other items of the list.
        start = text.rfind(evidence.quote)
        end = start + len(evidence.quote)
    if not 0 <= start < end <= len(text):
        return Quotation(plain(text), "", "")
    before, mention, after = plain(text[:start]), plain(text[start:end]), plain(text[end:])
    return Quotation(
        before + " " if before and text[start - 1].isspace() else before,
        mention,
        " " + after if after and text[end].isspace() else after,
    )


def script_json(data: object) -> Markup:
    """JSON that can stand inside a script element: nothing in it can close the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)

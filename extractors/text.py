"""A document's text made uniform for reading, with a way back to every raw offset.

The rest of the package reads `SourceText.flow`: composed letters (NFC), one Đ, plain spaces, and page
furniture blanked out (`extractors.furniture`). Almost every document keeps its length in this, so that an
offset into `flow` is an offset into the raw text; only decomposed or invisible characters need the map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.models import Span

# Letters that Vietnamese keyboards and fonts produce in place of Đ, and spaces that are not U+0020.
LOOK_ALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-",
}  # fmt: skip
INVISIBLE = "\u200b-\u200d\u2060\ufeff\u00ad"
ODD = re.compile(f"[{''.join(LOOK_ALIKES)}{INVISIBLE}\u0300-\u036f]")
SUSPECT = re.compile(f"[{INVISIBLE}\u0300-\u036f]")

# A letter with combining marks behind it, or a character that takes no room on paper.
DECOMPOSED = re.compile(rf"[^\W\d_][\u0300-\u036f]+|[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """`raw` as given; `flow` as read. `offsets[i]` is the raw offset of `flow[i]`, None where they agree."""

    raw: str
    flow: str
    offsets: array[int] | None = None

    def raw_span(self, start: int, end: int) -> Span:
        """The raw range of a range of `flow`."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])


def compose(raw: str) -> tuple[str, array[int] | None]:
    """Composed letters and plain look-alikes, with the raw offset of each character (None: unchanged)."""
    if raw.isascii() or not ODD.search(raw):
        return raw, None
    text, offsets = _compose_mapped(raw) if SUSPECT.search(raw) else (raw, None)
    for odd, plain in LOOK_ALIKES.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text, offsets


def _compose_mapped(raw: str) -> tuple[str, array[int]]:
    parts: list[str] = []
    offsets: array[int] = array("q")
    done = 0
    for match in DECOMPOSED.finditer(raw):
        start, end = match.span()
        parts.append(raw[done:start])
        offsets.extend(range(done, start))
        composed = unicodedata.normalize("NFC", match[0]) if end - start > 1 else ""
        parts.append(composed)
        offsets.extend([start] * len(composed))
        done = end
    parts.append(raw[done:])
    offsets.extend(range(done, len(raw) + 1))
    return "".join(parts), offsets


def blank(text: str, spans: Iterable[Span]) -> str:
    """`text` with every range of `spans` (sorted, apart) made white, its first character a line break."""
    parts: list[str] = []
    done = 0
    for span in spans:
        parts.append(text[done : span.start])
        parts.append("\n" + " " * (span.end - span.start - 1))
        done = span.end
    if not parts:
        return text
    parts.append(text[done:])
    return "".join(parts)

"""RTF control words by what they mean to a reader of text (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

SYMBOLS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
}
"""Control words that stand for a character."""


@cache
def skipped_destinations() -> frozenset[str]:
    """Groups that hold no text of the document, or text that repeats on every page."""
    path = Path(__file__).with_name("tables") / "rtf_destinations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


CODE_PAGE_OF_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Windows character sets of fonts; 163 is Vietnamese. Others follow the document's code page."""

PARAGRAPH_ENDS = frozenset({"par", "sect", "page"})
LABELS = frozenset({"listtext", "pntext"})
READ_THOUGH_STARRED = frozenset({"footnote", "shptxt", "shpinst"})

_OF_FONT_TABLE = frozenset({"fonttbl", "f", "fcharset", "panose", "falt", "fname", "fontemb", "fontfile"})
_OF_TEXT = frozenset({"plain", "v", "deleted", "uc", "deff", "ansicpg", "footnote"})
_OF_LAYOUT = frozenset({"pard", "intbl", "outlinelevel", "trowd", "cell", "nestcell", "row", "nestrow"})
MEANT = (
    PARAGRAPH_ENDS | LABELS | READ_THOUGH_STARRED | _OF_FONT_TABLE | _OF_TEXT | _OF_LAYOUT | SYMBOLS.keys()
)
"""The control words that a reader of text heeds."""

"""Markdown inside a text: marks that no reader sees are cut out, table bars become walls.

`**Nghị quyết số 57\\-NQ/TW**` is read as `Nghị quyết số 57-NQ/TW`; the target of a link is no text; a heading
loses its `#`. Each cell of a table becomes a paragraph of its own behind a line that holds a bar alone: no
name, list or sentence runs over it.
"""

from __future__ import annotations

import re

from extractors.text import Edit

# A mark with the text that replaces it and an example of what it reads. Each begins with a rare letter.
STRONG = re.compile(r"\*\*+")
STRONG_BARS = re.compile(r"__(?!_)(?<!___)(?:(?=\w)|(?<=\w__))")
ITALIC = re.compile(r"\*(?<![\w*]\*)(?=[^\s*)])[^*\n]{1,600}(?<=\S)\*(?![\w*])")
ESCAPE = re.compile(r"\\(?=[-.&_*#()\[\]!+>~|:])")
LINK = re.compile(r"\[(?P<label>[^\[\]\n]{1,300})\]\((?:[a-z]{2,8}:|[/#])[^\s()]{0,2000}\)")
HEADING = re.compile(r"\n *#{1,6} +")
FIRST_HEADING = re.compile(r" *#{1,6} +")
# One bar, or all bars and rules between two cells: "| |", "|\n|---|---|\n|".
BARS = re.compile(r"\|(?:[ \n:|-]*\|)? *")
WALL = "\n\n|\n\n"

EXAMPLES = {
    "**Nghị quyết** số 57": "Nghị quyết số 57",
    "__Nghị quyết__ số 57": "Nghị quyết số 57",
    "*Căn cứ Luật Giáo dục;*": "Căn cứ Luật Giáo dục;",
    r"số 57\-NQ/TW": "số 57-NQ/TW",
    "theo [Nghị quyết 57](https://a.vn/57-NQ/TW)": "theo Nghị quyết 57",
    "\n## KẾ HOẠCH": "\nKẾ HOẠCH",
    "1 | Luật A |\n| 2": f"1 {WALL}Luật A {WALL}2",
}


def unmark(text: str) -> list[Edit]:
    """The edits (sorted, apart) that make the marks of a text invisible."""
    edits: list[Edit] = []
    if "*" in text:
        edits.extend((*m.span(), "") for m in STRONG.finditer(text))
        for match in ITALIC.finditer(text):
            edits += [(match.start(), match.start() + 1, ""), (match.end() - 1, match.end(), "")]
    if "_" in text:
        edits.extend((*m.span(), "") for m in STRONG_BARS.finditer(text))
    if "\\" in text:
        edits.extend((*m.span(), "") for m in ESCAPE.finditer(text))
    if "]" in text and "](" in text:
        for match in LINK.finditer(text):
            edits.extend(_unlinked(match))
    if "#" in text:
        edits.extend((m.start() + 1, m.end(), "") for m in HEADING.finditer(text))
        if first := FIRST_HEADING.match(text):
            edits.append((0, first.end(), ""))
    if "|" in text:
        edits.extend((*m.span(), WALL) for m in BARS.finditer(text))
    return _apart(edits)


def _unlinked(match: re.Match[str]) -> list[Edit]:
    """The label alone; one of figures alone, as a footnote's mark has it, keeps its brackets."""
    if match["label"].strip("\\").isdigit():
        return [(match.end("label") + 1, match.end(), "")]
    return [(match.start(), match.start() + 1, ""), (match.end("label"), match.end(), "")]


def _apart(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for change in sorted(edits):
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept

"""The letters of a PDF page and the lines drawn on it, with their places, from PDFium or from pdfplumber."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

PDFIUM = threading.Lock()
"""PDFium serves one thread at a time; whoever calls it holds this."""


class Glyph(NamedTuple):
    """One letter: its left and right edge, baseline from the top of the page, size, all in points."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    font: str | None


class Rule(NamedTuple):
    """A straight line drawn on the page, as a box from the top; tables are made of them."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """What one page shows. `unmapped` counts letters whose font does not say which letters they are."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    horizontal: tuple[Rule, ...] = ()
    vertical: tuple[Rule, ...] = ()
    unmapped: int = 0
    pictures: int = 0


_THIN = 3.0
_SHORTEST = 12.0
_MOST_RULES = 4_000
_LARGE_PICTURE = 0.3
_HYPHENS = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}
_WIDEST_SMALL = 0.75
"""In letter sizes: letters from a substitute font may claim the blank after them as well."""


def from_pdfium(page: pdfium.PdfPage, number: int) -> PageGlyphs:
    """Letters and rules of a page; pages turned by a quarter are turned back."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    text_page = page.get_textpage()
    try:
        glyphs, unmapped = _glyphs(text_page.raw, _turn(rotation, width, height))
    finally:
        text_page.close()
    horizontal, vertical, pictures = _drawn(page, rotation, width, height)
    return PageGlyphs(number, width, height, glyphs, horizontal, vertical, unmapped, pictures)


def _turn(rotation: int, width: float, height: float) -> tuple[float, float, float, float, float, float]:
    """The matrix from PDF coordinates to coordinates from the top left of the page as shown."""
    return {
        90: (0.0, 1.0, 0.0, 1.0, 0.0, 0.0),
        180: (-1.0, 0.0, width, 0.0, 1.0, 0.0),
        270: (0.0, -1.0, width, -1.0, 0.0, height),
    }.get(rotation, (1.0, 0.0, 0.0, 0.0, -1.0, height))


def _glyphs(page: Any, matrix: tuple[float, ...]) -> tuple[tuple[Glyph, ...], int]:
    a, b, c, d, e, f = matrix
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    loose_box = raw.FPDFText_GetLooseCharBox
    glyphs: list[Glyph] = []
    unmapped = 0
    heights: dict[tuple[float, float], tuple[float, float, str | None]] = {}
    for index, code in _codes(page):
        if code == 32 and raw.FPDFText_IsGenerated(page, index):
            continue
        if code == 0 or not loose_box(page, index, box_at):
            unmapped += code == 0
            continue
        # Letters of one font on one baseline share the height of their boxes: each height is asked for once.
        extent = d * box.left + e * box.bottom, d * box.right + e * box.top
        known = heights.get(extent)
        if known is None:
            size = raw.FPDFText_GetFontSize(page, index)
            if size <= 1.0:
                size = abs(extent[1] - extent[0]) or 1.0
            raw.FPDFText_GetCharOrigin(page, index, x_at, y_at)
            known = size, d * x.value + e * y.value + f, _font_name(page, index)
            heights[extent] = known
        size, baseline, font = known
        if 0xE000 <= code < 0xF900 or code == 0xFFFD:
            unmapped += 1
        text = _HYPHENS.get(code) or chr(code)
        if 0x300 <= code < 0x370 and glyphs:
            glyphs[-1] = glyphs[-1]._replace(text=glyphs[-1].text + text)
            continue
        left, right = a * box.left + b * box.bottom + c, a * box.right + b * box.top + c
        if right < left:
            left, right = right, left
        if right - left > _WIDEST_SMALL * size and text.islower() and text not in "mw":
            right = left + _WIDEST_SMALL * size
        glyphs.append(Glyph(left, right, baseline, size, text, font))
    return tuple(glyphs), unmapped


def _codes(page: Any) -> Iterator[tuple[int, int]]:
    """Index and code point of each letter; line ends that PDFium adds are left out."""
    code_of = raw.FPDFText_GetUnicode
    high = 0
    for index in range(raw.FPDFText_CountChars(page)):
        code = code_of(page, index)
        if code in (10, 13):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        yield index, code


def _font_name(page: Any, index: int) -> str | None:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(page, index, buffer, 128, ctypes.byref(flags))
    if not 1 < length <= 128:
        return None
    return buffer.raw[: length - 1].decode("utf-8", errors="replace")


def _drawn(
    page: pdfium.PdfPage, rotation: int, width: float, height: float
) -> tuple[tuple[Rule, ...], tuple[Rule, ...], int]:
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    pictures = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(count):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(
            item, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
        ):
            continue
        box_width, box_height = right.value - left.value, top.value - bottom.value
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += box_width * box_height > _LARGE_PICTURE * width * height
        elif rotation == 0 and len(horizontal) + len(vertical) < _MOST_RULES:
            box = Rule(left.value, height - top.value, right.value, height - bottom.value)
            _add_rules(box, horizontal, vertical)
    return tuple(horizontal), tuple(vertical), pictures


def _add_rules(box: Rule, horizontal: list[Rule], vertical: list[Rule]) -> None:
    """A thin box is a line; a large one has four edges."""
    wide, tall = box.x1 - box.x0 >= _SHORTEST, box.y1 - box.y0 >= _SHORTEST
    if wide and box.y1 - box.y0 <= _THIN:
        horizontal.append(box)
    elif tall and box.x1 - box.x0 <= _THIN:
        vertical.append(box)
    elif wide and tall:
        horizontal.append(Rule(box.x0, box.y0, box.x1, box.y0))
        horizontal.append(Rule(box.x0, box.y1, box.x1, box.y1))
        vertical.append(Rule(box.x0, box.y0, box.x0, box.y1))
        vertical.append(Rule(box.x1, box.y0, box.x1, box.y1))


def from_pdfplumber(page: Any, number: int) -> PageGlyphs:
    """The same from pdfplumber, which reads some fonts that PDFium gives no letters for."""
    glyphs = tuple(
        Glyph(
            float(char["x0"]),
            float(char["x1"]),
            float(char["bottom"]) - 0.2 * float(char["size"]),
            float(char["size"]) or 1.0,
            str(char["text"]),
            char.get("fontname"),
        )
        for char in page.chars
        if char.get("upright", True)
    )
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for item in (*page.lines, *page.rects)[:_MOST_RULES]:
        box = Rule(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
        _add_rules(box, horizontal, vertical)
    unmapped = sum(glyph.text.startswith("(cid:") for glyph in glyphs)
    return PageGlyphs(
        number,
        float(page.width),
        float(page.height),
        glyphs,
        tuple(horizontal),
        tuple(vertical),
        unmapped,
        len(page.images),
    )

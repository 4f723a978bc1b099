"""What an OpenDocument's styles say: the font of a style, the levels of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.numbering import Level

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """Fonts by style with the style each is based on, list levels by list style, styles of hidden text."""

    fonts: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, roots: Iterable[etree._Element]) -> OdtStyles:
        """From the parts of a document that hold styles."""
        styles = cls()
        for root in roots:
            families = {
                face.get(STYLE + "name"): (face.get(SVG + "font-family") or "").strip("'\"")
                for face in root.iter(STYLE + "font-face")
            }
            for element in root.iter(STYLE + "style"):
                styles._add(element, families)
            for element in root.iter(TEXT + "list-style"):
                name = element.get(STYLE + "name")
                if name:
                    styles.lists[name] = _levels(element)
        return styles

    def _add(self, element: etree._Element, families: dict[str | None, str]) -> None:
        name = element.get(STYLE + "name")
        if not name:
            return
        properties = element.find(STYLE + "text-properties")
        if properties is not None:
            face = properties.get(STYLE + "font-name")
            font = families.get(face) or properties.get(FO + "font-family")
            if font:
                self.fonts[name] = font.strip("'\"")
            if properties.get(TEXT + "display") == "none":
                self.hidden.add(name)
        parent = element.get(STYLE + "parent-style-name")
        if parent:
            self.parents[name] = parent

    def font_of(self, style: str | None) -> str | None:
        """The font of a style or of the one it is based on."""
        for _ in range(_DEEPEST_STYLE):
            if style is None or style in self.fonts:
                break
            style = self.parents.get(style)
        return self.fonts.get(style) if style else None

    def levels_of(self, style: str | None) -> dict[int, Level]:
        """The levels of a list style by depth, from 0."""
        return self.lists.get(style or "", {})


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in element:
        if not isinstance(level.tag, str):
            continue
        depth = _number(level.get(TEXT + "level"), 1) - 1
        if level.tag == TEXT + "list-level-style-number":
            levels[depth] = _numbered(level, depth)
        elif level.tag == TEXT + "list-level-style-bullet":
            levels[depth] = Level("bullet", "")
        else:
            levels[depth] = Level("none", "")
    return levels


def _numbered(level: etree._Element, depth: int) -> Level:
    form = level.get(STYLE + "num-format") or "none"
    pattern = level.get(
        "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
    )
    if pattern is not None:
        for index in range(1, 11):
            pattern = pattern.replace(f"%{index}%", f"%{index}")
    else:
        shown = _number(level.get(TEXT + "display-levels"), 1)
        places = ".".join(f"%{index + 1}" for index in range(max(0, depth + 1 - shown), depth + 1))
        pattern = (level.get(STYLE + "num-prefix") or "") + places + (level.get(STYLE + "num-suffix") or "")
    return Level(form, pattern, _number(level.get(TEXT + "start-value"), 1))


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdigit() else default

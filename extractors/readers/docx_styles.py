"""What a Word document's styles and list definitions say of a paragraph: font, heading level, list number."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.numbering import Level, ListCounter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DEEPEST_STYLE = 20


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute in Word's namespace."""
    return None if element is None else element.get(W + name)


def is_on(value: etree._Element | str | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not set to false."""
    if value is None:
        return False
    if not isinstance(value, str):
        value = attribute(value)
    return value not in {"0", "false", "off"}


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    font: str | None
    level: int | None
    list_id: str | None
    list_depth: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph and character styles of a document."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_font: str | None = None

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """From `styles.xml`."""
        if root is None:
            return cls()
        styles: dict[str, _Style] = {}
        default = None
        for element in root.findall(W + "style"):
            identifier = attribute(element, "styleId")
            if identifier is None:
                continue
            properties = element.find(W + "pPr")
            numbering = None if properties is None else properties.find(W + "numPr")
            styles[identifier] = _Style(
                based_on=attribute(element.find(W + "basedOn")),
                font=_font(element.find(W + "rPr")),
                level=_outline(properties),
                list_id=None if numbering is None else attribute(numbering.find(W + "numId")),
                list_depth=0 if numbering is None else _number(attribute(numbering.find(W + "ilvl")), 0),
            )
            if attribute(element, "type") == "paragraph" and is_on(attribute(element, "default") or "0"):
                default = identifier
        return cls(styles, default, _font(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))

    def of_paragraph(self, properties: etree._Element | None) -> str | None:
        """The style of a paragraph, by name or by default."""
        named = None if properties is None else attribute(properties.find(W + "pStyle"))
        return named or self.default_paragraph

    def _chain(self, name: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while name in self.styles and len(chain) < _DEEPEST_STYLE:
            style = self.styles[name]
            chain.append(style)
            name = style.based_on
        return chain

    def font_of(self, run_properties: etree._Element | None, paragraph_style: str | None) -> str | None:
        """The font of a run: its own, its character style's, the paragraph style's, the document's."""
        own = _font(run_properties)
        if own is not None:
            return own
        if run_properties is not None:
            for style in self._chain(attribute(run_properties.find(W + "rStyle"))):
                if style.font is not None:
                    return style.font
        for style in self._chain(paragraph_style):
            if style.font is not None:
                return style.font
        return self.default_font

    def heading_level(self, properties: etree._Element | None, style: str | None) -> int | None:
        """The outline level, 1 for the highest, or None for body text."""
        own = _outline(properties)
        if own is not None:
            return own
        return next((style.level for style in self._chain(style) if style.level is not None), None)

    def numbering_of(self, style: str | None) -> tuple[str, int] | None:
        """The list and depth that a style puts its paragraphs in."""
        for link in self._chain(style):
            if link.list_id is not None:
                return link.list_id, link.list_depth
        return None


def _font(properties: etree._Element | None) -> str | None:
    fonts = None if properties is None else properties.find(W + "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")


def _outline(properties: etree._Element | None) -> int | None:
    text = None if properties is None else attribute(properties.find(W + "outlineLvl"))
    level = _number(text, 9) + 1
    return level if level <= 9 else None


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs are read in order."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    counters: dict[str, ListCounter] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """From `numbering.xml`."""
        if root is None:
            return cls()
        abstract = {
            attribute(element, "abstractNumId"): _levels(element)
            for element in root.findall(W + "abstractNum")
        }
        numbering = cls()
        for element in root.findall(W + "num"):
            identifier = attribute(element, "numId")
            base = attribute(element.find(W + "abstractNumId"))
            if identifier is None or base not in abstract:
                continue
            levels = dict(abstract[base])
            overridden = False
            for override in element.findall(W + "lvlOverride"):
                depth = _number(attribute(override, "ilvl"), 0)
                level = override.find(W + "lvl")
                if level is not None:
                    levels[depth] = _level(level)
                start = attribute(override.find(W + "startOverride"))
                if start is not None:
                    overridden = True
                    old = levels.get(depth, Level())
                    levels[depth] = Level(old.form, old.pattern, _number(start, 1))
            numbering.lists[identifier] = levels
            # Lists on one abstract definition count on together unless one starts anew.
            numbering.abstract_of[identifier] = f"num {identifier}" if overridden else str(base)
        return numbering

    def label(self, properties: etree._Element | None, by_style: tuple[str, int] | None) -> str:
        """The number that Word draws before a paragraph, "" where there is none."""
        own = None if properties is None else properties.find(W + "numPr")
        if own is not None:
            list_id = attribute(own.find(W + "numId")) or (by_style[0] if by_style else None)
            depth = _number(attribute(own.find(W + "ilvl")), by_style[1] if by_style else 0)
        elif by_style is not None:
            list_id, depth = by_style
        else:
            return ""
        if list_id is None or list_id == "0" or list_id not in self.lists:
            return ""
        key = self.abstract_of[list_id]
        counter = self.counters.setdefault(key, ListCounter(self.lists[list_id]))
        return counter.next(depth)


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_number(attribute(level, "ilvl"), 0): _level(level) for level in abstract.findall(W + "lvl")}


def _level(element: etree._Element) -> Level:
    return Level(
        form=attribute(element.find(W + "numFmt")) or "decimal",
        pattern=attribute(element.find(W + "lvlText")) or "",
        start=_number(attribute(element.find(W + "start")), 1),
    )

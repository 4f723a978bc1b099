"""From the nodes of a page to paragraphs, headings, list items and table cells in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from extractors.readers.blocks import Block, Run
from extractors.readers.limits import Deadline
from extractors.readers.numbering import written

_BREAKING = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
))  # fmt: skip
_SILENT = frozenset((
    "del", "script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe",
    "object", "embed", "svg", "canvas", "audio", "video", "select", "option", "button", "input",
    "textarea", "datalist", "map", "area",
))  # fmt: skip
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\A(?:_?ftn|sdfootnote|sdendnote|_?edn|fn|footnote)[-_]?\d+\Z", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\A\s*\[?(\d{1,3})\]?\s*\Z")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 300
"""Deeper elements give their text without structure."""
_NOTE_LINK = re.compile(r"#_?(?:sd|ft|fn|foot|end|ed)[a-z_-]*\d+", re.IGNORECASE)
_RUNNING = frozenset({"header", "footer"})
"""How LibreOffice marks running headers and footers in a page it saves."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the nodes above say of the text below."""

    font: str | None = None
    level: int | None = None
    cell: tuple[int, int, int] | None = None
    footnote: str | None = None
    preformatted: bool = False


@dataclass(slots=True)
class _Walk:
    deadline: Deadline
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    tables: int = 0
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    table_numbers: list[int] = field(default_factory=list)

    def node(self, node: LexborNode, context: _Context, depth: int) -> Iterator[Block]:
        """The blocks below `node`; text without a block of its own waits in `runs`."""
        child = node.child
        counter = _start_of_list(node)
        while child is not None:
            tag = child.tag
            if tag == "-text":
                self.text(child.text_content or "", context)
            elif (mark := _mark(child)) is not None:
                self.runs.append(Run(mark, context.font))
            elif tag == "br":
                self.runs.append(Run("\n", context.font))
            elif tag in _SILENT or tag is None or tag.startswith("-") or _is_hidden(child):
                pass
            elif depth > _DEEPEST:
                self.text(child.text(separator=" "), context)
            elif tag in _BREAKING:
                if tag == "li":
                    counter += 1
                yield from self.flush(context)
                if tag == "li":
                    self.label = _item_label(node, counter)
                below = self.inside(child, context)
                yield from self.node(child, below, depth + 1)
                yield from self.flush(below)
                self.leave(child)
            else:
                yield from self.node(child, _inline(child, context, self), depth + 1)
            child = child.next

    def text(self, text: str, context: _Context) -> None:
        if not context.preformatted:
            text = _WHITE_SPACE.sub(" ", text)
            if not self.runs or self.runs[-1].text.endswith(("\n", " ")):
                text = text.lstrip(" ")
        if text:
            self.runs.append(Run(text, context.font))

    def inside(self, node: LexborNode, context: _Context) -> _Context:
        """The context within a block element; tables, rows and cells are counted on the way in."""
        tag = node.tag or ""
        level, cell, footnote = context.level, context.cell, context.footnote
        if tag == "table":
            self.tables += 1
            self.table_numbers.append(self.tables)
            self.rows.append(0)
            self.columns.append(0)
        elif tag == "tr" and self.rows:
            self.rows[-1] += 1
            self.columns[-1] = 0
        elif tag in ("td", "th") and self.columns:
            self.columns[-1] += 1
            cell = (self.table_numbers[-1], self.rows[-1], self.columns[-1])
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            level = int(tag[1])
        identifier = node.attributes.get("id") or ""
        if footnote is None and _FOOTNOTE.match(identifier):
            footnote = identifier
        preformatted = context.preformatted or tag == "pre"
        return _Context(_font(node) or context.font, level, cell, footnote, preformatted)

    def leave(self, node: LexborNode) -> None:
        if node.tag == "table" and self.rows:
            self.table_numbers.pop()
            self.rows.pop()
            self.columns.pop()

    def flush(self, context: _Context) -> Iterator[Block]:
        """The block that the waiting text makes."""
        self.deadline.check()
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        block = Block(runs=runs)
        if context.footnote is not None:
            block.kind, block.mark = "footnote", context.footnote
        elif context.cell is not None:
            block.kind = "table_cell"
            block.table, block.row, block.column = context.cell
        elif context.level is not None:
            block.kind, block.level = "heading", context.level
        elif self.label:
            block.kind = "list_item"
        if self.label:
            block.runs = [Run(self.label + " "), *runs]
            self.label = ""
        yield block


_TAG = re.compile(r"<(/?)([a-zA-Z]+)")
_CLOSED_BY_THEMSELVES = frozenset((
    "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "br", "hr", "img", "input",
    "meta", "link", "col", "area", "base", "source", "embed", "wbr", "param", "html", "head", "body",
))  # fmt: skip


def nesting_of(page: str) -> int:
    """How deep the elements of a page lie in each other, before any parser has to hold them all open."""
    depth = deepest = 0
    for match in _TAG.finditer(page):
        if match.group(2).lower() in _CLOSED_BY_THEMSELVES:
            continue
        if match.group(1):
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def blocks_of(node: LexborNode, deadline: Deadline) -> Iterator[Block]:
    """The blocks of a page or of a part of it."""
    walk = _Walk(deadline)
    context = _Context(font=_font(node))
    yield from walk.node(node, context, 0)
    yield from walk.flush(context)


def _inline(node: LexborNode, context: _Context, walk: _Walk) -> _Context:
    font = _font(node) or (node.attributes.get("face") if node.tag == "font" else None) or context.font
    return _Context(font, context.level, context.cell, context.footnote, context.preformatted)


def _font(node: LexborNode) -> str | None:
    match = _FONT.search(node.attributes.get("style") or "")
    return match.group(1).strip() if match else None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag == "div" and attributes.get("title") in _RUNNING:
        return True
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _mark(node: LexborNode) -> str | None:
    """The mark of a footnote where a link leads to the note or back from it: "1" → "[1]"."""
    if node.tag not in ("a", "sup"):
        return None
    link = node if node.tag == "a" else node.css_first("a[href]")
    if link is None or not _NOTE_LINK.search(link.attributes.get("href") or ""):
        return None
    number = _NOTE_MARK.match(node.text())
    return f"[{number.group(1)}]" if number else None


def _start_of_list(node: LexborNode) -> int:
    start = node.attributes.get("start") if node.tag == "ol" else None
    return int(start) - 1 if start and start.lstrip("-").isdigit() and len(start) < 7 else 0


def _item_label(parent: LexborNode, number: int) -> str:
    if parent.tag != "ol":
        return "-"
    return f"{written(number, _FORMS.get(parent.attributes.get('type') or '', 'decimal'))}."

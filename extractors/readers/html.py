"""Saved web pages: the document and not the page around it.

The container of a known legal site is taken where there is one; a page saved by an office program is read
whole; from any other page trafilatura takes the main text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractors.readers.blocks import Assembled, Block, Run, assemble
from extractors.readers.decoding import decode
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.html_blocks import blocks_of, nesting_of
from extractors.readers.models import Document, Note, Source

MEDIA_TYPE = "text/html"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_FEWEST_LETTERS = 200
_MOST_NESTED = 5_000
_FURNITURE = "nav, header, footer, aside, form, iframe, [role=navigation], [role=banner], [role=contentinfo]"
_OFFICE_GENERATORS = ("microsoft word", "libreoffice", "openoffice", "wps office")


@dataclass(frozen=True, slots=True)
class Container:
    """Where a site keeps the text of its documents."""

    site: str
    selector: str


@cache
def containers() -> tuple[Container, ...]:
    """The known containers, the narrowest of each site first."""
    path = Path(__file__).with_name("tables") / "html_containers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Container(row["site"], row["selector"]) for row in csv.DictReader(file))


def read_source(source: Source) -> Document:
    """Reads a saved web page."""
    return read_html(source, decode_html(source.data), MEDIA_TYPE, "html")


def decode_html(data: bytes, charset: str | None = None) -> str:
    """The page's characters, by the given character set, the one it declares, or what its bytes look like."""
    declared = _CHARSET.search(data[:4096])
    name = charset or (declared.group(1).decode("ascii") if declared else None)
    if name and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data).text.removeprefix("\ufeff")


def read_html(source: Source, page: str, media_type: str, reader: str) -> Document:
    """Reads a page that is already decoded."""
    if len(page) > source.limits.unpacked_bytes:
        raise UnreadableFile(Reason.TOO_LARGE, size=len(page) >> 20, limit=source.limits.unpacked_bytes >> 20)
    if nesting_of(page) > _MOST_NESTED:
        raise UnreadableFile(Reason.TOO_DEEP, limit=_MOST_NESTED)
    tree = LexborHTMLParser(page)
    title = tree.css_first("title")
    words = title.text().split() if title is not None else []
    metadata = (("title", " ".join(words)),) if words else ()
    assembled, notes = _main_text(source, tree, page)
    return assembled.document(source, media_type, reader, notes=notes, metadata=metadata)


def _main_text(source: Source, tree: LexborHTMLParser, page: str) -> tuple[Assembled, tuple[Note, ...]]:
    for container in containers():
        for node in tree.css(container.selector):
            if _letters(node) >= _FEWEST_LETTERS:
                note = Note(
                    "main_content",
                    f"Chỉ đọc phần nội dung chính của trang ({container.site}).",
                    f"Only the main content of the page was read ({container.site}).",
                )
                return _assembled(source, node), (note,)
    body = tree.body
    if body is None:
        raise UnreadableFile(Reason.NO_TEXT)
    if _by_office_program(tree) or not _looks_like_site(tree):
        return _assembled(source, body), ()
    main = _by_trafilatura(source, page)
    if main is not None:
        note = Note(
            "main_content_guessed",
            "Trang lạ: phần nội dung chính được tách tự động, hãy đối chiếu với trang gốc.",
            "Unknown site: the main content was taken out automatically; compare it with the page.",
        )
        return main, (note,)
    for node in tree.css(_FURNITURE):
        node.decompose()
    note = Note(
        "whole_page",
        "Không tách được nội dung chính: đã đọc cả trang, có thể lẫn trình đơn và liên kết.",
        "The main content could not be told apart: the whole page was read, menus and links may be among it.",
    )
    return _assembled(source, tree.body or body), (note,)


def _assembled(source: Source, node: LexborNode) -> Assembled:
    return assemble(list(blocks_of(node, source.deadline)))


def _letters(node: LexborNode) -> int:
    return sum(map(len, node.text(separator=" ").split()))


def _by_office_program(tree: LexborHTMLParser) -> bool:
    generator = tree.css_first("meta[name=generator i]")
    content = (generator.attributes.get("content") or "").lower() if generator is not None else ""
    return content.startswith(_OFFICE_GENERATORS)


def _looks_like_site(tree: LexborHTMLParser) -> bool:
    """Whether menus, scripts or many links surround the text; a bare document has none of them."""
    return (
        bool(tree.css_matches("nav, header, footer, aside, script[src], form"))
        or len(tree.css("a[href]")) > 20
    )


def _by_trafilatura(source: Source, page: str) -> Assembled | None:
    source.deadline.check()
    import trafilatura

    text = trafilatura.extract(
        page,
        include_comments=False,
        include_tables=True,
        include_links=False,
        favor_recall=True,
        deduplicate=False,
    )
    if not text or sum(map(len, text.split())) < _FEWEST_LETTERS:
        return None
    return assemble(list(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[Block]:
    for line in text.splitlines():
        yield Block(runs=[Run(line)])

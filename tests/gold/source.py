"""A gold source taken apart: its head, its plain text, and the marks with their places in that text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from tests.gold.names import DEPARTMENTS, local_bodies

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
MARK = re.compile(r"\{\{|\}\}")


class SourceError(ValueError):
    """A source file breaks the format; the message names file and place."""


@dataclass(slots=True)
class Mark:
    """One mark of a source: where it stands in the rendered text and what is said of it."""

    start: int
    flag: str = ""
    end: int = 0
    attributes: str = ""
    text: str = field(default="", repr=False)


@dataclass(slots=True)
class Source:
    """One annotated source file, taken apart."""

    path: Path
    head: dict[str, str]
    issuers: dict[str, str]
    symbols: dict[str, str]
    text: str
    marks: list[Mark]


def flat(text: str) -> str:
    """The text on one line, composed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def read_source(path: Path) -> Source:
    """Split a source into its head, its rendered text and its marks."""
    raw = path.read_text(encoding="utf-8")
    head_text, _, body = raw.partition("\n---\n")
    head: dict[str, str] = {}
    issuers: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for line in head_text.splitlines():
        key, _, value = line.partition(": ")
        kind, _, name = key.partition(" ")
        target = {"issuer": issuers, "symbol": symbols}.get(kind, head) if name else head
        target[name or key] = value.strip()
    if "province" in head:
        issuers = local_bodies(head["province"]) | issuers
        own = {"UBND": issuers["UBND " + head["province"]], "HĐND": issuers["HĐND " + head["province"]]}
        own["TU"] = next(v for k, v in issuers.items() if k in ("Tỉnh ủy", "Thành ủy"))
        symbols = own | {k: f"{v} {head['province']}" for k, v in DEPARTMENTS.items()} | symbols
    text, marks = render(body, head.get("render", "").split(), path)
    return Source(path, head, issuers, symbols, text, marks)


def render(body: str, how: list[str], path: Path) -> tuple[str, list[Mark]]:
    """The plain text of a marked body, with its marks in the order of their starts."""

    def shaped(chunk: str) -> str:
        chunk = ESCAPE.sub(lambda m: chr(int(m[1], 16)), chunk)
        if "nfd" in how:
            chunk = unicodedata.normalize("NFD", chunk)
        return chunk

    out: list[str] = []
    size = 0
    marks: list[Mark] = []
    open_marks: list[Mark] = []
    at = 0

    def emit(chunk: str) -> None:
        nonlocal size
        chunk = shaped(chunk)
        out.append(chunk)
        size += len(chunk)

    while at < len(body):
        found = MARK.search(body, at)
        stop = found.start() if found else len(body)
        bar = body.find("|", at, stop) if open_marks and not open_marks[-1].attributes else -1
        if bar >= 0:
            emit(body[at:bar])
            close = body.index("}}", bar)
            mark = open_marks.pop()
            mark.end, mark.attributes = size, body[bar + 1 : close]
            at = close + 2
            continue
        emit(body[at:stop])
        if not found:
            break
        if found[0] == "}}":
            raise SourceError(f"{path.name}: a mark closes without a bar near {body[at : stop + 2]!r}")
        flag = body[found.end()] if body[found.end()] in "?-" else ""
        mark = Mark(size, flag)
        marks.append(mark)
        open_marks.append(mark)
        at = found.end() + len(flag)
    if open_marks:
        raise SourceError(
            f"{path.name}: a mark is never closed: {''.join(out)[open_marks[0].start :][:60]!r}"
        )
    text = "".join(out)
    for item in how:
        if item.startswith("wrap="):
            text = wrapped(text, int(item.removeprefix("wrap=")))
    if "crlf" in how:
        for mark in marks:
            mark.start += text.count("\n", 0, mark.start)
            mark.end += text.count("\n", 0, mark.end)
        text = text.replace("\n", "\r\n")
    for mark in marks:
        mark.text = text[mark.start : mark.end]
    return text, marks


def wrapped(text: str, width: int) -> str:
    """Lines broken at spaces, one character for one, so that offsets stay."""
    out = []
    for line in text.split("\n"):
        chars, column = list(line), 0
        for i, char in enumerate(line):
            word = re.match(r"\S*", line[i + 1 :])
            if char == " " and word and column + 1 + len(word[0]) > width and column:
                chars[i], column = "\n", 0
            else:
                column += 1
        out.append("".join(chars))
    return "\n".join(out)

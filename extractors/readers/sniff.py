"""What kind of file bytes are, by what they hold; the name only breaks ties between kinds of plain text."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats told apart."""

    TEXT = "text"
    MARKDOWN = "Markdown"


def sniff(data: bytes, name: str) -> Format:
    """The format of `data`."""
    if PurePath(name).suffix.lower() in {".md", ".markdown"}:
        return Format.MARKDOWN
    return Format.TEXT

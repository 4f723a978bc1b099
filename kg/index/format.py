"""The format of an index: one that another version has written is made anew, never guessed at."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError

INDEX_FORMAT = 4
"""Goes up with every change of what an index is made of."""

_FILE = "format"


def write_format(folder: Path) -> None:
    """Say that the index in the folder is whole, and in which format it is."""
    (folder / _FILE).write_text(str(INDEX_FORMAT), encoding="utf-8")


def check_format(folder: Path) -> None:
    """Raises StoreError where the index in the folder is absent, not whole or of another format."""
    try:
        format_ = (folder / _FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise broken_index(folder, "its index is missing, not whole or of an earlier version") from None
    if format_ != str(INDEX_FORMAT):
        reason = f"its index has format {format_}, this program knows format {INDEX_FORMAT}"
        raise broken_index(folder, reason)


def broken_index(folder: Path, reason: str) -> StoreError:
    """What to tell the user of an index that cannot be read, and what to do about it."""
    return StoreError(path=folder, reason=f"{reason}; make the index anew: danchieu rebuild-index")

"""Which files an ingest looks at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_BLOCK = 1 << 20


def find_files(sources: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and all files in the folders named, searched through, in the order of their paths.

    Hidden files and folders inside a folder are passed over; a path that does not exist is kept, so that its
    reading reports it.
    """
    return tuple(sorted({file.absolute() for source in sources for file in _files(source)}))


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield path


def file_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()

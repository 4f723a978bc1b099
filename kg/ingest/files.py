"""Which files an ingest looks at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a folder are wanted.

    `globs` are patterns of names or of paths inside the folder ("*.docx", "2024/*"), one of which must fit;
    none lets every file in. `since` leaves out files last changed before that day, in local time.
    """

    globs: tuple[str, ...] = ()
    since: date | None = None

    def wants(self, path: Path, inside: Path) -> bool:
        """Whether the file `path`, which is `inside` its folder, is wanted. Raises OSError."""
        if self.globs and not any(inside.match(pattern) for pattern in self.globs):
            return False
        return self.since is None or datetime.fromtimestamp(path.stat().st_mtime).date() >= self.since


ALL = Selection()


def find_files(sources: Iterable[Path], selection: Selection = ALL) -> tuple[Path, ...]:
    """The files named, and the wanted files in the folders named, searched through, in order of their paths.

    Hidden files and folders inside a folder are passed over; a path that does not exist is kept, so that its
    reading reports it.
    """
    return tuple(sorted({file.absolute() for source in sources for file in _files(source, selection)}))


def _files(source: Path, selection: Selection) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if any(part.startswith(".") for part in inside.parts) or not path.is_file():
            continue
        if selection.wants(path, inside):
            yield path


def file_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()

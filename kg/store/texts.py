"""The raw texts of the source documents: one compressed file each, named by the document's hash.

They stand beside the store and not in it: a text is read whole, by its key, and never queried, and a national
dataset has tens of gigabytes of them that would slow every compaction, copy and dump of the graph. Evidence
sentences, which are queried, are in the graph.
"""

from __future__ import annotations

import gzip
from pathlib import Path

_LEVEL = 4
"""A ninth more bytes than zlib's usual level 6, in two fifths of the time."""


class TextArchive:
    """Texts under `root`, in folders by the first two digits of the hash."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, hash_: str) -> Path:
        return self._root / hash_[:2] / f"{hash_}.txt.gz"

    def put(self, hash_: str, text: str) -> None:
        """Keep `text`; a file half written by a crash is never seen under its name."""
        path = self._path(hash_)
        # A lone surrogate from a broken file must come back as it was: offsets count it.
        data = gzip.compress(text.encode("utf-8", "surrogatepass"), compresslevel=_LEVEL, mtime=0)
        unfinished = path.with_suffix(".part")
        try:
            unfinished.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(data)
        unfinished.replace(path)

    def get(self, hash_: str) -> str | None:
        """The text exactly as it was put, None where there is none."""
        try:
            data = self._path(hash_).read_bytes()
        except FileNotFoundError:
            return None
        return gzip.decompress(data).decode("utf-8", "surrogatepass")

    def remove(self, hash_: str) -> None:
        """Forget the text, if it is there."""
        path = self._path(hash_)
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()

    def size(self) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self._root.glob("*/*.txt.gz"))

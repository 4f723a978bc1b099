"""The raw texts of the source documents, compressed, in one SQLite file by the document's hash.

They stand beside the store and not in it: a text is read whole, by its key, and never queried, and a national
dataset has tens of gigabytes of them that would slow every compaction, copy and dump of the graph. Evidence
sentences, which are queried, are in the graph. One file and not one each: making a file takes longer than
compressing the text, and 160,000 of them are a burden to every copy and virus scanner.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError

_LEVEL = 4
"""A ninth more bytes than zlib's usual level 6, in two fifths of the time."""
_COMMIT_BYTES = 32_000_000
"""Compressed texts held back at most: readers wait while they are written."""
_PATIENCE = 30.0
"""Seconds that a reader waits for a writer's commit."""


class TextArchive:
    """The texts in the file `path`, for reading, from any thread, also while a `TextWriter` has it open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, hash_: str) -> str | None:
        """The text exactly as it was put, None where there is none. Raises StoreError."""
        if not self._path.exists():
            return None
        try:
            # Not read-only, where that is allowed: after a crash the first to come undoes what is unfinished.
            address = f"{self._path.absolute().as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, timeout=_PATIENCE, uri=True)) as db:
                return _text(db, hash_)
        except sqlite3.DatabaseError as error:
            raise StoreError(path=self._path, reason=error) from error

    def size(self) -> int:
        """Bytes on disk."""
        return self._path.stat().st_size if self._path.exists() else 0


class TextWriter(TextArchive):
    """Puts texts into the file, made where absent; `commit` makes them last and shows them to readers.

    A dataset has one writer. Texts may last before `commit`: of those the journal knows nothing yet, and
    they are put again.
    """

    def __init__(self, path: Path) -> None:
        """Open for writing. Raises StoreError."""
        super().__init__(path)
        self._uncommitted = 0
        try:
            self._db = sqlite3.connect(path, timeout=_PATIENCE)
            # A full cache written out early would shut readers out until the commit.
            self._db.execute("PRAGMA cache_spill = OFF")
            self._db.execute("CREATE TABLE IF NOT EXISTS texts (hash TEXT PRIMARY KEY, text BLOB NOT NULL)")
        except sqlite3.DatabaseError as error:
            raise StoreError(path=path, reason=error) from error

    def get(self, hash_: str) -> str | None:
        """The text exactly as it was put, None where there is none."""
        return _text(self._db, hash_)

    def put(self, hash_: str, text: str) -> None:
        """Keep `text`."""
        # A lone surrogate from a broken file must come back as it was: offsets count it.
        data = zlib.compress(text.encode("utf-8", "surrogatepass"), level=_LEVEL)
        self._db.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", (hash_, data))
        self._uncommitted += len(data)
        if self._uncommitted >= _COMMIT_BYTES:
            self.commit()

    def remove(self, hash_: str) -> None:
        """Forget the text, if it is there."""
        self._db.execute("DELETE FROM texts WHERE hash = ?", (hash_,))

    def commit(self) -> None:
        """Make everything put and removed so far last."""
        self._db.commit()
        self._uncommitted = 0

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._db.close()


def _text(db: sqlite3.Connection, hash_: str) -> str | None:
    with closing(db.execute("SELECT text FROM texts WHERE hash = ?", (hash_,))) as cursor:
        row = cursor.fetchone()
    return None if row is None else zlib.decompress(row[0]).decode("utf-8", "surrogatepass")

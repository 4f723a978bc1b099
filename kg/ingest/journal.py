"""The journal of a dataset: which file was loaded with which content, and which documents it holds.

A line is written only after the store and the texts hold the documents safely, so what the journal does not
know was never finished and is done again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kg.errors import StoreBusy, StoreError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    engine TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    path TEXT NOT NULL REFERENCES files (path) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (path, hash)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_by_hash ON documents (hash);
CREATE TABLE IF NOT EXISTS unpublished (hash TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Journal:
    """The journal in one SQLite file. `engine` names the program version that read a file.

    Who has it open is the dataset's one writer: the file's lock goes with the process, however that ends.
    """

    def __init__(self, path: Path) -> None:
        """Open for writing, made where absent. Raises StoreBusy while another process has it open."""
        self._db = sqlite3.connect(path, timeout=0)
        try:
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            self._db.close()
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreBusy(path=path.parent) from error
            raise StoreError(path=path, reason=error) from error

    def is_current(self, path: str, sha256: str, engine: str) -> bool:
        """Whether the file was loaded with this content by this version."""
        row = self._one("SELECT sha256, engine FROM files WHERE path = ?", path)
        return row == (sha256, engine)

    def documents_of(self, path: str) -> tuple[str, ...]:
        """The hashes of the documents that the file holds."""
        return self._column("SELECT hash FROM documents WHERE path = ? ORDER BY hash", path)

    def paths_of(self, hash_: str) -> tuple[str, ...]:
        """The files that hold the document."""
        return self._column("SELECT path FROM documents WHERE hash = ? ORDER BY path", hash_)

    def hashes(self) -> tuple[str, ...]:
        """All documents."""
        return self._column("SELECT DISTINCT hash FROM documents ORDER BY hash")

    def named(self, name: str) -> tuple[str, ...]:
        """The documents with this file name."""
        return self._column("SELECT DISTINCT hash FROM documents WHERE name = ? ORDER BY hash", name)

    def record(self, path: str, sha256: str, engine: str, documents: Iterable[tuple[str, str]]) -> None:
        """Note that the file was loaded and holds `documents` (hash, name); call `commit` when it is safe."""
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        self._db.execute("INSERT INTO files VALUES (?, ?, ?)", (path, sha256, engine))
        self._db.executemany(
            "INSERT OR IGNORE INTO documents VALUES (?, ?, ?)",
            [(path, hash_, name) for hash_, name in documents],
        )

    def forget(self, path: str) -> None:
        """Forget the file; call `commit` when its documents are gone."""
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))

    def is_read_by(self, hash_: str, engine: str) -> bool:
        """Whether some file brought the document and was read by this version."""
        query = "SELECT 1 FROM documents JOIN files USING (path) WHERE hash = ? AND engine = ? LIMIT 1"
        return self._one(query, hash_, engine) is not None

    def remove_document(self, hash_: str) -> tuple[str, ...]:
        """Forget the document in all files that held it, and files left without any; gives its names."""
        names = self._column("SELECT DISTINCT name FROM documents WHERE hash = ? ORDER BY name", hash_)
        paths = self.paths_of(hash_)
        self._db.execute("DELETE FROM documents WHERE hash = ?", (hash_,))
        for path in paths:
            if not self.documents_of(path):
                self.forget(path)
        return names

    def unpublished(self) -> tuple[str, ...]:
        """The documents that came, changed or went since the last published state, in order."""
        return self._column("SELECT hash FROM unpublished ORDER BY hash")

    def note_unpublished(self, hashes: Iterable[str]) -> None:
        """Remember, beyond the end of this process, what a published state has still to follow from."""
        self._db.executemany("INSERT OR IGNORE INTO unpublished VALUES (?)", ((hash_,) for hash_ in hashes))

    def forget_unpublished(self) -> None:
        """Say that a published state follows from everything noted."""
        self._db.execute("DELETE FROM unpublished")

    def commit(self) -> None:
        """Make everything noted so far last."""
        self._db.commit()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._db.close()

    def _one(self, query: str, *values: str) -> tuple[str, ...] | None:
        with closing(self._db.execute(query, values)) as cursor:
            row: tuple[str, ...] | None = cursor.fetchone()
            return row

    def _column(self, query: str, *values: str) -> tuple[str, ...]:
        with closing(self._db.execute(query, values)) as cursor:
            return tuple(row[0] for row in cursor)

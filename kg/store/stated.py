"""The rows of all documents' citations, kept beside the store while a dataset is written.

They are a copy of what the store says, so a row that is missing is no loss: whoever makes an index asks the
store for it. Only the one writer of a dataset has the file open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError
from kg.iris import Iris
from kg.packed import PackedCitations, packed
from kg.stated import StatedCitation, stated_in
from kg.store.protocol import Store

_FORMAT = 2
"""Kept as the `user_version` of the file: rows that an earlier version packed otherwise are forgotten."""
_COLUMNS = ", ".join(PackedCitations._fields)
_TABLE = f"CREATE TABLE stated (hash TEXT PRIMARY KEY, {_COLUMNS}) WITHOUT ROWID"
_PUT = f"INSERT OR REPLACE INTO stated VALUES (?{', ?' * len(PackedCitations._fields)})"
_GET = f"SELECT {_COLUMNS} FROM stated WHERE hash = ?"


class StatedArchive:
    """Rows by document hash, in one SQLite file; `commit` makes them last."""

    def __init__(self, path: Path) -> None:
        """Open for writing, made where absent. Raises StoreError."""
        try:
            self._db = sqlite3.connect(path)
            (format_,) = self._db.execute("PRAGMA user_version").fetchone()
            if format_ != _FORMAT:
                self._db.executescript(
                    f"DROP TABLE IF EXISTS stated; {_TABLE}; PRAGMA user_version = {_FORMAT}"
                )
        except sqlite3.DatabaseError as error:
            raise StoreError(path=path, reason=error) from error

    def put(self, hash_: str, citations: Sequence[StatedCitation]) -> None:
        """Keep what the document states, in the place of what it stated before."""
        self._put(hash_, packed(citations))

    def _put(self, hash_: str, rows: PackedCitations) -> None:
        self._db.execute(_PUT, (hash_, *rows))

    def get(self, hash_: str) -> PackedCitations | None:
        """What the document states, None where it is to be asked of the store."""
        with closing(self._db.execute(_GET, (hash_,))) as cursor:
            row = cursor.fetchone()
        return None if row is None else PackedCitations(*row)

    def rows(self, hash_: str, store: Store, iris: Iris) -> PackedCitations:
        """What the document states: as it is kept, else as the store says, and kept from now on."""
        rows = self.get(hash_)
        if rows is None:
            rows = packed(stated_in(store, iris, hash_))
            self._put(hash_, rows)
        return rows

    def forget(self, hashes: Iterable[str]) -> None:
        """Forget these documents: they are gone, or their graphs were written by another hand."""
        self._db.executemany("DELETE FROM stated WHERE hash = ?", ((hash_,) for hash_ in hashes))

    def commit(self) -> None:
        """Make everything kept and forgotten so far last."""
        self._db.commit()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._db.close()

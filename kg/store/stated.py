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
from kg.stated import StatedCitation, decode, encode, stated_in
from kg.store.protocol import Store


class StatedArchive:
    """Rows by document hash, in one SQLite file; `commit` makes them last."""

    def __init__(self, path: Path) -> None:
        """Open for writing, made where absent. Raises StoreError."""
        try:
            self._db = sqlite3.connect(path)
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS stated (hash TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID"
            )
        except sqlite3.DatabaseError as error:
            raise StoreError(path=path, reason=error) from error

    def put(self, hash_: str, citations: Sequence[StatedCitation]) -> None:
        """Keep what the document states, in the place of what it stated before."""
        self._db.execute("INSERT OR REPLACE INTO stated VALUES (?, ?)", (hash_, encode(citations)))

    def get(self, hash_: str) -> list[StatedCitation] | None:
        """What the document states, None where it is to be asked of the store."""
        with closing(self._db.execute("SELECT rows FROM stated WHERE hash = ?", (hash_,))) as cursor:
            row = cursor.fetchone()
        return None if row is None else decode(row[0])

    def rows(self, hash_: str, store: Store, iris: Iris) -> list[StatedCitation]:
        """What the document states: as it is kept, else as the store says, and kept from now on."""
        rows = self.get(hash_)
        if rows is None:
            rows = stated_in(store, iris, hash_)
            self.put(hash_, rows)
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

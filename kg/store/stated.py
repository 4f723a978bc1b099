"""The rows of all documents, citations and descriptions, kept beside the store while a dataset is written.

They are a copy of what the store says, so a row that is missing is no loss: whoever makes an index asks the
store for it. Only the one writer of a dataset has the file open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from kg.described import described_in
from kg.errors import StoreError
from kg.facts.terms import iri_term
from kg.iris import Iris
from kg.packed import PackedDocument, digest, packed
from kg.stated import stated_in
from kg.store.protocol import Store

_FORMAT = 3
"""Kept as the `user_version` of the file: rows that an earlier version packed otherwise are forgotten."""
_COLUMNS = ", ".join(PackedDocument._fields)
_TABLE = f"CREATE TABLE stated (hash TEXT PRIMARY KEY, {_COLUMNS}) WITHOUT ROWID"
_PUT = f"INSERT OR REPLACE INTO stated VALUES (?{', ?' * len(PackedDocument._fields)})"
_GET = f"SELECT {_COLUMNS} FROM stated WHERE hash = ?"
_DIGESTS = """
CREATE TABLE IF NOT EXISTS digests (hash TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS rows_put AFTER INSERT ON stated
    BEGIN DELETE FROM digests WHERE hash = NEW.hash; END;
CREATE TRIGGER IF NOT EXISTS rows_gone AFTER DELETE ON stated
    BEGIN DELETE FROM digests WHERE hash = OLD.hash; END;
"""
"""In a table of their own, for all of them are read at once. Rows that an earlier version puts, which knows
no digests, take the old one away too."""


def packed_from(store: Store, iris: Iris, hash_: str) -> PackedDocument:
    """The rows of a document as the store says."""
    graph = iris.document_graph(hash_)
    ((quads,),) = store.select(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {iri_term(graph)} {{ ?s ?p ?o }} }}")
    return packed(stated_in(store, iris, hash_), described_in(store, graph), int(quads.value))


class StatedArchive:
    """Rows by document hash, in one SQLite file; `commit` makes them last."""

    def __init__(self, path: Path) -> None:
        """Open for writing, made where absent. Raises StoreError."""
        try:
            self._db = sqlite3.connect(path)
            (format_,) = self._db.execute("PRAGMA user_version").fetchone()
            if format_ != _FORMAT:
                self._db.executescript(
                    "DROP TABLE IF EXISTS stated; DROP TABLE IF EXISTS digests; "
                    f"{_TABLE}; PRAGMA user_version = {_FORMAT}"
                )
            self._db.executescript(_DIGESTS)
        except sqlite3.DatabaseError as error:
            raise StoreError(path=path, reason=error) from error

    def put(self, hash_: str, rows: PackedDocument) -> None:
        """Keep what the document states, in the place of what it stated before."""
        self._db.execute(_PUT, (hash_, *rows))
        self._db.execute("INSERT OR REPLACE INTO digests VALUES (?, ?)", (hash_, digest(rows)))

    def get(self, hash_: str) -> PackedDocument | None:
        """What the document states, None where it is to be asked of the store."""
        with closing(self._db.execute(_GET, (hash_,))) as cursor:
            row = cursor.fetchone()
        return None if row is None else PackedDocument(*row)

    def digests(self) -> dict[str, bytes]:
        """The digest of the rows of each document, as far as they are kept and it is known."""
        return dict(self._db.execute("SELECT hash, digest FROM digests"))

    def forget(self, hashes: Iterable[str]) -> None:
        """Forget these documents: they are gone, or their graphs were written by another hand."""
        self._db.executemany("DELETE FROM stated WHERE hash = ?", ((hash_,) for hash_ in hashes))

    def commit(self) -> None:
        """Make everything kept and forgotten so far last."""
        self._db.commit()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._db.close()


class StatedRows:
    """The rows of all documents of a state, for its index: as they are kept, else as the store says.

    What the store says is kept from then on, but of `elsewhere`: documents (hashes) whose kept rows are those
    of another state.
    """

    def __init__(
        self, archive: StatedArchive, store: Store, iris: Iris, elsewhere: Collection[str] = ()
    ) -> None:
        self._archive = archive
        self._store = store
        self._iris = iris
        self._elsewhere = frozenset(elsewhere)
        self._digests = archive.digests()

    def digest(self, hash_: str) -> bytes:
        """Tells apart what the document may state."""
        known = None if hash_ in self._elsewhere else self._digests.get(hash_)
        return known or digest(self.get(hash_))

    def get(self, hash_: str) -> PackedDocument:
        """What the document states."""
        if hash_ in self._elsewhere:
            return packed_from(self._store, self._iris, hash_)
        rows = self._archive.get(hash_)
        if rows is None or hash_ not in self._digests:
            rows = rows or packed_from(self._store, self._iris, hash_)
            self._archive.put(hash_, rows)
            self._digests[hash_] = digest(rows)
        return rows

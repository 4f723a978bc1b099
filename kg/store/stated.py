"""The rows of all documents, citations and descriptions, kept beside the store while a dataset is written.

They are a copy of what the store says, so a row that is missing is no loss: whoever makes an index asks the
store for it. Only the one writer of a dataset has the file open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kg.described import described_in
from kg.errors import StoreError
from kg.facts.terms import iri_term
from kg.iris import Iris
from kg.packed import PackedDocument, packed
from kg.stated import stated_in
from kg.store.protocol import Store

_FORMAT = 3
"""Kept as the `user_version` of the file: rows that an earlier version packed otherwise are forgotten."""
_COLUMNS = ", ".join(PackedDocument._fields)
_TABLE = f"CREATE TABLE stated (hash TEXT PRIMARY KEY, {_COLUMNS}) WITHOUT ROWID"
_PUT = f"INSERT OR REPLACE INTO stated VALUES (?{', ?' * len(PackedDocument._fields)})"
_GET = f"SELECT {_COLUMNS} FROM stated WHERE hash = ?"


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
                    f"DROP TABLE IF EXISTS stated; {_TABLE}; PRAGMA user_version = {_FORMAT}"
                )
        except sqlite3.DatabaseError as error:
            raise StoreError(path=path, reason=error) from error

    def put(self, hash_: str, rows: PackedDocument) -> None:
        """Keep what the document states, in the place of what it stated before."""
        self._db.execute(_PUT, (hash_, *rows))

    def get(self, hash_: str) -> PackedDocument | None:
        """What the document states, None where it is to be asked of the store."""
        with closing(self._db.execute(_GET, (hash_,))) as cursor:
            row = cursor.fetchone()
        return None if row is None else PackedDocument(*row)

    def rows(self, hash_: str, store: Store, iris: Iris) -> PackedDocument:
        """What the document states: as it is kept, else as the store says, and kept from now on."""
        rows = self.get(hash_)
        if rows is None:
            rows = packed_from(store, iris, hash_)
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

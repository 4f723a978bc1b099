"""Rows of citations, kept beside the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kg.graph import document_graph
from kg.iris import Iris
from kg.packed import digest
from kg.store.embedded import EmbeddedStore
from kg.store.stated import StatedArchive, StatedRows, packed_from
from kg.written import written
from tests.kg.samples import plan_of_lang_son

IRIS = Iris("http://example.org/")
SAMPLE = plan_of_lang_son()
GRAPH = document_graph(SAMPLE.extraction, SAMPLE.source, IRIS)
ROWS = written(GRAPH, IRIS).rows


def test_rows_last_once_they_are_committed(tmp_path: Path) -> None:
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        archive.put("a", ROWS)
        archive.commit()
        archive.put("b", ROWS)
        archive.forget(["a"])
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        assert archive.get("a") == ROWS
        assert archive.get("b") is None


def test_what_is_not_kept_is_asked_of_the_store_and_then_kept(tmp_path: Path) -> None:
    store = EmbeddedStore.in_memory()
    store.load(GRAPH.nquads())
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        said = packed_from(store, IRIS, SAMPLE.hash)
        assert StatedRows(archive, store, IRIS).get(SAMPLE.hash) == said
        assert archive.get(SAMPLE.hash) == said
        assert archive.digests() == {SAMPLE.hash: digest(said)}
        assert (said.quads, said.texts) == (ROWS.quads, ROWS.texts)


def test_what_is_kept_of_another_state_is_passed_over_and_stays(tmp_path: Path) -> None:
    store = EmbeddedStore.in_memory()
    store.load(GRAPH.nquads())
    other = ROWS._replace(quotes=b"other")
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        archive.put(SAMPLE.hash, other)
        rows = StatedRows(archive, store, IRIS, {SAMPLE.hash})
        assert rows.get(SAMPLE.hash) == packed_from(store, IRIS, SAMPLE.hash)
        assert rows.digest(SAMPLE.hash) == digest(packed_from(store, IRIS, SAMPLE.hash))
        assert archive.get(SAMPLE.hash) == other


def test_rows_that_were_kept_without_their_digest_get_it(tmp_path: Path) -> None:
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        archive.put("a", ROWS)
        archive.commit()
    with closing(sqlite3.connect(tmp_path / "stated.sqlite")) as db:
        # As an earlier version puts rows, which knows no digests.
        db.execute("INSERT OR REPLACE INTO stated SELECT * FROM stated")
        db.commit()
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        assert archive.digests() == {}
        assert StatedRows(archive, EmbeddedStore.in_memory(), IRIS).digest("a") == digest(ROWS)
        assert archive.digests() == {"a": digest(ROWS)}


def test_the_digest_goes_with_the_rows(tmp_path: Path) -> None:
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        archive.put("a", ROWS)
        archive.put("a", ROWS._replace(quads=b""))
        archive.put("b", ROWS)
        archive.forget(["b"])
        assert archive.digests() == {"a": digest(ROWS._replace(quads=b""))}
    assert digest(ROWS) != digest(ROWS._replace(quotes=ROWS.quotes + ROWS.texts, texts=b""))


def test_rows_that_an_earlier_version_kept_are_forgotten(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "stated.sqlite")) as db:
        db.execute("CREATE TABLE stated (hash TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID")
        db.execute("INSERT INTO stated VALUES ('a', x'00')")
        db.commit()
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        assert archive.get("a") is None
        archive.put("a", ROWS)
        assert archive.get("a") == ROWS

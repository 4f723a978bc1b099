"""Rows of citations, kept beside the store."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kg.graph import document_graph
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore
from kg.store.stated import StatedArchive
from tests.kg.samples import plan_of_lang_son

IRIS = Iris("http://example.org/")
SAMPLE = plan_of_lang_son()
GRAPH = document_graph(SAMPLE.extraction, SAMPLE.source, IRIS)


def test_rows_last_once_they_are_committed(tmp_path: Path) -> None:
    assert GRAPH.citations
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        archive.put("a", GRAPH.citations)
        archive.commit()
        archive.put("b", GRAPH.citations)
        archive.forget(["a"])
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        assert archive.get("a") == list(GRAPH.citations)
        assert archive.get("b") is None


def test_what_is_not_kept_is_asked_of_the_store_and_then_kept(tmp_path: Path) -> None:
    store = EmbeddedStore.in_memory()
    store.load(GRAPH.nquads())
    with closing(StatedArchive(tmp_path / "stated.sqlite")) as archive:
        assert archive.rows(SAMPLE.hash, store, IRIS) == list(GRAPH.citations or ())
        assert archive.get(SAMPLE.hash) == list(GRAPH.citations or ())

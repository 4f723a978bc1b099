"""Graphs on their way into a store: however they are cut into pieces, all of them arrive."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kg.bench_data import synthetic_documents
from kg.facts.fresh import FreshStatements
from kg.graph import document_graph
from kg.ingest import arriving
from kg.ingest.arriving import Arriving
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore
from kg.store.texts import TextWriter
from kg.written import written

IRIS = Iris("http://example.org/")
DOCUMENTS = list(synthetic_documents(30))


@pytest.mark.parametrize(
    ("first_build", "least", "most", "bulk_loaded"),
    [
        (True, 1, 50_000_000, True),
        (True, 20_000, 50_000_000, True),
        (True, 50_000_000, 50_000_000, True),
        (False, 1, 50_000_000, False),
        (False, 1, 20_000, True),
    ],
    ids=["one by one", "small pieces", "in one", "a transaction", "too much for a transaction"],
)
def test_every_graph_arrives(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first_build: bool,
    least: int,
    most: int,
    bulk_loaded: bool,
) -> None:
    monkeypatch.setattr(arriving, "_LEAST_BYTES", least)
    monkeypatch.setattr(arriving, "_MOST_BYTES", most)
    store, at_once = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    with closing(TextWriter(tmp_path / "texts.sqlite")) as texts, closing(FreshStatements()) as fresh:
        way = Arriving(store, texts, fresh, first_build=first_build)
        for source, extraction in DOCUMENTS:
            graph = written(document_graph(extraction, source, IRIS), IRIS)
            way.add(source.hash, extraction.text, graph)
            way.add_graph(graph)
            at_once.load(graph.nquads)
        way.finish()
        way.close()
        assert [texts.get(source.hash) for source, _ in DOCUMENTS] == [made.text for _, made in DOCUMENTS]
        assert all(fresh.get(source.hash) for source, _ in DOCUMENTS)
    assert set(store.engine) == set(at_once.engine)
    assert way.bulk_loaded == bulk_loaded
    assert way.statements == 0

"""Graphs on their way into a store: however they are cut into pieces, all of them arrive."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyoxigraph
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
GRAPHS = [written(document_graph(extraction, source, IRIS), IRIS) for source, extraction in DOCUMENTS]
EVERYTHING = sum(len(graph.nquads) for graph in GRAPHS)


class _Counting(EmbeddedStore):
    """A store that knows what was loaded in bulk, by whichever thread."""

    def __init__(self, engine: pyoxigraph.Store, path: Path | None = None) -> None:
        super().__init__(engine, path)
        self.loaded: list[bytes] = []

    def bulk_load(self, nquads: bytes) -> None:
        self.loaded.append(nquads)
        super().bulk_load(nquads)


@pytest.mark.parametrize(
    ("first_build", "piece", "small", "loads"),
    [
        (True, 1, 1, len(DOCUMENTS)),
        (True, EVERYTHING // 3, 1, 4),
        (True, EVERYTHING + 1, 1, 2),
        (True, EVERYTHING + 1, EVERYTHING, 1),
        (False, EVERYTHING + 1, 1, 0),
        (False, EVERYTHING // 2, 1, 1),
    ],
    ids=[
        "one by one", "in pieces, the rest shared", "shared by two", "too little to share", "a transaction",
        "too much for a transaction",
    ],
)  # fmt: skip
def test_every_graph_arrives(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first_build: bool,
    piece: int,
    small: int,
    loads: int,
) -> None:
    monkeypatch.setattr(arriving, "_PIECE_BYTES", piece)
    monkeypatch.setattr(arriving, "_SMALL_BYTES", small)
    monkeypatch.setattr(arriving, "_LOADERS", 2)
    store, at_once = _Counting.in_memory(), EmbeddedStore.in_memory()
    with closing(TextWriter(tmp_path / "texts.sqlite")) as texts, closing(FreshStatements()) as fresh:
        way = Arriving(store, texts, fresh, first_build=first_build)
        for (source, extraction), graph in zip(DOCUMENTS, GRAPHS, strict=True):
            way.add(source.hash, extraction.text, graph)
            way.add_graph(graph)
            at_once.load(graph.nquads)
        way.finish()
        way.close()
        assert [texts.get(source.hash) for source, _ in DOCUMENTS] == [made.text for _, made in DOCUMENTS]
        assert all(fresh.get(source.hash) for source, _ in DOCUMENTS)
    assert set(store.engine) == set(at_once.engine)
    assert len(store.loaded) == loads
    assert way.bulk_loaded == bool(loads)
    assert way.statements == 0

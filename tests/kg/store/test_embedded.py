"""The embedded store: whole graphs in and out, snapshots beside a writer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.errors import StoreBusy, StoreError
from kg.store.embedded import EmbeddedStore

A, B = "http://example.org/graph/a", "http://example.org/graph/b"
SAYS = NamedNode("http://example.org/says")


def quads(graph: str, *values: str) -> list[Quad]:
    subject = NamedNode("http://example.org/s")
    return [Quad(subject, SAYS, Literal(value, language="vi"), NamedNode(graph)) for value in values]


def nquads(quads: list[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS)


def said(store: EmbeddedStore, graph: str) -> set[str]:
    return {quad.object.value for quad in store.graph_quads(graph)}


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    return EmbeddedStore.open(tmp_path / "store")


TRICKY = ("Đề án", 'có "ngoặc"', "hai\ndòng", "gạch \\ chéo", "} ; DROP ALL", "\t\r", "🙂", "e\u0323\u0302")


def test_a_graph_is_replaced_whole_and_the_others_stay(store: EmbeddedStore) -> None:
    store.replace_graph(A, quads(A, "một", "hai"))
    store.replace_graph(B, quads(B, "ba"))
    store.replace_graph(A, quads(A, *TRICKY))
    assert said(store, A) == set(TRICKY)
    assert said(store, B) == {"ba"}
    assert len(store) == len(TRICKY) + 1


def test_a_graph_that_is_removed_leaves_no_name(store: EmbeddedStore) -> None:
    store.replace_graph(A, quads(A, "một"))
    store.remove_graph(A)
    store.remove_graph(B)
    assert list(store.graph_names()) == []
    assert not store.has_graph(A)
    assert len(store) == 0


def test_bulk_loaded_quads_are_there_after_optimizing(store: EmbeddedStore) -> None:
    store.bulk_load(nquads(quads(A, *TRICKY)))
    store.optimize()
    store.flush()
    assert said(store, A) == set(TRICKY)


def test_queries_see_all_graphs_and_know_the_prefixes(store: EmbeddedStore) -> None:
    store.load(nquads(quads(A, "một") + quads(B, "hai")))
    rows = store.select("SELECT ?v WHERE { ?s <http://example.org/says> ?v } ORDER BY ?v")
    assert [row["v"].value for row in rows] == ["hai", "một"]
    assert list(store.select("SELECT ?x WHERE { ?x a dch:Instrument ; eli:id_local ?n }")) == []


def test_select_takes_only_select(store: EmbeddedStore) -> None:
    with pytest.raises(ValueError, match="SELECT"):
        store.select("ASK { ?s ?p ?o }")


def test_a_snapshot_stays_as_it_was(store: EmbeddedStore, tmp_path: Path) -> None:
    store.replace_graph(A, quads(A, "cũ"))
    store.flush()
    store.snapshot(tmp_path / "snapshot")
    store.replace_graph(A, quads(A, "mới"))
    readers = [EmbeddedStore.open_read_only(tmp_path / "snapshot") for _ in range(2)]
    assert [said(reader, A) for reader in readers] == [{"cũ"}, {"cũ"}]


def test_two_writers_are_one_too_many(store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(StoreBusy, match="Another process"):
        EmbeddedStore.open(tmp_path / "store")
    store.close()
    EmbeddedStore.open(tmp_path / "store").close()


def test_what_is_no_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        EmbeddedStore.open_read_only(tmp_path / "nowhere")


def test_a_closed_store_answers_nothing(store: EmbeddedStore) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        len(store)

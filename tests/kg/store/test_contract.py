"""What every store does alike, whatever engine stands behind it: embedded, `oxigraph serve`, Virtuoso."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, serialize

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore, insert_data
from kg.store.endpoint import Endpoint
from kg.store.protocol import Store
from kg.store.remote import RemoteStore
from kg.vocab import XSD
from tests.kg.store import engines

BASE = "http://example.org/contract/"
A, B = f"{BASE}graph/a", f"{BASE}graph/b"
SAYS = NamedNode(f"{BASE}says")
TRICKY = (
    "Đề án",
    'có "ngoặc"',
    "hai\ndòng",
    "gạch \\ chéo",
    "} ; DROP ALL",
    "a\tb",
    "🙂",
    "e\u0323\u0302",
    "-",
)


@contextmanager
def embedded(folder: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore.open(folder / "store")
    yield store
    store.close()


@contextmanager
def served_by_oxigraph(folder: Path) -> Iterator[RemoteStore]:
    with engines.oxigraph(folder) as endpoint:
        yield RemoteStore(endpoint)


@contextmanager
def served_by_virtuoso(folder: Path) -> Iterator[RemoteStore]:
    with engines.virtuoso(folder) as endpoint:
        yield RemoteStore(endpoint)


@pytest.fixture(
    scope="module", params=[embedded, served_by_oxigraph, served_by_virtuoso], ids=lambda e: e.__name__
)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with request.param(tmp_path_factory.mktemp("engine")) as store:
        yield store


@pytest.fixture
def store(engine: Store) -> Store:
    for graph in (A, B):
        engine.remove_graph(graph)
    return engine


def quads(graph: str, *values: str) -> list[Quad]:
    subject = NamedNode(f"{BASE}s")
    return [Quad(subject, SAYS, Literal(value, language="vi"), NamedNode(graph)) for value in values]


def nquads(*quads: Quad) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS)


def said(store: Store, graph: str) -> set[str]:
    return {quad.object.value for quad in store.graph_quads(graph)}  # type: ignore[union-attr]


def ours(store: Store) -> set[str]:
    return {graph for graph in store.graph_names() if graph.startswith(BASE)}


def test_a_graph_is_replaced_whole_and_the_others_stay(store: Store) -> None:
    store.replace_graph(A, quads(A, "một", "hai"))
    store.replace_graph(B, quads(B, "ba"))
    store.replace_graph(A, quads(A, *TRICKY))
    assert said(store, A) == set(TRICKY)
    assert said(store, B) == {"ba"}
    assert ours(store) == {A, B}


def test_a_graph_is_written_from_text(store: Store) -> None:
    store.replace_graph(A, quads(A, "cũ"))
    store.write_graph(A, "".join(f"{quad.triple} .\n" for quad in quads(A, *TRICKY)))
    assert said(store, A) == set(TRICKY)


def test_a_graph_that_is_removed_leaves_no_name(store: Store) -> None:
    store.replace_graph(A, quads(A, "một"))
    store.remove_graph(A)
    store.remove_graph(B)
    assert ours(store) == set()
    assert not store.has_graph(A)
    assert said(store, A) == set()


@pytest.mark.parametrize("load", ["load", "bulk_load"])
def test_loading_adds_to_the_graphs_that_are_there(store: Store, load: str) -> None:
    store.replace_graph(A, quads(A, "đã có"))
    getattr(store, load)(nquads(*quads(A, *TRICKY), *quads(B, "hai")))
    store.optimize()
    store.flush()
    assert said(store, A) == {"đã có", *TRICKY}
    assert said(store, B) == {"hai"}


@pytest.mark.parametrize("count", [0, 3, 6_000])
def test_quads_are_added_however_many(store: Store, count: int) -> None:
    store.replace_graph(A, quads(A, "trước"))
    store.add([*quads(A, *map(str, range(count))), *quads(B, *TRICKY)])
    assert said(store, A) == {"trước", *map(str, range(count))}
    assert said(store, B) == set(TRICKY)


def test_queries_see_the_union_and_each_graph_and_know_the_prefixes(store: Store) -> None:
    store.load(nquads(*quads(A, "một"), *quads(B, "hai")))
    rows = store.select(f"SELECT DISTINCT ?v {{ ?s {SAYS} ?v }} ORDER BY ?v")
    assert [row["v"].value for row in rows] == ["hai", "một"]
    rows = store.select(f"SELECT ?v {{ GRAPH <{A}> {{ ?s {SAYS} ?v }} }}")
    assert [row["v"] for row in rows] == [Literal("một", language="vi")]
    assert list(store.select("SELECT ?x { ?x a dch:NothingSuch ; eli:id_local ?n }")) == []


def test_a_query_may_be_narrowed_to_graphs(store: Store) -> None:
    store.load(nquads(*quads(A, "một"), *quads(B, "hai")))
    query = f"SELECT ?v {{ ?s {SAYS} ?v }}"
    assert [row["v"].value for row in store.query(query, default_graphs=[B])] == ["hai"]  # type: ignore[union-attr]
    query = f"SELECT ?v {{ GRAPH ?g {{ ?s {SAYS} ?v }} }}"
    assert [row["v"].value for row in store.query(query, named_graphs=[A])] == ["một"]  # type: ignore[union-attr]


def test_each_form_of_query_has_its_answer(store: Store) -> None:
    store.replace_graph(A, quads(A, "một"))
    assert isinstance(store.query(f"SELECT ?v {{ ?s {SAYS} ?v }}"), QuerySolutions)
    assert bool(store.query(f"ASK {{ ?s {SAYS} ?v }}"))
    assert not bool(store.query(f"ASK {{ ?s {SAYS} 'không'@vi }}"))
    (triple,) = store.query(f"CONSTRUCT {{ ?s {SAYS} ?v }} {{ ?s {SAYS} ?v }}")  # type: ignore[misc]
    assert triple.object == Literal("một", language="vi")
    with pytest.raises(ValueError, match="SELECT"):
        store.select(f"ASK {{ ?s {SAYS} ?v }}")


def test_counts_and_groups_agree(store: Store) -> None:
    store.load(nquads(*quads(A, "một", "hai"), *quads(B, "ba")))
    query = f"SELECT ?g (COUNT(?v) AS ?n) {{ GRAPH ?g {{ ?s {SAYS} ?v }} }} GROUP BY ?g ORDER BY ?g"
    assert [(row["g"].value, int(row["n"].value)) for row in store.select(query)] == [(A, 2), (B, 1)]


def test_an_update_changes_what_it_names(store: Store) -> None:
    store.update(insert_data(A, quads(A, *TRICKY)))
    assert said(store, A) == set(TRICKY)
    store.update(f"DELETE WHERE {{ GRAPH <{A}> {{ ?s {SAYS} ?v }} }}")
    assert said(store, A) == set()


def test_typed_values_keep_what_they_mean(store: Store) -> None:
    values = {
        "date": "2019-09-13", "gYear": "2019", "integer": "12", "decimal": "0.95", "boolean": "true",
    }  # fmt: skip
    typed = [
        Quad(
            NamedNode(f"{BASE}{kind}"), SAYS, Literal(value, datatype=NamedNode(f"{XSD}{kind}")), NamedNode(A)
        )
        for kind, value in values.items()
    ]
    store.replace_graph(A, typed)
    found = {quad.subject.value.removeprefix(BASE): quad.object.value for quad in store.graph_quads(A)}  # type: ignore[union-attr]
    assert found["date"] == "2019-09-13"
    assert float(found["decimal"]) == 0.95
    assert int(found["integer"]) == 12
    assert found["gYear"] == "2019"
    assert found["boolean"] in {"true", "1"}


def test_a_query_that_is_wrong_is_a_syntax_error(store: Store) -> None:
    with pytest.raises(SyntaxError):
        store.query("SELECT ?x WHERE {")


def test_a_snapshot_is_a_store_of_its_own(store: Store, tmp_path: Path) -> None:
    store.replace_graph(A, quads(A, "cũ"))
    store.flush()
    store.snapshot(tmp_path / "snapshot")
    store.replace_graph(A, quads(A, "mới"))
    copy = EmbeddedStore.open_read_only(tmp_path / "snapshot")
    assert said(copy, A) == {"cũ"}


def test_a_server_that_is_not_there_says_so() -> None:
    store = RemoteStore(Endpoint.oxigraph(f"http://127.0.0.1:{engines.free_port()}"))
    with pytest.raises(StoreError, match=r"127\.0\.0\.1"):
        store.has_graph(A)

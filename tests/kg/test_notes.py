"""SPARQL updates of a dataset whose graphs are at a server write notes beside it, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest, KgError, QueryRejected, UpdatesClosed
from kg.ingest import ingest
from kg.notes import write_notes
from kg.questions.instrument import instrument
from kg.sparql import run
from tests.kg.samples import extract_sample, write_samples
from tests.kg.store import engines

BASE = "http://example.org/noted/"
NOTE = f"{BASE}graph/notes/viec"
THING = f"{BASE}id/body/chinh-phu"


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    files = tmp_path_factory.mktemp("files")
    write_samples(files)
    with engines.oxigraph(tmp_path_factory.mktemp("engine")) as endpoint:
        store = tmp_path_factory.mktemp("noted") / "kg-data"
        ingest([files], store, base=BASE, endpoint=endpoint, extract=extract_sample)
        with Dataset.open(store) as dataset:
            yield dataset


@pytest.fixture
def dataset(noted: Dataset) -> Dataset:
    write_notes(noted, f"CLEAR GRAPH <{NOTE}>")
    return noted


def said(dataset: Dataset, graph: str = NOTE) -> set[str]:
    return {str(quad.triple) for quad in dataset.store.graph_quads(graph)}


def others(dataset: Dataset) -> dict[str, set[str]]:
    return {
        graph: said(dataset, graph)
        for graph in dataset.store.graph_names()
        if not graph.startswith(f"{BASE}graph/notes/")
    }


def test_notes_are_written_changed_and_taken_away(dataset: Dataset) -> None:
    write_notes(dataset, f"INSERT DATA {{ GRAPH <{NOTE}> {{ <{THING}> rdfs:comment 'Đọc \"lại\"'@vi, 3 }} }}")
    assert said(dataset) == {
        f'<{THING}> <http://www.w3.org/2000/01/rdf-schema#comment> "Đọc \\"lại\\""@vi',
        f'<{THING}> <http://www.w3.org/2000/01/rdf-schema#comment> "3"'
        "^^<http://www.w3.org/2001/XMLSchema#integer>",
    }

    write_notes(
        dataset,
        f"DELETE {{ GRAPH <{NOTE}> {{ ?s rdfs:comment ?n }} }} INSERT {{ GRAPH <{NOTE}> {{ ?s <u:n> ?m }} }} "
        f"WHERE {{ GRAPH <{NOTE}> {{ ?s rdfs:comment ?n }} FILTER(ISNUMERIC(?n)) BIND(?n + 1 AS ?m) }}",
    )
    assert len(said(dataset)) == 2
    assert any("<u:n>" in triple and '"4"' in triple for triple in said(dataset))

    write_notes(dataset, f"DELETE WHERE {{ GRAPH <{NOTE}> {{ <{THING}> ?p ?o }} }}")
    assert said(dataset) == set()


def test_notes_are_made_of_what_the_dataset_says_and_found_by_queries(dataset: Dataset) -> None:
    write_notes(
        dataset,
        f"INSERT {{ GRAPH <{NOTE}> {{ ?i <u:toRead> true }} }} WHERE {{ ?i eli:id_local '2457/QĐ-BGDĐT' }}",
    )
    answer = run(dataset, "ASK { ?i <u:toRead> true ; eli:id_local '2457/QĐ-BGDĐT' }")

    assert answer.truth is True


def test_what_documents_say_is_as_before(dataset: Dataset) -> None:
    before, answered = others(dataset), instrument(dataset, "2457/QĐ-BGDĐT")
    write_notes(dataset, f"INSERT {{ GRAPH <{NOTE}> {{ ?s <u:seen> ?o }} }} WHERE {{ ?s eli:id_local ?o }}")

    assert len(said(dataset)) > 1
    assert others(dataset) == before
    assert instrument(dataset, "2457/QĐ-BGDĐT") == answered


@pytest.fixture(scope="module")
def outside() -> Iterator[tuple[int, list[str]]]:
    """A server that must never be asked: its port, and what was asked of it."""
    asked: list[str] = []

    class Watch(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal of the tests."""

    with HTTPServer(("127.0.0.1", 0), Watch) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


INTO = f"INSERT {{ GRAPH <{NOTE}> {{ ?s ?p ?o }} }}"
REFUSED = {
    "LOAD": "LOAD <http://127.0.0.1:PORT/x>",
    "LOAD into notes": f"LOAD SILENT <http://127.0.0.1:PORT/x> INTO GRAPH <{NOTE}>",
    "LOAD of a file": f"LOAD <file:///etc/passwd> INTO GRAPH <{NOTE}>",
    "LOAD behind another": f"CLEAR GRAPH <{NOTE}> ; LOAD <http://127.0.0.1:PORT/x>",
    "SERVICE": f"{INTO} WHERE {{ SERVICE <http://127.0.0.1:PORT/x> {{ ?s ?p ?o }} }}",
    "SERVICE SILENT": f"{INTO} WHERE {{ SERVICE SILENT <http://127.0.0.1:PORT/x> {{ ?s ?p ?o }} }}",
    "SERVICE in escaped letters": f"{INTO} WHERE {{ \\u0053ERVICE <http://127.0.0.1:PORT/> {{ ?s ?p ?o }} }}",
    "SERVICE in a sub-query": f"{INTO} WHERE {{ {{ SELECT * {{ SERVICE ?x {{ ?s ?p ?o }} }} }} }}",
    "SERVICE in EXISTS": f"{INTO} WHERE {{?s ?p ?o FILTER EXISTS {{ SERVICE <http://127.0.0.1:PORT> {{}}}}}}",
    "SERVICE in a template": f"INSERT {{ GRAPH <{NOTE}> {{ SERVICE <u:x> {{ }} }} }} WHERE {{ ?s ?p ?o }}",
    "USING": f"{INTO} USING <http://127.0.0.1:PORT/x> WHERE {{ ?s ?p ?o }}",
    "USING NAMED": f"{INTO} USING NAMED <http://127.0.0.1:PORT/x> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "FROM": f"{INTO} WHERE {{ ?s ?p ?o }} FROM <http://127.0.0.1:PORT/x>",
    "FROM in a sub-query": f"{INTO} WHERE {{ {{ SELECT * FROM <http://127.0.0.1:PORT/x> {{ ?s ?p ?o }} }} }}",
    "a document's graph": f"DROP GRAPH <{BASE}graph/doc/0123456789abcdef>",
    "the reviews": f"CLEAR GRAPH <{BASE}graph/review>",
    "a path out of the notes": f"CLEAR GRAPH <{BASE}graph/notes/../review>",
    "an escaped path": f"CLEAR GRAPH <{BASE}graph/notes/%2e%2e/review>",
    "the folder of notes": f"CLEAR GRAPH <{BASE}graph/notes/>",
    "another dataset": "CLEAR GRAPH <http://example.org/graph/notes/a>",
    "everything": "DROP ALL",
    "the default graph": "INSERT DATA { <u:s> <u:p> <u:o> }",
    "a way out of the template": f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> <u:p> 1 }} }} }} ; DROP ALL ; #",
    "a word of the dataset": f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> dch:implements <u:o> }} }}",
    "a type of the dataset": f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> a dch:Instrument }} }}",
    "a word that a query finds": f"{INTO} WHERE {{ ?s ?p ?o }}",
    "a word behind an escape": f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> dch:\\u0063ited <u:o> }} }}",
    "a blank node": f"INSERT DATA {{ GRAPH <{NOTE}> {{ _:b <u:p> [ <u:q> 1 ] }} }}",
    "what does not parse": f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> <u:p> }} }}",
    "more than may be written": f"INSERT {{ GRAPH <{NOTE}> {{ ?s <u:p> ?o }} }} WHERE {{ ?s ?x ?o }}",
    "a query": "SELECT * { ?s ?p ?o }",
}  # fmt: skip


@pytest.mark.parametrize("way", REFUSED)
def test_nothing_else_is_written_and_nothing_is_fetched(
    dataset: Dataset, outside: tuple[int, list[str]], way: str
) -> None:
    port, asked = outside
    before = others(dataset)
    with pytest.raises(QueryRejected):
        write_notes(dataset, REFUSED[way].replace("PORT", str(port)), max_statements=50)

    assert said(dataset) == set()
    assert others(dataset) == before
    assert asked == []


def test_an_update_is_carried_out_whole_or_not_at_all(dataset: Dataset) -> None:
    good = f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> <u:p> 1 }} }}"
    with pytest.raises(QueryRejected):
        write_notes(dataset, f"{good} ; INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> dch:year 1 }} }}")
    assert said(dataset) == set()


def test_the_graphs_an_update_reads_are_those_of_the_dataset(dataset: Dataset) -> None:
    update = f"INSERT {{ GRAPH <{NOTE}> {{ ?s <u:p> ?o }} }} WHERE {{ ?s eli:id_local ?o }}"
    with pytest.raises(BadRequest):
        write_notes(dataset, update, default_graphs=["http://127.0.0.1:9/x"])
    write_notes(dataset, update, default_graphs=[dataset.iris.graph("runs")])
    assert said(dataset) == set()


def test_a_dataset_in_a_folder_takes_no_updates(samples: Dataset) -> None:
    with pytest.raises(UpdatesClosed) as closed:
        write_notes(samples, f"CLEAR GRAPH <{NOTE}>")
    assert isinstance(closed.value, KgError)

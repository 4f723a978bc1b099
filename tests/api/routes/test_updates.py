"""SPARQL Update over HTTP: closed unless switched on, with the token, and for notes only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from rdflib import Namespace

from api.app import create_app
from api.settings import Settings
from kg.ingest import ingest
from kg.store.endpoint import Endpoint
from tests.api.conftest import SAMPLES
from tests.api.rdf import graph_of
from tests.kg.store import engines

TOKEN = "mot-ma-truy-cap-kha-dai"
BEARER = {"authorization": f"Bearer {TOKEN}"}
NOTE = "http://localhost:8000/graph/notes/viec"
INSERT = f"INSERT DATA {{ GRAPH <{NOTE}> {{ <u:s> <u:p> 'Đọc lại'@vi }} }}"
COUNT = {"query": f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{NOTE}> {{ ?s ?p ?o }} }}"}
DIRECT = {"content-type": "application/sparql-update"}
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.fixture(
    scope="module", params=[engines.oxigraph, engines.virtuoso], ids=lambda engine: engine.__name__
)
def remote(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a dataset whose graphs are at a server."""
    engine: Callable[[Path], AbstractContextManager[Endpoint]] = request.param
    with engine(tmp_path_factory.mktemp("engine")) as endpoint:
        yield loaded(tmp_path_factory.mktemp("remote") / "kho", endpoint)


def loaded(store: Path, endpoint: Endpoint | None) -> Path:
    ingest([SAMPLES / "07-lang-son-38-kh-ubnd.txt"], store, endpoint=endpoint)
    return store


@pytest.fixture(scope="module")
def open_to_notes(remote: Path) -> Iterator[TestClient]:
    settings = Settings(store=remote, token=TOKEN, updates=True)  # type: ignore[arg-type]
    with TestClient(create_app(settings)) as made:
        yield made


def count(client: TestClient) -> int:
    answer = client.get("/sparql", params=COUNT)
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


@pytest.fixture
def notes(open_to_notes: TestClient) -> TestClient:
    cleared = open_to_notes.post("/sparql", content=f"CLEAR GRAPH <{NOTE}>", headers=DIRECT | BEARER)
    assert cleared.status_code == 204
    return open_to_notes


@pytest.mark.parametrize("address", ["/sparql", "/api/v1/sparql"])
def test_notes_are_written_by_both_ways_of_the_protocol(notes: TestClient, address: str) -> None:
    direct = notes.post(address, content=INSERT, headers=DIRECT | BEARER)
    form = notes.post(address, data={"update": INSERT.replace("<u:s>", "<u:t>")}, headers=BEARER)

    assert (direct.status_code, direct.content) == (form.status_code, form.content) == (204, b"")
    assert count(notes) == 2
    assert "Đọc lại" in notes.get("/graph/notes/viec").text


def test_what_is_read_from_the_graphs_is_never_given_as_unchanged(notes: TestClient) -> None:
    before = notes.get("/sparql", params=COUNT)
    notes.post("/sparql", content=INSERT, headers=DIRECT | BEARER)
    after = notes.get("/sparql", params=COUNT, headers={"if-none-match": before.headers.get("etag", "*")})

    assert "etag" not in before.headers
    assert (after.status_code, count(notes)) == (200, 1)
    assert "etag" in notes.get("/api/v1/statistics").headers


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": INSERT, "headers": DIRECT}, 401),
        ({"content": INSERT, "headers": DIRECT | {"authorization": f"Bearer {TOKEN}x"}}, 401),
        ({"content": INSERT, "headers": DIRECT | {"authorization": f"Basic {TOKEN}"}}, 401),
        ({"data": {"update": INSERT}}, 401),
        ({"content": "INSERT", "headers": DIRECT | BEARER}, 400),
        ({"content": "DROP ALL", "headers": DIRECT | BEARER}, 400),
        ({"content": "LOAD <http://127.0.0.1:9/>", "headers": DIRECT | BEARER}, 400),
        ({"content": "ASK {}", "headers": DIRECT | BEARER}, 400),
        ({"content": b"#" * 1_000_000, "headers": DIRECT | BEARER}, 413),
        ({"data": {"update": [INSERT, INSERT]}, "headers": BEARER}, 400),
        ({"data": {"update": INSERT, "query": "ASK {}"}, "headers": BEARER}, 400),
        ({"data": {"update": INSERT, "using-graph-uri": "http://127.0.0.1:9/"}, "headers": BEARER}, 400),
        ({"content": INSERT, "headers": {"content-type": "application/sparql-query"} | BEARER}, 400),
    ],
)
def test_who_may_not_or_asks_for_more_is_refused(
    notes: TestClient,
    sent: dict[str, Any],
    status: int,
) -> None:
    answer = notes.post("/sparql", **sent)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert count(notes) == 0


def test_updates_are_closed_by_default_without_a_token_and_in_a_folder(remote: Path, tmp_path: Path) -> None:
    folder = loaded(tmp_path / "kho", None)
    closed = {
        "by default": Settings(store=remote, token=TOKEN),  # type: ignore[arg-type]
        "without a token": Settings(store=remote, updates=True),
        "in a folder": Settings(store=folder, token=TOKEN, updates=True),  # type: ignore[arg-type]
    }
    for how, settings in closed.items():
        with TestClient(create_app(settings)) as client:
            answer = client.post("/sparql", content=INSERT, headers=DIRECT | BEARER)
            described = graph_of(client.get("/sparql").content, "text/turtle")
            assert (how, answer.status_code) == (how, 403)
            assert (None, SD.supportedLanguage, SD.SPARQL11Update) not in described


def test_the_service_says_that_it_takes_updates(notes: TestClient) -> None:
    described = graph_of(notes.get("/sparql").content, "text/turtle")
    assert set(described.objects(None, SD.supportedLanguage)) == {SD.SPARQL11Query, SD.SPARQL11Update}

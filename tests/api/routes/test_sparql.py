"""The SPARQL protocol: three ways to ask, the forms of the answer, and what is refused."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

SELECT = "SELECT ?n WHERE { ?i eli:id_local ?n } ORDER BY ?n LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?i eli:id_local ?n } WHERE { ?i eli:id_local ?n } LIMIT 3"
DIRECT = {"content-type": "application/sparql-query"}


@pytest.mark.parametrize("address", ["/api/v1/sparql", "/sparql"])
def test_the_three_ways_of_asking_give_the_same_answer(client: TestClient, address: str) -> None:
    answers = [
        client.get(address, params={"query": SELECT}),
        client.post(address, data={"query": SELECT}),
        client.post(address, content=SELECT, headers=DIRECT),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(answers[0].json()["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "application/json", "application/json"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        ("ASK { ?s ?p ?o }", "*/*", "application/sparql-results+json"),
    ],
)
def test_the_answer_takes_the_form_that_is_accepted(
    client: TestClient, query: str, accept: str, expected: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})

    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "accept"), [(SELECT, "image/png"), (SELECT, "text/turtle"), (CONSTRUCT, "text/csv")]
)
def test_a_form_that_does_not_fit_is_not_acceptable(client: TestClient, query: str, accept: str) -> None:
    assert client.get("/sparql", params={"query": query}, headers={"accept": accept}).status_code == 406


@pytest.mark.parametrize(
    "query",
    [
        "SELECT",
        "",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
        "SELECT * { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "LOAD <http://127.0.0.1:9/>",
        "DROP ALL",
    ],
)
def test_what_leaves_the_store_or_writes_is_refused(client: TestClient, query: str) -> None:
    assert client.post("/sparql", content=query, headers=DIRECT).status_code == 400


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"ASK {}", {"content-type": "text/plain"}, 415),
        (b"ASK {}", {}, 415),
        (b"\xff\xfe", DIRECT, 400),
        (b"query=ASK%7B%7D&query=ASK%7B%7D", {"content-type": "application/x-www-form-urlencoded"}, 400),
        (b"nothing=1", {"content-type": "application/x-www-form-urlencoded"}, 400),
        (b"#" * 1_000_000, DIRECT, 413),
    ],
)
def test_a_body_that_is_no_query_is_a_problem(
    client: TestClient, content: bytes, headers: dict[str, str], status: int
) -> None:
    answer = client.post("/sparql", content=content, headers=headers)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_answer_that_is_cut_says_so(client: TestClient) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"})

    assert answer.headers["x-result-truncated"] == "true"
    assert len(answer.text.splitlines()) == 10_001

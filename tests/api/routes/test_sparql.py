"""The SPARQL protocol: three ways to ask, the forms of the answer, and what is refused."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from rdflib import Graph, Namespace, URIRef

from tests.api.rdf import graph_of

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
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (
            "DESCRIBE <https://w3id.org/danchieu/ontology#type-ke-hoach>",
            "text/turtle",
            "text/turtle; charset=utf-8",
        ),
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
        "SELECT * { #\r SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n }",
    ],
)
def test_what_leaves_the_store_or_writes_is_refused(client: TestClient, query: str) -> None:
    assert client.post("/sparql", content=query, headers=DIRECT).status_code == 400


FORM = {"content-type": "application/x-www-form-urlencoded"}
UPDATE = {"content-type": "application/sparql-update"}
AUTHORITY = "http://localhost:8000/graph/authority"

# After the tests of the SPARQL 1.1 Protocol: method, query string, body, headers, status.
PROTOCOL = {
    "query by GET": ("GET", "query=ASK%20%7B%7D", None, {}, 200),
    "query by POST of a form": ("POST", "", "query=ASK%20%7B%7D", FORM, 200),
    "query by POST of itself": ("POST", "", "ASK {}", DIRECT, 200),
    "query by POST of itself, charset said": (
        "POST", "", "ASK {}", {"content-type": "application/sparql-query; charset=UTF-8"}, 200,
    ),
    "an unknown parameter beside the query": ("GET", "query=ASK%20%7B%7D&x=1", None, {}, 200),
    "one default graph by GET": ("GET", f"query=ASK%20%7B%7D&default-graph-uri={AUTHORITY}", None, {}, 200),
    "one named graph by GET": ("GET", f"query=ASK%20%7B%7D&named-graph-uri={AUTHORITY}", None, {}, 200),
    "graphs by POST of the query": ("POST", f"default-graph-uri={AUTHORITY}", "ASK {}", DIRECT, 200),
    "graphs by POST of a form": (
        "POST", "", f"query=ASK+%7B%7D&default-graph-uri={AUTHORITY}&named-graph-uri={AUTHORITY}", FORM, 200,
    ),
    "a graph from elsewhere": (
        "GET", "query=ASK%20%7B%7D&default-graph-uri=http://127.0.0.1:9/", None, {}, 400,
    ),
    "a graph from a file": ("GET", "query=ASK%20%7B%7D&named-graph-uri=file:///etc/passwd", None, {}, 400),
    "no query in the form": ("POST", "", "nothing=1", FORM, 400),
    "two queries by GET": ("GET", "query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, {}, 422),
    "two queries in the form": ("POST", "", "query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM, 400),
    "a wrong type of body": ("POST", "", "ASK {}", {"content-type": "text/plain"}, 415),
    "no type of body": ("POST", "", "ASK {}", {}, 415),
    "a form that says it is a query": ("POST", "", "query=ASK%20%7B%7D", DIRECT, 400),
    "a query that says it is a form": ("POST", "", "ASK {}", FORM, 400),
    "another charset": (
        "POST", "", b"A\x00S\x00K\x00", {"content-type": "application/sparql-query; charset=UTF-16"}, 415,
    ),
    "bytes that are no text": ("POST", "", b"\xff\xfe", DIRECT, 400),
    "a syntax error": ("GET", "query=ASK", None, {}, 400),
    "a query that is too long": ("POST", "", b"#" * 1_000_000, DIRECT, 413),
    "an update by GET": ("GET", "update=CLEAR%20ALL", None, {}, 400),
    "an update by POST of a form": ("POST", "", "update=CLEAR%20ALL", FORM, 403),
    "an update by POST of itself": ("POST", "", "CLEAR ALL", UPDATE, 403),
    "an update beside a query": ("POST", "", "query=ASK%20%7B%7D&update=CLEAR%20ALL", FORM, 400),
    "an update sent as a query": ("POST", "", "CLEAR ALL", DIRECT, 400),
    "another method": ("PUT", "query=ASK%20%7B%7D", None, {}, 405),
}  # fmt: skip


@pytest.mark.parametrize("address", ["/sparql", "/api/v1/sparql"])
@pytest.mark.parametrize("case", PROTOCOL)
def test_the_protocol(client: TestClient, address: str, case: str) -> None:
    method, query, body, headers, status = PROTOCOL[case]
    content = body.encode() if isinstance(body, str) else body
    answer = client.request(method, f"{address}?{query}", content=content, headers=headers)

    assert answer.status_code == status
    if status >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]
    else:
        assert answer.json()["boolean"] is True


COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


def counted(client: TestClient, query: str, **graphs: str) -> int:
    params = {"query": query} | {name.replace("_", "-"): graph for name, graph in graphs.items()}
    return int(client.get("/sparql", params=params).json()["results"]["bindings"][0]["n"]["value"])


def test_the_graphs_named_are_the_ones_read(client: TestClient) -> None:
    graphs = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?c a dch:Citation } }"
    rows = client.get("/sparql", params={"query": graphs}).json()["results"]["bindings"]
    one = rows[0]["g"]["value"]
    within = counted(client, f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{one}> {{ ?s ?p ?o }} }}")

    assert len(rows) == 15
    assert counted(client, COUNT, default_graph_uri=one) == within
    assert counted(client, COUNT, named_graph_uri=one) == 0
    assert counted(client, COUNT_NAMED, named_graph_uri=one) == 1
    assert counted(client, COUNT_NAMED, default_graph_uri=one) == 0


@pytest.mark.parametrize(
    "accept", ["*/*", "text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]
)
def test_without_a_query_the_service_describes_itself(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", headers={"accept": accept})
    graph = graph_of(answer.content, answer.headers["content-type"])
    sd = Namespace("http://www.w3.org/ns/sparql-service-description#")

    assert set(graph.objects(None, sd.supportedLanguage)) == {sd.SPARQL11Query}
    assert set(graph.objects(None, sd.endpoint)) == {URIRef("http://localhost:8000/sparql")}
    assert (None, sd.feature, sd.UnionDefaultGraph) in graph


# Graph Store Protocol, reading


def test_a_named_graph_is_read_by_parameter_and_at_its_address(client: TestClient) -> None:
    ways = (
        client.get("/api/v1/graphs", params={"graph": AUTHORITY}),
        client.get("/graph/authority"),
    )

    assert len({answer.content for answer in ways}) == 1
    assert len(Graph().parse(data=ways[0].content, format="turtle")) > 0


def test_the_default_graph_is_all_of_them(client: TestClient) -> None:
    answer = client.get("/api/v1/graphs?default", headers={"accept": "application/n-triples"})

    assert len(set(answer.text.splitlines())) == counted(
        client, "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    )


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/graphs", 400),
        ("GET", f"/api/v1/graphs?default&graph={AUTHORITY}", 400),
        ("GET", "/api/v1/graphs?graph=http://127.0.0.1:9/", 404),
        ("GET", "/api/v1/graphs?graph=no%20iri", 400),
        ("GET", "/graph/../../etc/passwd", 404),
        ("GET", "/graph/nothing", 404),
        ("PUT", "/api/v1/graphs?default", 405),
        ("POST", "/api/v1/graphs?default", 405),
        ("DELETE", "/api/v1/graphs?default", 405),
    ],
)
def test_graphs_are_neither_fetched_nor_written(
    client: TestClient, method: str, address: str, status: int
) -> None:
    assert client.request(method, address).status_code == status


def test_an_answer_that_is_cut_says_so(client: TestClient) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"})

    assert answer.headers["x-result-truncated"] == "true"
    assert len(list(csv.reader(io.StringIO(answer.text)))) == 10_001

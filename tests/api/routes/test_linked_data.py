"""Linked data: every IRI dereferences, in each format, and the dataset says what it holds."""

from __future__ import annotations

import gzip

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, Namespace, URIRef

from kg.export.rdf import RDF_FORMS, RdfForm
from tests.api.conftest import DECISION_ID
from tests.api.rdf import dataset_of, graph_of

BASE = "http://localhost:8000/"
DECISION_IRI = URIRef(f"{BASE}id/{DECISION_ID}")
DCH = Namespace("https://w3id.org/danchieu/ontology#")
VOID = Namespace("http://rdfs.org/ns/void#")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        (BROWSER, f"/van-ban/{DECISION_ID}"),
        ("application/json", f"/api/v1/instruments/{DECISION_ID}"),
        ("*/*", f"/api/v1/instruments/{DECISION_ID}"),
        ("text/turtle", f"/data/id/{DECISION_ID}.ttl"),
        ("application/ld+json", f"/data/id/{DECISION_ID}.jsonld"),
        ("application/n-triples", f"/data/id/{DECISION_ID}.nt"),
        ("application/rdf+xml", f"/data/id/{DECISION_ID}.rdf"),
        ("application/trig", f"/data/id/{DECISION_ID}.trig"),
        ("application/n-quads", f"/data/id/{DECISION_ID}.nq"),
        ("text/turtle;q=0.5, application/trig;q=0.9", f"/data/id/{DECISION_ID}.trig"),
    ],
)
def test_the_thing_is_not_the_page(client: TestClient, accept: str, place: str) -> None:
    answer = client.get(f"/id/{DECISION_ID}", headers={"accept": accept})

    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("form", RDF_FORMS, ids=lambda form: str(form.name))
def test_an_iri_leads_to_statements_about_it_in_every_format(client: TestClient, form: RdfForm) -> None:
    answer = client.get(f"/id/{DECISION_ID}", headers={"accept": form.media_type}, follow_redirects=True)
    graph = graph_of(answer.content, answer.headers["content-type"]) if not form.graphs else None
    quads = dataset_of(answer.content, answer.headers["content-type"]) if form.graphs else None

    found = {(s, p) for s, p, *_ in (quads.quads() if quads is not None else graph or ())}
    assert answer.headers["content-type"].startswith(form.media_type)
    assert (DECISION_IRI, RDF.type) in found
    assert any(predicate == DCH.cited for _, predicate in found)
    assert f"<{DECISION_IRI}>" in answer.headers["link"]


def test_trig_says_which_document_and_run_each_statement_comes_from(client: TestClient) -> None:
    answer = client.get(f"/data/id/{DECISION_ID}.trig")
    quads = dataset_of(answer.content, answer.headers["content-type"])
    graphs = {str(graph.identifier) for graph in quads.graphs() if len(graph)}

    assert f"{BASE}graph/runs" in graphs
    assert any(name.startswith(f"{BASE}graph/doc/") for name in graphs)
    assert any(quads.quads((None, DCH.fileName, None, None)))


@pytest.mark.parametrize(
    "path", ["body/ubnd-tinh-lang-son", "id/ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd"]
)
def test_other_things_dereference_too(client: TestClient, path: str) -> None:
    answer = client.get(f"/{path}", headers={"accept": "text/turtle"}, follow_redirects=True)

    assert answer.status_code == 200
    assert any(graph_of(answer.content, "text/turtle").predicate_objects(URIRef(f"{BASE}{path}")))


def test_every_document_citation_evidence_and_run_dereferences(client: TestClient) -> None:
    for kind in ("SourceDocument", "Citation", "Run", "Evidence"):
        rows = client.get("/sparql", params={"query": f"SELECT ?x {{ ?x a dch:{kind} }} LIMIT 1"}).json()[
            "results"
        ]["bindings"]
        for row in rows:
            iri = row["x"]["value"].removeprefix(BASE)
            answer = client.get(f"/{iri}", headers={"accept": "text/turtle"}, follow_redirects=True)
            assert answer.status_code == 200, iri


def test_the_format_can_be_negotiated_at_the_data_itself(client: TestClient) -> None:
    answer = client.get(f"/data/id/{DECISION_ID}", headers={"accept": "application/n-triples"})

    assert answer.headers["content-type"] == "application/n-triples"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        (f"/id/{DECISION_ID}", "image/png", 406),
        ("/body/ubnd-tinh-lang-son", "text/html", 406),
        (f"/data/id/{DECISION_ID}", "text/csv", 406),
        ("/.well-known/void", "image/png", 406),
        ("/data/id/khong/co.ttl", "*/*", 404),
        ("/data/../../../etc/passwd", "*/*", 404),
        ("/data/id/a b.ttl", "*/*", 400),
        ('/data/id/x"><script>.ttl', "*/*", 400),
        ("/dumps/danchieu.zip", "*/*", 404),
        ("/dumps/..%2f..%2fetc%2fpasswd", "*/*", 404),
    ],
)
def test_what_is_not_there_or_does_not_fit_is_said(
    client: TestClient, address: str, accept: str, status: int
) -> None:
    answer = client.get(address, headers={"accept": accept})

    assert answer.status_code == status


def test_void_tells_size_service_dumps_and_vocabulary(client: TestClient) -> None:
    answer = client.get("/.well-known/void")
    graph = graph_of(answer.content, answer.headers["content-type"])
    dataset = graph.value(predicate=RDF.type, object=VOID.Dataset)
    properties = {str(part) for part in graph.objects(None, VOID.property)}
    total = sum(
        int(str(graph.value(part, VOID.triples))) for part in graph.objects(dataset, VOID.propertyPartition)
    )

    assert str(DCH.implements) in properties
    assert str(graph.value(dataset, VOID.triples)) == str(total)
    assert graph.value(dataset, VOID.sparqlEndpoint) == URIRef(f"{BASE}sparql")
    assert URIRef(f"{BASE}dumps/danchieu.nq.gz") in set(graph.objects(dataset, VOID.dataDump))


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize(
    ("extension", "media_type"), [("nq", "application/n-quads"), ("trig", "application/trig")]
)
def test_a_dump_is_the_whole_dataset(
    client: TestClient, extension: str, media_type: str, packed: str
) -> None:
    answer = client.get(f"/dumps/danchieu.{extension}{packed}")
    data = gzip.decompress(answer.content) if packed else answer.content
    total = client.get("/api/v1/statistics").json()["quads"]

    assert len(list(dataset_of(data, media_type).quads())) == total
    assert "attachment; filename=" in answer.headers["content-disposition"]

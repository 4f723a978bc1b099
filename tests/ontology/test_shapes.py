"""SHACL: what the graph makes of the samples conforms, and each way to break it is found."""

import pytest
from pyshacl import validate
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from kg.dataset import Dataset
from ontology import shapes_path

DCH = Namespace("https://w3id.org/danchieu/ontology#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
SHAPES = Graph().parse(shapes_path())
PLAN, DECISION = URIRef("http://localhost:8000/id/plan"), URIRef("http://localhost:8000/id/decision")
CITATION, SENTENCE = URIRef("http://localhost:8000/id/c"), URIRef("http://localhost:8000/id/e")
DOCUMENT = URIRef("http://localhost:8000/id/doc")
CLAUSE = URIRef("http://localhost:8000/id/f")

GOOD = """
    @prefix dch: <https://w3id.org/danchieu/ontology#> .
    @prefix eli: <http://data.europa.eu/eli/ontology#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix org: <http://www.w3.org/ns/org#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @base <http://localhost:8000/id/> .
    <plan> a dch:Instrument ; eli:id_local "3461/KH-UBND" ; eli:date_document "2023-09-14"^^xsd:date ;
        dch:year "2023"^^xsd:gYear ; eli:passed_by <body> ; dch:implements <decision> ;
        eli:first_date_entry_in_force "2023-10-01"^^xsd:date .
    <decision> a dch:Instrument ; eli:id_local "2457/QĐ-BGDĐT" .
    <body> a org:Organization ; skos:prefLabel "Ủy ban nhân dân tỉnh Bình Thuận"@vi .
    <doc> a dch:SourceDocument ; dch:fileName "plan.txt" ; dch:textLength 100 ;
        dch:sha256 "0000000000000000000000000000000000000000000000000000000000000000" .
    <c> a dch:Citation ; dch:citing <plan> ; dch:cited <decision> ; dch:relation dch:implements ;
        dch:inDocument <doc> ; dch:evidence <e> ; dch:kind "numbered" ; dch:confidence 0.95 ;
        dch:method "numbered" ; dch:pinpoint "article=5,clause=2" ;
        oa:exact "Quyết định số 2457/QĐ-BGDĐT" ; oa:start 10 ; oa:end 37 .
    <f> a dch:EffectClause ; dch:effectOf <plan> ; dch:effectProperty eli:first_date_entry_in_force ;
        dch:effectDay "2023-10-01"^^xsd:date ; dch:inDocument <doc> ; dch:evidence <e> ;
        dch:confidence 0.98 ; dch:method "effect:own-day" ;
        oa:exact "Kế hoạch này có hiệu lực từ ngày 01/10/2023" ; oa:start 50 ; oa:end 93 .
    <e> oa:exact "Thực hiện Quyết định số 2457/QĐ-BGDĐT." ; oa:start 0 ; oa:end 38 .
"""


def _good() -> Graph:
    return Graph().parse(data=GOOD, format="turtle")


def _breaks(graph: Graph) -> str:
    conforms, _, text = validate(graph, shacl_graph=SHAPES)
    return "" if conforms else str(text)


def test_a_well_made_graph_conforms() -> None:
    assert _breaks(_good()) == ""


@pytest.mark.parametrize(
    ("subject", "predicate", "message"),
    [
        (CITATION, OA.exact, "exactly one quote"),
        (CITATION, OA.start, "exactly one start"),
        (CITATION, OA.end, "exactly one end"),
        (CITATION, DCH.cited, "exactly one cited instrument"),
        (CITATION, DCH.citing, "exactly one citing instrument"),
        (CITATION, DCH.evidence, "sentence of evidence"),
        (CITATION, DCH.confidence, "decimal from 0 to 1"),
        (CITATION, DCH.method, "rules that made it"),
        (CITATION, DCH.relation, "one of the fourteen"),
        (SENTENCE, OA.exact, "exactly one quote"),
        (DOCUMENT, DCH.sha256, "64 hexadecimal digits"),
        (PLAN, RDF.type, "exactly one citing instrument"),
        (CLAUSE, DCH.effectOf, "speaks of exactly one instrument"),
        (CLAUSE, DCH.effectDay, "exactly one day"),
        (CLAUSE, DCH.evidence, "sentence of evidence"),
        (PLAN, ELI.first_date_entry_in_force, "bears the day"),
    ],
)
def test_what_is_missing_is_found(subject: URIRef, predicate: URIRef, message: str) -> None:
    graph = _good()
    graph.remove((subject, predicate, None))
    assert message in _breaks(graph)


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "message"),
    [
        (PLAN, ELI.date_document, Literal("14/9/2023"), "is a date"),
        (PLAN, ELI.date_document, Literal("2023-09-14"), "is a date"),
        (PLAN, DCH.year, Literal(2023), "The year is a year"),
        (DECISION, ELI.id_local, Literal("2457 /QĐ-BGDĐT"), "without blanks"),
        (CITATION, DCH.confidence, Literal("1.5", datatype=XSD.decimal), "decimal from 0 to 1"),
        (CITATION, DCH.kind, Literal("rumour"), "numbered, law, party or named"),
        (CITATION, DCH.pinpoint, Literal("Điều 5"), "article=5"),
        (CITATION, DCH.relation, DCH.likes, "one of the fourteen"),
        (CITATION, OA.start, Literal(-1), "not below 0"),
        (CITATION, OA.start, Literal(40), "before the end"),
        (CLAUSE, DCH.effectProperty, ELI.date_document, "day of entry into force"),
        (CLAUSE, DCH.effectDay, Literal("01/10/2023"), "exactly one day"),
    ],
)
def test_what_is_wrong_is_found(subject: URIRef, predicate: URIRef, value: Literal, message: str) -> None:
    graph = _good()
    graph.set((subject, predicate, value))
    assert message in _breaks(graph)


def test_an_edge_without_its_citation_is_found() -> None:
    graph = _good()
    graph.add((PLAN, ELI.based_on, DECISION))
    assert "A direct edge has a citation" in _breaks(graph)


def test_an_edge_whose_citation_says_another_relation_is_found() -> None:
    graph = _good()
    graph.set((CITATION, DCH.relation, ELI.cites))
    assert "A direct edge has a citation" in _breaks(graph)


def test_the_graphs_of_the_samples_conform(dataset: Dataset) -> None:
    names = sorted(name for name in dataset.store.graph_names() if "/graph/doc/" in name)
    assert len(names) == 18
    for name in names:
        graph = Graph()
        for quad in dataset.store.graph_quads(name):
            line = f"{quad.subject} {quad.predicate} {quad.object} ."
            graph.parse(data=line, format="nt")
        assert _breaks(graph) == "", name

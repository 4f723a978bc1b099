"""Answers of SPARQL in the forms of the specifications, read back by rdflib and the standard library."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from rdflib import Graph
from rdflib import Literal as RdfLiteral

from api.answers import as_csv, as_json, as_rdf, as_rows, as_tsv, as_xml
from kg.errors import BadRequest
from kg.export.rdf import RDF_XML, TRIPLE_FORMS, RdfForm
from kg.sparql import QueryResult, Term
from tests.api.rdf import graph_of

IRI = Term("uri", "http://localhost:8000/id/a")
NAME = Term("literal", 'Kế hoạch "số 1"\n\tcủa\\tỉnh <b>&', language="vi")
DAY = Term("literal", "2023-08-23", datatype="http://www.w3.org/2001/XMLSchema#date")
SELECT = QueryResult("select", ("i", "name", "day"), ((IRI, NAME, DAY), (IRI, None, None)))
ASK = QueryResult("ask", truth=True)
GRAPH = QueryResult("graph", triples=((IRI, Term("uri", "http://example.org/p"), NAME),))
SPARQL_XML = "{http://www.w3.org/2005/sparql-results#}"


def test_json_follows_the_specification() -> None:
    answer = json.loads(as_json(SELECT))

    assert answer["head"]["vars"] == ["i", "name", "day"]
    assert answer["results"]["bindings"] == [
        {
            "i": {"type": "uri", "value": IRI.value},
            "name": {"type": "literal", "value": NAME.value, "xml:lang": "vi"},
            "day": {"type": "literal", "value": DAY.value, "datatype": DAY.datatype},
        },
        {"i": {"type": "uri", "value": IRI.value}},
    ]
    assert json.loads(as_json(ASK)) == {"head": {}, "boolean": True}


def test_csv_gives_values_and_leaves_what_is_unbound_empty() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(SELECT), newline="")))

    assert rows == [["i", "name", "day"], [IRI.value, NAME.value, DAY.value], [IRI.value, "", ""]]


def test_tsv_gives_terms_one_row_a_line() -> None:
    lines = as_tsv(SELECT).splitlines()

    assert lines[0] == "?i\t?name\t?day"
    assert lines[1].split("\t")[0] == f"<{IRI.value}>"
    assert lines[2] == f"<{IRI.value}>\t\t"


def test_xml_is_well_formed_and_says_the_same() -> None:
    root = ElementTree.fromstring(as_xml(SELECT))
    first = root.findall(f".//{SPARQL_XML}result")[0]

    assert [binding.get("name") for binding in first] == ["i", "name", "day"]
    assert first[1][0].text == NAME.value
    assert ElementTree.fromstring(as_xml(ASK))[1].text == "true"


def test_xml_drops_what_xml_cannot_hold() -> None:
    answer = QueryResult("select", ("x",), ((Term("literal", "a\x00b\x1b"),),))

    assert "a\ufffdb\ufffd" in as_xml(answer)
    ElementTree.fromstring(as_xml(answer))


@pytest.mark.parametrize("form", TRIPLE_FORMS, ids=lambda form: str(form.name))
def test_a_graph_is_read_back_by_rdflib(form: RdfForm) -> None:
    graph = graph_of(as_rdf(GRAPH, form), form.media_type)

    assert set(graph.objects()) == {RdfLiteral(NAME.value, lang="vi")}


@pytest.mark.parametrize(
    ("answer", "columns", "count"),
    [(SELECT, ("i", "name", "day"), 2), (ASK, ("ASK",), 1), (GRAPH, ("subject", "predicate", "object"), 1)],
)
def test_every_answer_is_a_table(answer: QueryResult, columns: tuple[str, ...], count: int) -> None:
    names, rows = as_rows(answer)

    assert (names, len(rows)) == (columns, count)


def test_a_blank_node_is_one_in_every_form() -> None:
    answer = QueryResult("select", ("x",), ((Term("bnode", "b0"),),))

    assert json.loads(as_json(answer))["results"]["bindings"] == [{"x": {"type": "bnode", "value": "b0"}}]
    assert "<bnode>b0</bnode>" in as_xml(answer)
    assert as_csv(answer) == "x\r\n_:b0\r\n"
    assert as_tsv(answer) == "?x\n_:b0\n"


def test_a_property_without_a_name_for_xml_is_said() -> None:
    answer = QueryResult("graph", triples=((IRI, Term("uri", "http://example.org/"), NAME),))

    with pytest.raises(BadRequest, match="Turtle"):
        as_rdf(answer, RDF_XML)


def test_what_xml_cannot_hold_is_replaced_in_rdf_xml() -> None:
    answer = QueryResult(
        "graph", triples=((IRI, Term("uri", "http://example.org/p"), Term("literal", "a\x01b")),)
    )
    graph = Graph().parse(data=as_rdf(answer, RDF_XML), format="xml")

    assert [str(value) for value in graph.objects()] == ["a\ufffdb"]

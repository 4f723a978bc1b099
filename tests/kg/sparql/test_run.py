"""SPARQL: what it answers, and what it will not run."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.errors import QueryRejected
from kg.sparql import Term, run


def test_a_select_with_the_known_prefixes(samples: Dataset) -> None:
    result = run(
        samples,
        'SELECT DISTINCT ?number WHERE { ?x dch:implements ?y . ?y eli:id_local "2457/QĐ-BGDĐT" . '
        "OPTIONAL { ?x eli:id_local ?number } } ORDER BY ?number",
    )
    string = "http://www.w3.org/2001/XMLSchema#string"
    assert result.variables == ("number",)
    assert result.rows == ((None,), (Term("literal", "3461/KH-UBND", string),))


def test_ask_and_construct(samples: Dataset) -> None:
    assert run(samples, "ASK { ?x dch:implements ?y }").truth is True
    graph = run(
        samples,
        "CONSTRUCT { ?x skos:prefLabel ?l } WHERE { ?x skos:prefLabel ?l FILTER(?l = 'Kế hoạch'@vi) }",
    )
    concept = Term("uri", "https://w3id.org/danchieu/ontology#type-ke-hoach")
    label = Term("uri", "http://www.w3.org/2004/02/skos/core#prefLabel")
    assert set(graph.triples) == {(concept, label, Term("literal", "Kế hoạch", None, "vi"))}


def test_named_graphs_are_reached(samples: Dataset) -> None:
    result = run(samples, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?c a dch:Citation } }")
    assert len(result.rows) == 3


def test_too_many_rows_are_cut_and_say_so(samples: Dataset) -> None:
    cut = run(samples, "SELECT * WHERE { ?s ?p ?o }", max_rows=5)
    assert (len(cut.rows), cut.truncated) == (5, True)
    whole = run(samples, "SELECT * WHERE { ?s a dch:Citation }", max_rows=9)
    assert (len(whole.rows), whole.truncated) == (9, False)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * WHERE { { SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
        "ASK { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * WHERE { ?s ?p ?o OPTIONAL { GRAPH ?g { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
        "SELECT (COUNT(*) AS ?n) WHERE { { ?s ?p ?o } UNION { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/> WHERE { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { ?s ?p ?o } }",
        "ASK FROM <file:///etc/passwd> { ?s ?p ?o }",
        "DESCRIBE <http://example.org/> FROM <http://127.0.0.1:1/>",
        "LOAD <http://127.0.0.1:1/>",
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "DROP ALL",
        "SELECT * WHERE { ?s ?p ?o } ; DROP ALL",
        "SELECT WHERE",
        "",
    ],
)
def test_what_leaves_the_dataset_or_is_no_query_is_not_run(samples: Dataset, query: str) -> None:
    with pytest.raises(QueryRejected):
        run(samples, query)


def test_the_word_service_in_a_text_is_harmless(samples: Dataset) -> None:
    assert run(samples, 'SELECT * WHERE { ?s ?p "SERVICE <http://a> FROM" } # SERVICE').rows == ()

"""Ways out of the dataset, tried one by one: none of them is run, and nobody outside is called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dataset import Dataset
from kg.errors import BadRequest, KgError, QueryRejected
from kg.sparql import run, settled
from tests.outside import listening

CALL = "SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c }"

ESCAPES = {
    "plain": f"SELECT * {{ {CALL} }}",
    "in lower case": f"SELECT * {{ {CALL.replace('SERVICE', 'service')} }}",
    "in mixed case": f"SELECT * {{ {CALL.replace('SERVICE', 'SeRvIcE')} }}",
    "silent": f"SELECT * {{ {CALL.replace('SERVICE', 'SERVICE SILENT')} }}",
    "without a space": f"SELECT * {{{CALL.replace('SERVICE ', 'SERVICE')}}}",
    "a variable endpoint": "SELECT * { VALUES ?e { <http://127.0.0.1:PORT/> } SERVICE ?e { ?a ?b ?c } }",
    "a prefixed endpoint": "PREFIX x: <http://127.0.0.1:PORT/> SELECT * { SERVICE x: { ?a ?b ?c } }",
    "a bound endpoint": "SELECT * { BIND(IRI('http://127.0.0.1:PORT/') AS ?e) SERVICE ?e { ?a ?b ?c } }",
    "a relative endpoint": "BASE <http://127.0.0.1:PORT/> SELECT * { SERVICE <x> { ?a ?b ?c } }",
    "in OPTIONAL": f"SELECT * {{ OPTIONAL {{ {CALL} }} }}",
    "in UNION": f"SELECT * {{ {{ ?a ?b ?c }} UNION {{ {CALL} }} }}",
    "in MINUS": f"SELECT * {{ ?a ?b ?c MINUS {{ {CALL} }} }}",
    "in GRAPH": f"SELECT * {{ GRAPH ?g {{ {CALL} }} }}",
    "in EXISTS": f"SELECT * {{ ?a ?b ?c FILTER EXISTS {{ {CALL} }} }}",
    "in NOT EXISTS": f"SELECT * {{ ?a ?b ?c FILTER NOT EXISTS {{ {CALL} }} }}",
    "in EXISTS inside an expression": f"SELECT * {{ FILTER(1 = 1 && (false || EXISTS {{ {CALL} }})) }}",
    "in EXISTS inside BIND": f"SELECT * {{ BIND(EXISTS {{ {CALL} }} AS ?x) }}",
    "in EXISTS inside IF": f"SELECT * {{ BIND(IF(EXISTS {{ {CALL} }}, 1, 2) AS ?x) }}",
    "in EXISTS inside COALESCE": f"SELECT * {{ FILTER(COALESCE(EXISTS {{ {CALL} }}, true)) }}",
    "in EXISTS inside IN": f"SELECT * {{ FILTER(true IN (false, EXISTS {{ {CALL} }})) }}",
    "in EXISTS inside HAVING": (f"SELECT ?a {{ ?a ?b ?c }} GROUP BY ?a HAVING(EXISTS {{ {CALL} }})"),
    "in EXISTS inside ORDER BY": f"SELECT * {{ ?a ?b ?c }} ORDER BY (EXISTS {{ {CALL} }})",
    "in EXISTS inside GROUP BY": f"SELECT (1 AS ?n) {{ ?a ?b ?c }} GROUP BY (EXISTS {{ {CALL} }} AS ?k)",
    "in EXISTS inside the projection": f"SELECT (EXISTS {{ {CALL} }} AS ?x) {{ }}",
    "in a sub-query": f"SELECT * {{ {{ SELECT * {{ {CALL} }} }} }}",
    "three sub-queries deep": f"SELECT * {{ {{ SELECT * {{ {{ SELECT * {{ {{ {CALL} }} }} }} }} }} }}",
    "inside SERVICE": f"SELECT * {{ SERVICE ?x {{ {CALL} }} }}",
    "in ASK": f"ASK {{ {CALL} }}",
    "in CONSTRUCT": f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {CALL} }}",
    "in DESCRIBE": f"DESCRIBE ?a WHERE {{ {CALL} }}",
    "as escaped letters": f"SELECT * {{ {CALL.replace('SERVICE', chr(92) + 'u0053ERVICE')} }}",
    "as long escaped letters": f"SELECT * {{ {CALL.replace('SERVICE', chr(92) + 'U00000053ERVICE')} }}",
    "behind a comment that one parser ends at a carriage return": f"SELECT * {{ #\r {CALL}\n }}",
    "behind an escape within an escape": f'SELECT * {{ ?s ?p "\\\\u0022 . ?s ?p " {CALL} #"\n }}',
    "behind an escaped line end": f"SELECT * {{ # \\u000A {CALL}\n }}",
    "behind a long string": f'SELECT * {{ ?s ?p """a"b""c\\"""" . {CALL} }}',
    "glued to a number": f"SELECT * {{ ?s ?p 1{CALL} }}",
    "glued to a truth value": f"SELECT * {{ ?s ?p true{CALL} }}",
    "between comparisons": f"SELECT * {{ ?s ?p ?o FILTER(?o<?s){CALL} FILTER(?o>?s) }}",
    "FROM an address": "SELECT * FROM <http://127.0.0.1:PORT/> { ?a ?b ?c }",
    "FROM NAMED an address": "SELECT * FROM NAMED <http://127.0.0.1:PORT/> { GRAPH ?g { ?a ?b ?c } }",
    "FROM a file": "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }",
    "FROM in ASK": "ASK FROM <file:///etc/passwd> { ?a ?b ?c }",
    "FROM in CONSTRUCT": "CONSTRUCT { ?a ?b ?c } FROM <http://127.0.0.1:PORT/> WHERE { ?a ?b ?c }",
    "FROM in short CONSTRUCT": "CONSTRUCT FROM <http://127.0.0.1:PORT/> WHERE { ?a ?b ?c }",
    "FROM in DESCRIBE": "DESCRIBE <http://example.org/> FROM <http://127.0.0.1:PORT/>",
    "LOAD": "LOAD <http://127.0.0.1:PORT/>",
    "LOAD SILENT": "LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <http://example.org/>",
    "LOAD a file": "LOAD <file:///etc/passwd>",
    "an update": "INSERT DATA { <http://a> <http://b> <http://c> }",
    "an update behind a query": "SELECT * { ?s ?p ?o } ; DROP ALL",
    "an update that calls": f"INSERT {{ ?a ?b ?c }} WHERE {{ {CALL} }}",
    "CLEAR": "CLEAR ALL",
    "COPY": "COPY DEFAULT TO <http://example.org/>",
    "nothing": "",
    "half a query": "SELECT WHERE",
    "a lone surrogate": "SELECT * { ?s ?p '\\uD800' }",
    "no code point": "SELECT * { ?s ?p '\\UFFFFFFFF' }",
    "brackets without end": "SELECT * {" + "{" * 5_000 + "}" * 5_000 + "}",
    "an expression without end": "SELECT * { FILTER(" + "(" * 3_000 + "1" + ")" * 3_000 + ") }",
    "a path without end": "SELECT * { ?s " + "(" * 2_000 + "<a:a>" + ")*" * 2_000 + " ?o }",
}


@pytest.fixture(scope="module")
def caught() -> Iterator[tuple[int, list[object]]]:
    """A server outside of the dataset: its port, and who came."""
    with listening() as outside:
        yield outside


@pytest.mark.parametrize("way", ESCAPES)
def test_no_way_leads_out(samples: Dataset, caught: tuple[int, list[object]], way: str) -> None:
    port, came = caught
    with pytest.raises(QueryRejected):
        run(samples, ESCAPES[way].replace("PORT", str(port)), timeout=20)
    assert came == []


def test_a_quote_that_only_one_parser_would_see_is_the_same_to_both(
    samples: Dataset, caught: tuple[int, list[object]]
) -> None:
    port, came = caught
    query = f'SELECT * {{ ?s ?p "\\u0022 . ?s ?p " {CALL} #"\n }}'
    run(samples, query.replace("PORT", str(port)), timeout=20)
    assert came == []


@pytest.mark.parametrize("graph", ["http://127.0.0.1:9/x", "file:///etc/passwd", "no iri", "", "../../etc"])
def test_graphs_named_beside_the_query_are_those_of_the_dataset(samples: Dataset, graph: str) -> None:
    for names in ({"default_graphs": [graph]}, {"named_graphs": [graph]}):
        with pytest.raises(BadRequest):
            run(samples, "ASK { ?s ?p ?o }", **names)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE <http://a> FROM" } # SERVICE',
        "PREFIX service: <http://a/> SELECT ?from { ?from service:load ?service }",
        "SELECT * { ?s <http://example.org/service/from> 'load'@vi }",
        'SELECT * { ?s ?p """from "service" load""" FILTER(?s < ?p && ?p > ?s) }',
        "SELECT * { ?s ?p '\\u0110\\u1EA1i' }",
        "SELECT * { ?s ?p ?o }\r\nLIMIT 1\r\n",
        "SELECT * { ?s eli:id_local|!(dch:implements|^dch:cited) ?o } LIMIT 1",
    ],
)
def test_what_only_looks_like_a_way_out_is_answered(samples: Dataset, query: str) -> None:
    assert run(samples, query).form == "select"


def test_escaped_letters_are_what_they_stand_for() -> None:
    assert settled("'\\u0110\\U0001F600'\r\n#\rx") == "'Đ😀'\n#\nx"


PIECES = st.sampled_from(
    ["SELECT", "*", "{", "}", "?s", "?p", "SERVICE", "<http://127.0.0.1:9/>", '"', "'", '"""', "#", "\r",
     "\n", "\\u0022", "\\", "FILTER", "EXISTS", "(", ")", "1", ";", ".", "GRAPH", "a:b", "@vi", "^^", "<",
     "BIND", "AS", "UNION", "VALUES", "UNDEF", "ORDER BY", "LIMIT", "FROM", "\x00", "Đ", "/", "+", "[", "]"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_string_is_answered_or_refused(samples: Dataset, query: str) -> None:
    try:
        run(samples, query, timeout=20, max_rows=10)
    except KgError as error:
        assert error.code in {"query_rejected", "query_failed"}  # noqa: PT017 (both ends are allowed)

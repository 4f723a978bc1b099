"""Updates taken apart: which queries they become, and what is refused before anything is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryRejected
from kg.sparql import check
from kg.sparql.update import Operation, Part, read_update

A, B = "http://x/graph/notes/a", "http://x/graph/notes/b"


def read(text: str) -> tuple[Operation, ...]:
    return read_update(text, lambda graph: graph in (A, B))


def flat(text: str) -> str:
    return " ".join(text.split())


UNDERSTOOD = {
    "INSERT DATA": (
        f"INSERT DATA {{ GRAPH <{A}> {{ <u:s> <u:p> 'o'@vi }} }}",
        Operation(coming=(Part(A, "CONSTRUCT { <u:s> <u:p> 'o'@vi } WHERE {}"),)),
    ),
    "INSERT DATA of two graphs": (
        f"INSERT DATA {{ GRAPH <{A}> {{ <u:s> <u:p> 1 }} . GRAPH <{B}> {{ <u:s> <u:p> 2 }} }}",
        Operation(coming=(Part(A, "CONSTRUCT { <u:s> <u:p> 1 } WHERE {}"),
                          Part(B, "CONSTRUCT { <u:s> <u:p> 2 } WHERE {}"))),
    ),
    "DELETE DATA": (
        f"delete data {{ graph <{A}> {{ <u:s> <u:p> '}}' }} }}",
        Operation(leaving=(Part(A, "CONSTRUCT { <u:s> <u:p> '}' } WHERE {}"),)),
    ),
    "DELETE WHERE": (
        f"DELETE WHERE {{ GRAPH <{A}> {{ ?s ?p ?o }} }}",
        Operation(leaving=(Part(A, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{A}> {{ ?s ?p ?o }} }}"),),
                  reads=True),
    ),
    "DELETE and INSERT": (
        f"DELETE {{ GRAPH <{A}> {{ ?s <u:p> ?o }} }} INSERT {{ GRAPH <{B}> {{ ?s <u:q> ?o }} }} "
        "WHERE { ?s <u:p> ?o FILTER(?o < 3) }",
        Operation(leaving=(Part(A, "CONSTRUCT { ?s <u:p> ?o } WHERE { ?s <u:p> ?o FILTER(?o < 3) }"),),
                  coming=(Part(B, "CONSTRUCT { ?s <u:q> ?o } WHERE { ?s <u:p> ?o FILTER(?o < 3) }"),),
                  reads=True),
    ),
    "WITH": (
        f"WITH <{A}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
        Operation(leaving=(Part(A, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{A}> {{ ?s ?p ?o }} }}"),),
                  reads=True),
    ),
    "prefixes": (
        f"PREFIX u: <u:> # GRAPH <u:x>\nINSERT DATA {{ GRAPH <{A}> {{ u:s u:p u:o }} }}",
        Operation(coming=(Part(A, "PREFIX u: <u:> CONSTRUCT { u:s u:p u:o } WHERE {}"),)),
    ),
    "CLEAR": (f"CLEAR SILENT GRAPH <{A}>", Operation(emptied=(A,))),
    "DROP": (f"DROP GRAPH <{A}> ;", Operation(emptied=(A,))),
}  # fmt: skip


@pytest.mark.parametrize("form", UNDERSTOOD)
def test_an_update_becomes_queries(form: str) -> None:
    text, expected = UNDERSTOOD[form]
    (found,) = read(text)

    for parts, wanted in ((found.leaving, expected.leaving), (found.coming, expected.coming)):
        assert [(part.graph, flat(part.query)) for part in parts] == [
            (part.graph, flat(part.query)) for part in wanted
        ]
        for part in parts:
            check(part.query)
    assert (found.emptied, found.reads) == (expected.emptied, expected.reads)


def test_several_operations_come_in_their_order_with_the_prefixes_before_them() -> None:
    text = f"PREFIX u: <u:> CLEAR GRAPH <{A}> ; PREFIX v: <v:> INSERT DATA {{ GRAPH <{A}> {{ u:s v:p 1 }} }}"
    cleared, written = read(text)

    assert cleared.emptied == (A,)
    assert flat(written.coming[0].query) == "PREFIX u: <u:> PREFIX v: <v:> CONSTRUCT { u:s v:p 1 } WHERE {}"


REFUSED = [
    "",
    "SELECT * { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/>",
    f"LOAD SILENT <file:///etc/passwd> INTO GRAPH <{A}>",
    "CLEAR ALL",
    "CLEAR DEFAULT",
    "DROP NAMED",
    "DROP GRAPH <http://x/graph/doc/0123456789abcdef>",
    f"CREATE GRAPH <{A}>",
    f"COPY <http://x/graph/review> TO <{A}>",
    f"MOVE <{A}> TO <http://x/graph/review>",
    f"ADD DEFAULT TO <{A}>",
    "INSERT DATA { <u:s> <u:p> <u:o> }",
    "INSERT DATA { GRAPH <http://x/graph/review> { <u:s> <u:p> <u:o> } }",
    "PREFIX n: <http://x/graph/notes/> INSERT DATA { GRAPH n:a { <u:s> <u:p> <u:o> } }",
    "INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    f"INSERT DATA {{ GRAPH <{A}> {{ ?s <u:p> <u:o> }} }}",
    f"INSERT DATA {{ GRAPH <{A}> {{ <u:s> <u:p> <u:o> }} <u:s> <u:p> <u:o> }}",
    f"INSERT DATA {{ {{ GRAPH <{A}> {{ <u:s> <u:p> <u:o> }} }} }}",
    f"WITH <{A}> INSERT DATA {{ <u:s> <u:p> <u:o> }}",
    "WITH <http://x/graph/review> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    f"DELETE {{ GRAPH <{A}> {{ ?s ?p ?o }} }} USING <http://127.0.0.1:9/> WHERE {{ ?s ?p ?o }}",
    f"INSERT {{ GRAPH <{A}> {{ ?s ?p ?o }} }} USING NAMED <file:///etc/passwd> WHERE {{ ?s ?p ?o }}",
    f"INSERT {{ GRAPH <{A}> {{ ?s ?p ?o }} }}",
    f"INSERT DATA {{ GRAPH <{A}> {{ <u:s> <u:p> <u:o> }}",
    f"CLEAR GRAPH <{A}> CLEAR GRAPH <{B}>",
    f"CLEAR GRAPH <{A}> ; DELETE WHERE {{ GRAPH <{A}> {{ ?s ?p ?o }} }}",
    ";".join([f"CLEAR GRAPH <{A}>"] * 21),
    f"\ufeffCLEAR GRAPH <{A}>",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_understood_or_writes_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(QueryRejected):
        read(text)


PIECES = st.sampled_from(
    ["INSERT", "DELETE", "DATA", "WHERE", "WITH", "GRAPH", f"<{A}>", "<http://x/graph/review>", "{", "}", ";",
     ".", "?s", "<u:p>", "'", '"""', "#", "\n", "LOAD", "PREFIX", "u:", "CLEAR", "DROP", "SILENT", "1", "\\"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_string_is_understood_as_writing_notes_or_refused(text: str) -> None:
    try:
        operations = read(text)
    except QueryRejected:
        return
    assert {graph for operation in operations for graph in operation.graphs} <= {A, B}

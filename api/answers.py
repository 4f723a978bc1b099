"""Answers of SPARQL queries in the forms of the SPARQL 1.1 results specifications, and as table rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from kg.export.rdf import TRIPLE_FORMS, RdfForm, triple_of, write_triples
from kg.sparql import QueryResult, Term

_XML_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
_GRAPH_COLUMNS = ("subject", "predicate", "object")


def as_rows(answer: QueryResult) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Column names and cells as text; an ASK is one cell, a graph has a row for each triple."""
    if answer.form == "ask":
        return ("ASK",), [(str(answer.truth).lower(),)]
    if answer.form == "graph":
        return _GRAPH_COLUMNS, [tuple(term.value for term in triple) for triple in answer.triples]
    return answer.variables, [tuple(map(_plain, row)) for row in answer.rows]


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def as_json(answer: QueryResult) -> str:
    """SPARQL 1.1 Query Results JSON; a graph is given as the rows of its triples."""
    if answer.form == "ask":
        return json.dumps({"head": {}, "boolean": answer.truth})
    names, rows = (
        (_GRAPH_COLUMNS, answer.triples) if answer.form == "graph" else (answer.variables, answer.rows)
    )
    bindings = [
        {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in rows
    ]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _json_term(term: Term) -> dict[str, str]:
    value = {"type": term.kind, "value": term.value}
    if term.language:
        value["xml:lang"] = term.language
    elif term.datatype:
        value["datatype"] = term.datatype
    return value


def as_csv(answer: QueryResult, line_end: str = "\r\n") -> str:
    """SPARQL 1.1 Query Results CSV: values without their types."""
    names, rows = as_rows(answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=line_end)
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()


def as_tsv(answer: QueryResult) -> str:
    """SPARQL 1.1 Query Results TSV: terms in the syntax of SPARQL."""
    names, rows = ((), [()]) if answer.form == "ask" else (answer.variables, answer.rows)
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join(turtle_term(term) if term else "" for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def as_xml(answer: QueryResult) -> str:
    """SPARQL Query Results XML Format."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.variables)
    if answer.form == "ask":
        body = f"<boolean>{str(answer.truth).lower()}</boolean>"
    else:
        body = f"<results>{''.join(_xml_row(answer.variables, row) for row in answer.rows)}</results>"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_XML_NAMESPACE}"><head>{head}</head>{body}</sparql>\n'


def _xml_row(names: Iterable[str], row: Iterable[Term | None]) -> str:
    cells = (
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(names, row, strict=True)
        if term is not None
    )
    return f"<result>{''.join(cells)}</result>"


def _xml_term(term: Term) -> str:
    if term.kind != "literal":
        return f"<{term.kind}>{_xml_text(term.value)}</{term.kind}>"
    attribute = ""
    if term.language:
        attribute = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype:
        attribute = f" datatype={quoteattr(term.datatype)}"
    return f"<literal{attribute}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """Text without the control characters that XML 1.0 cannot hold."""
    return escape("".join(char if char >= " " or char in "\t\n\r" else "\ufffd" for char in text))


def as_rdf(answer: QueryResult, form: RdfForm) -> bytes:
    """The triples of a CONSTRUCT or DESCRIBE. Raises BadRequest where the format cannot hold them."""
    return write_triples(map(triple_of, answer.triples), form)


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def turtle_term(term: Term) -> str:
    """A term in the syntax that N-Triples, Turtle and SPARQL share."""
    if term.kind == "uri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    text = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


SELECT_FORMS: dict[str, Callable[[QueryResult], str]] = {
    "application/sparql-results+json": as_json,
    "application/sparql-results+xml": as_xml,
    "text/csv": as_csv,
    "text/tab-separated-values": as_tsv,
    "application/json": as_json,
}
"""Media types of SELECT and ASK answers, the preferred one first."""

GRAPH_FORMS: dict[str, RdfForm] = {form.media_type: form for form in TRIPLE_FORMS}
"""Media types of CONSTRUCT and DESCRIBE answers, the preferred one first."""

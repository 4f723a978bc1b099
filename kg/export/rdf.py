"""RDF in the formats that people and programs read: a table of them, and writing quads in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple

from kg.errors import BadRequest
from kg.sparql.answers import Term
from kg.vocab import PREFIXES


@dataclass(frozen=True, slots=True)
class RdfForm:
    """A format: its media type, the end of its file names, and whether it keeps named graphs apart."""

    name: str
    media_type: str
    extension: str
    engine: RdfFormat
    graphs: bool = False


TURTLE = RdfForm("turtle", "text/turtle", "ttl", RdfFormat.TURTLE)
JSON_LD = RdfForm("jsonld", "application/ld+json", "jsonld", RdfFormat.JSON_LD, graphs=True)
N_TRIPLES = RdfForm("ntriples", "application/n-triples", "nt", RdfFormat.N_TRIPLES)
RDF_XML = RdfForm("rdfxml", "application/rdf+xml", "rdf", RdfFormat.RDF_XML)
TRIG = RdfForm("trig", "application/trig", "trig", RdfFormat.TRIG, graphs=True)
N_QUADS = RdfForm("nquads", "application/n-quads", "nq", RdfFormat.N_QUADS, graphs=True)

RDF_FORMS: tuple[RdfForm, ...] = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS)
"""The preferred one first."""

TRIPLE_FORMS: tuple[RdfForm, ...] = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
"""What the answer of a CONSTRUCT may take."""

_NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_LOCAL_NAME = re.compile(r"[^\W\d][\w.-]*$")


def form_by_extension(extension: str) -> RdfForm | None:
    """The format whose files end so: `ttl`."""
    return next((form for form in RDF_FORMS if form.extension == extension), None)


def form_by_media_type(media_type: str) -> RdfForm | None:
    """The format of a media type."""
    return next((form for form in RDF_FORMS if form.media_type == media_type), None)


def write_quads(quads: Iterable[Quad], form: RdfForm, *, flat: bool = False) -> bytes:
    """The quads in one format. Formats without named graphs hold each triple once, as do all if `flat`.

    Raises BadRequest where the format cannot hold them.
    """
    if form.graphs and not flat:
        return _serialize(quads, form)
    return write_triples((quad.triple for quad in quads), form)


def write_triples(triples: Iterable[Triple], form: RdfForm) -> bytes:
    """The triples, each once, in one format; in N-Quads and TriG they stand in the default graph.

    Raises BadRequest where the format cannot hold them.
    """
    return _serialize(dict.fromkeys(triples), form)


def _serialize(statements: Iterable[Triple] | Iterable[Quad], form: RdfForm) -> bytes:
    if form is RDF_XML:
        statements = _nameable(statements)  # type: ignore[arg-type]
    data = pyoxigraph.serialize(statements, format=form.engine, prefixes=PREFIXES) or b""
    # The engine writes control characters into XML, which no reader of XML takes.
    return _NO_XML.sub("\ufffd".encode(), data) if form is RDF_XML else data


def _nameable(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples, as long as each property can be the name of an XML element."""
    for triple in triples:
        if not _LOCAL_NAME.search(triple.predicate.value):
            reason = "RDF/XML cannot name this property; ask for Turtle"
            raise BadRequest(what=triple.predicate.value, reason=reason)
        yield triple


def triple_of(terms: tuple[Term, Term, Term]) -> Triple:
    """A row of a CONSTRUCT's answer as a triple again."""
    subject, predicate, object_ = map(_node, terms)
    return Triple(subject, predicate, object_)  # type: ignore[arg-type]


def _node(term: Term) -> NamedNode | BlankNode | Literal:
    if term.kind == "uri":
        return NamedNode(term.value)
    if term.kind == "bnode":
        return BlankNode(term.value)
    if term.language:
        return Literal(term.value, language=term.language)
    return Literal(term.value, datatype=NamedNode(term.datatype) if term.datatype else None)

"""What one document states, as quads of its named graph. Pure: the same extraction gives the same quads.

A citation is one node with its quote, offsets, relation, rules and confidence, and one sentence node that
bears it out, shared by the citations of that sentence; together at most `CITATION_BUDGET` quads. The direct
edge between the instruments is derived from it and stands in the same graph.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from extractors.models import SELF, Citation, Extraction, Head, Pinpoint
from kg import vocab
from kg.iris import Iris, number_slug, short_hash
from kg.resolve.keys import JOINT, Naming, body_identity, full_path, scoped_path, year_of
from ontology.slugs import slug

CITATION_BUDGET = 20
"""The most quads that one citation costs with its evidence and its direct edge, instrument nodes apart."""


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Where an extraction comes from. `sha256` is of the bytes of the file, 64 hexadecimal digits."""

    sha256: str
    file_name: str
    media_type: str = "text/plain"

    @property
    def hash(self) -> str:
        """The digits that stand for the document in IRIs."""
        return short_hash(self.sha256)


def document_quads(extraction: Extraction, source: DocumentSource, iris: Iris) -> tuple[Quad, ...]:
    """All quads of the document's graph, each once."""
    return _GraphBuilder(extraction, source, iris).build()


class _GraphBuilder:
    """Gathers the quads of one document; a dict keeps each once, in the order of the text."""

    def __init__(self, extraction: Extraction, source: DocumentSource, iris: Iris) -> None:
        self._extraction = extraction
        self._source = source
        self._iris = iris
        self._graph = NamedNode(iris.document_graph(source.hash))
        self._document = NamedNode(iris.document(source.hash))
        self._quads: dict[Quad, None] = {}

    def build(self) -> tuple[Quad, ...]:
        self._add_document()
        own = self._add_self()
        nodes = {
            citation.id: self._add_instrument(_naming(citation), citation)
            for citation in self._extraction.citations
        }
        nodes[SELF] = own
        repeats: Counter[tuple[int, int]] = Counter()
        for citation in self._extraction.citations:
            span = (citation.start, citation.end)
            self._add_citation(citation, nodes, repeats[span])
            repeats[span] += 1
        return tuple(self._quads)

    def _add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self._quads[Quad(subject, predicate, value, self._graph)] = None

    def _add_document(self) -> None:
        document, source = self._document, self._source
        self._add(document, vocab.TYPE, vocab.SOURCE_DOCUMENT)
        self._add(document, vocab.SHA256, Literal(source.sha256))
        self._add(document, vocab.FILE_NAME, Literal(source.file_name))
        self._add(document, vocab.FORMAT, Literal(source.media_type))
        self._add(document, vocab.TEXT_LENGTH, _integer(len(self._extraction.text)))
        if self._extraction.head.title:
            self._add(document, vocab.TITLE, _vietnamese(self._extraction.head.title))

    def _add_self(self) -> NamedNode:
        head = self._extraction.head
        if head.acting_body:
            act = NamedNode(self._iris.self_of(self._source.hash))
            self._describe(act, Naming(issuer=head.acting_body), partial=True)
            self._add(act, vocab.REPORTED_BY, self._document)
            return act
        naming = Naming(head.type, head.number, head.issuer, _valid_date(head.date), head.year, head.title)
        path = full_path(naming)
        own = NamedNode(self._iris.instrument(path) if path else self._iris.self_of(self._source.hash))
        self._describe(own, naming, partial=path is None)
        self._add(own, vocab.SOURCE_DOCUMENT_OF, self._document)
        self._add_signer(own, head)
        return own

    def _add_signer(self, own: NamedNode, head: Head) -> None:
        if head.signer:
            self._add(own, vocab.SIGNER, Literal(head.signer))
        if head.signer_title:
            self._add(own, vocab.SIGNER_TITLE, Literal(head.signer_title))

    def _add_instrument(self, naming: Naming, citation: Citation) -> NamedNode:
        path = full_path(naming)
        if path is None:
            wording = " ".join(citation.text.split())
            node = NamedNode(self._iris.instrument(scoped_path(naming, self._source.hash, wording)))
            self._describe(node, naming, partial=True)
            if not naming.number and not naming.title:
                self._add(node, vocab.TITLE, _vietnamese(wording))
        else:
            node = NamedNode(self._iris.instrument(path))
            self._describe(node, naming, partial=False)
        return node

    def _describe(self, node: NamedNode, naming: Naming, *, partial: bool) -> None:
        self._add(node, vocab.TYPE, vocab.INSTRUMENT)
        if partial:
            self._add(node, vocab.TYPE, vocab.PARTIAL_INSTRUMENT)
        if naming.type:
            concept = vocab.type_concept(slug(naming.type))
            self._add(node, vocab.TYPE_DOCUMENT, concept)
            self._add(concept, vocab.LABEL, _vietnamese(naming.type))
        if naming.number:
            self._add(node, vocab.ID_LOCAL, Literal(naming.number))
            self._add(node, vocab.NUMBER_KEY, Literal(number_slug(naming.number)))
        for name in naming.issuer.split(JOINT) if naming.issuer else ():
            body = NamedNode(self._iris.body(body_identity(name).slug))
            self._add(node, vocab.PASSED_BY, body)
            self._add(body, vocab.TYPE, vocab.ORGANIZATION)
            self._add(body, vocab.LABEL, _vietnamese(name))
        if naming.date:
            self._add(node, vocab.DATE_DOCUMENT, Literal(naming.date, datatype=vocab.DATE))
        year = year_of(naming)
        if year:
            self._add(node, vocab.YEAR, Literal(str(year), datatype=vocab.GYEAR))
        if naming.title:
            self._add(node, vocab.TITLE, _vietnamese(naming.title))
        if naming.term:
            self._add(node, vocab.TERM, Literal(naming.term))

    def _add_citation(self, citation: Citation, nodes: dict[str, NamedNode], repeat: int) -> None:
        if citation.source not in nodes:
            raise ValueError(f"Citation {citation.id!r} hangs on {citation.source!r}, which is not there.")
        ends = nodes[citation.source], nodes[citation.id]
        citing, cited = reversed(ends) if citation.inverse else ends
        relation = vocab.relation_properties()[citation.relation]
        node = NamedNode(self._iris.citation(self._source.hash, citation.start, citation.end, repeat))
        self._add(node, vocab.TYPE, vocab.CITATION)
        self._add(node, vocab.CITING, citing)
        self._add(node, vocab.CITED, cited)
        self._add(node, vocab.RELATION, relation)
        self._add(node, vocab.IN_DOCUMENT, self._document)
        self._add(node, vocab.HAS_EVIDENCE, self._add_evidence(citation))
        self._add(node, vocab.KIND, Literal(citation.kind))
        self._add(node, vocab.EXACT, Literal(citation.text))
        self._add(node, vocab.START, _integer(citation.start))
        self._add(node, vocab.END, _integer(citation.end))
        self._add(node, vocab.CONFIDENCE, _decimal(citation.confidence))
        self._add(node, vocab.METHOD, Literal(" ".join(citation.rules)))
        if citation.inverse:
            self._add(node, vocab.INVERSE, Literal("true", datatype=vocab.BOOLEAN))
        if citation.pinpoints:
            self._add(node, vocab.PINPOINT, Literal(";".join(map(pinpoint_text, citation.pinpoints))))
        if citation.place:
            self._add(node, vocab.PLACE, Literal(citation.place))
        if citation.issuer_as_written:
            self._add(node, vocab.ISSUER_AS_WRITTEN, Literal(citation.issuer_as_written))
        if citing != cited:
            self._add(citing, relation, cited)

    def _add_evidence(self, citation: Citation) -> NamedNode:
        evidence = citation.evidence
        node = NamedNode(self._iris.evidence(self._source.hash, evidence.start, evidence.end))
        self._add(node, vocab.EXACT, Literal(evidence.text))
        self._add(node, vocab.START, _integer(evidence.start))
        self._add(node, vocab.END, _integer(evidence.end))
        return node


def pinpoint_text(pinpoint: Pinpoint) -> str:
    """A place inside an instrument as one line, from the widest to the narrowest given.

    >>> pinpoint_text(Pinpoint(article="5", clause="2"))
    'article=5,clause=2'
    """
    values = ((field.name, getattr(pinpoint, field.name)) for field in fields(pinpoint))
    return ",".join(f"{name}={value}" for name, value in values if value is not None)


def _naming(citation: Citation) -> Naming:
    return Naming(
        type=citation.type,
        number=citation.number,
        issuer=citation.issuer,
        date=_valid_date(citation.date),
        year=citation.year,
        title=citation.title,
        term=citation.term,
    )


def _valid_date(text: str | None) -> str | None:
    """The date if the calendar has it: a misprint like 31/02 is no date of anything."""
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None


def _vietnamese(text: str) -> Literal:
    return Literal(" ".join(text.split()), language="vi")


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=vocab.INTEGER)


def _decimal(value: float) -> Literal:
    """Two places at most, in the canonical spelling that every store gives back."""
    return Literal(format(Decimal(f"{value:.2f}").normalize(), "f"), datatype=vocab.DECIMAL)

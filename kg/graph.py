"""What one document states, as its named graph. Pure: the same extraction gives the same statements.

Statements are written as N-Triples at once: a national dataset has a billion of them, and a term that is made
as an object only to be written out again costs more than loading it.

A citation is one node with its quote, offsets, relation, rules and confidence, and one sentence node that
bears it out, shared by the citations of that sentence; together at most `CITATION_BUDGET` quads. The direct
edge between the instruments is derived from it and stands in the same graph.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from extractors.models import SELF, Citation, EffectClause, Evidence, Extraction, Pinpoint
from extractors.readers.quality import DOUBTFUL
from kg import ntriples, vocab
from kg.iris import Iris, number_slug, short_hash
from kg.resolve.keys import JOINT, Naming, body_identity, full_path, scoped_path, year_of
from kg.resolve.match_keys import match_keys
from kg.stated import StatedCitation
from ontology.slugs import slug

CITATION_BUDGET = 20
"""The most quads that one citation costs with its evidence and its direct edge, instrument nodes apart."""


_SINGLE = frozenset({vocab.ID_LOCAL, vocab.TYPE_DOCUMENT, vocab.TERM})
"""An instrument has one of these, however often and in whatever spelling a document names it."""


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Where an extraction comes from. `sha256` is of the bytes of the file, 64 hexadecimal digits.

    `quality` is how far the letters of its text can be trusted, from 0 to 1. `given` is what a corpus says of
    it (a name of `kg.vocab.GIVEN`, a value), which nobody read from the text.
    """

    sha256: str
    file_name: str
    media_type: str = "text/plain"
    quality: float = 1.0
    given: tuple[tuple[str, str], ...] = ()

    @property
    def hash(self) -> str:
        """The digits that stand for the document in IRIs."""
        return short_hash(self.sha256)


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """A document's named graph: its IRI, and its statements as N-Triples without the final dot, each once.

    `citations` are the same as rows, for the index; None where they are to be read from the statements.
    """

    iri: str
    statements: tuple[str, ...]
    citations: tuple[StatedCitation, ...] | None = None

    def ntriples(self) -> str:
        """The statements as N-Triples, one line each."""
        return ntriples.lasting(" .\n".join(self.statements) + " .\n").decode("utf-8")

    def nquads(self) -> bytes:
        """The graph as N-Quads in UTF-8, one line a statement."""
        ending = f" <{self.iri}> .\n"
        return ntriples.lasting(ending.join(self.statements) + ending)


def document_graph(extraction: Extraction, source: DocumentSource, iris: Iris) -> DocumentGraph:
    """All that the document states."""
    return _GraphBuilder(extraction, source, iris).build()


def document_quads(extraction: Extraction, source: DocumentSource, iris: Iris) -> tuple[Quad, ...]:
    """The same as quads, for those who look at single statements."""
    graph = document_graph(extraction, source, iris)
    return tuple(parse(graph.nquads(), format=RdfFormat.N_QUADS))


class _GraphBuilder:
    """Gathers the statements of one document; a dict keeps each once, in the order of the text."""

    def __init__(self, extraction: Extraction, source: DocumentSource, iris: Iris) -> None:
        self._extraction = extraction
        self._source = source
        self._iris = iris
        self._document = f"<{iris.document(source.hash)}>"
        self._statements: dict[str, None] = {}
        self._single: dict[str, str] = {}
        self._citations: list[StatedCitation] = []

    def build(self) -> DocumentGraph:
        self._add_document()
        own = self._add_self()
        namings = {citation.id: _naming(citation) for citation in self._extraction.citations}
        nodes = {
            citation.id: self._add_instrument(namings[citation.id], citation, namings.get(citation.source))
            for citation in self._extraction.citations
        }
        nodes[SELF] = own
        repeats: Counter[tuple[int, int]] = Counter()
        for citation in self._extraction.citations:
            span = (citation.start, citation.end)
            self._add_citation(citation, nodes, repeats[span])
            repeats[span] += 1
        for clause in self._extraction.effects:
            self._add_effect(clause, nodes[clause.subject])
        graph = self._iris.document_graph(self._source.hash)
        return DocumentGraph(graph, tuple(self._statements), tuple(sorted(self._citations)))

    def _add(self, subject: str, predicate: NamedNode, value: str) -> None:
        self._statements[f"{subject} {ntriples.written(predicate)} {value}"] = None

    def _add_document(self) -> None:
        document, source = self._document, self._source
        self._add(document, vocab.TYPE, ntriples.written(vocab.SOURCE_DOCUMENT))
        self._add(document, vocab.SHA256, ntriples.text(source.sha256))
        self._add(document, vocab.FILE_NAME, ntriples.text(source.file_name))
        self._add(document, vocab.FORMAT, ntriples.text(source.media_type))
        self._add(document, vocab.TEXT_LENGTH, ntriples.integer(len(self._extraction.text)))
        if source.quality < DOUBTFUL:
            self._add(document, vocab.TEXT_QUALITY, ntriples.decimal(source.quality))
        for name, value in source.given:
            self._add(document, vocab.GIVEN[name], ntriples.text(value))
        if self._extraction.head.title:
            self._add(document, vocab.TITLE, ntriples.vietnamese(self._extraction.head.title))

    def _add_self(self) -> str:
        head = self._extraction.head
        if head.acting_body:
            act = f"<{self._iris.self_of(self._source.hash)}>"
            self._describe(act, Naming(issuer=head.acting_body), partial=True)
            self._add(act, vocab.REPORTED_BY, self._document)
            return act
        naming = Naming(head.type, head.number, head.issuer, _valid_date(head.date), head.year, head.title)
        path = _path(naming)
        own = f"<{self._iris.instrument(path) if path else self._iris.self_of(self._source.hash)}>"
        self._describe(own, naming, partial=path is None)
        self._add(own, vocab.SOURCE_DOCUMENT_OF, self._document)
        if head.signer:
            self._add(own, vocab.SIGNER, ntriples.text(head.signer))
        if head.signer_title:
            self._add(own, vocab.SIGNER_TITLE, ntriples.text(head.signer_title))
        return own

    def _add_instrument(self, naming: Naming, citation: Citation, source: Naming | None) -> str:
        path = _path(naming)
        if path is None:
            wording = " ".join(citation.text.split())
            # What a decree of 2007 called "Luật Đấu thầu" is not what this document calls so.
            cited_in = year_of(source) if source and not naming.number else None
            node = f"<{self._iris.instrument(scoped_path(naming, self._source.hash, wording, cited_in))}>"
            self._describe(node, naming, partial=True)
            if not naming.number and not naming.title:
                self._add(node, vocab.TITLE, ntriples.vietnamese(wording))
        else:
            node = f"<{self._iris.instrument(path)}>"
            self._describe(node, naming, partial=False)
        return node

    def _describe(self, node: str, naming: Naming, *, partial: bool) -> None:
        """State what a mention says of an instrument; where another said it otherwise before, that stands."""
        for statement, single in _description(node, naming, partial, self._iris).items():
            if single is None or self._single.setdefault(single, statement) == statement:
                self._statements[statement] = None

    def _add_citation(self, citation: Citation, nodes: dict[str, str], repeat: int) -> None:
        if citation.source not in nodes:
            raise ValueError(f"Citation {citation.id!r} hangs on {citation.source!r}, which is not there.")
        ends = nodes[citation.source], nodes[citation.id]
        citing, cited = reversed(ends) if citation.inverse else ends
        relation = vocab.relation_properties()[citation.relation]
        node = f"<{self._iris.citation(self._source.hash, citation.start, citation.end, repeat)}>"
        self._add(node, vocab.TYPE, ntriples.written(vocab.CITATION))
        self._add(node, vocab.CITING, citing)
        self._add(node, vocab.CITED, cited)
        self._add(node, vocab.RELATION, ntriples.written(relation))
        self._add(node, vocab.IN_DOCUMENT, self._document)
        self._add(node, vocab.HAS_EVIDENCE, self._add_evidence(citation.evidence))
        self._add(node, vocab.KIND, ntriples.text(citation.kind))
        self._add(node, vocab.EXACT, ntriples.text(citation.text))
        self._add(node, vocab.START, ntriples.integer(citation.start))
        self._add(node, vocab.END, ntriples.integer(citation.end))
        self._add(node, vocab.CONFIDENCE, ntriples.decimal(citation.confidence))
        self._add(node, vocab.METHOD, ntriples.text(" ".join(citation.rules)))
        if citation.inverse:
            self._add(node, vocab.INVERSE, ntriples.typed("true", vocab.BOOLEAN))
        if citation.pinpoints:
            self._add(node, vocab.PINPOINT, ntriples.text(";".join(map(pinpoint_text, citation.pinpoints))))
        if citation.place:
            self._add(node, vocab.PLACE, ntriples.text(citation.place))
        if citation.issuer_as_written:
            self._add(node, vocab.ISSUER_AS_WRITTEN, ntriples.text(citation.issuer_as_written))
        if citing != cited:
            self._add(citing, relation, cited)
        self._citations.append(_stated(citation, citing, cited, repeat))

    def _add_effect(self, clause: EffectClause, instrument: str) -> None:
        property_ = vocab.EFFECT_PROPERTIES[clause.event]
        day = ntriples.typed(clause.day, vocab.DATE)
        node = f"<{self._iris.effect_clause(self._source.hash, clause.start, clause.end)}>"
        self._add(node, vocab.TYPE, ntriples.written(vocab.EFFECT_CLAUSE))
        self._add(node, vocab.EFFECT_OF, instrument)
        self._add(node, vocab.EFFECT_PROPERTY, ntriples.written(property_))
        self._add(node, vocab.EFFECT_DAY, day)
        self._add(node, vocab.IN_DOCUMENT, self._document)
        self._add(node, vocab.HAS_EVIDENCE, self._add_evidence(clause.evidence))
        self._add(node, vocab.EXACT, ntriples.text(clause.text))
        self._add(node, vocab.START, ntriples.integer(clause.start))
        self._add(node, vocab.END, ntriples.integer(clause.end))
        self._add(node, vocab.CONFIDENCE, ntriples.decimal(clause.confidence))
        self._add(node, vocab.METHOD, ntriples.text(clause.rule))
        self._add(instrument, property_, day)

    def _add_evidence(self, evidence: Evidence) -> str:
        node = f"<{self._iris.evidence(self._source.hash, evidence.start, evidence.end)}>"
        self._add(node, vocab.EXACT, ntriples.text(evidence.text))
        self._add(node, vocab.START, ntriples.integer(evidence.start))
        self._add(node, vocab.END, ntriples.integer(evidence.end))
        return node


@lru_cache(maxsize=8_192)
def _description(node: str, naming: Naming, partial: bool, iris: Iris) -> dict[str, str | None]:
    """What a document states of an instrument it names. Well-known ones are named in document after document.

    Each statement comes with subject and predicate where there may be only one of its kind, else with None.
    """
    added: dict[str, str | None] = {}

    def add(subject: str, predicate: NamedNode, value: str) -> None:
        about = f"{subject} {ntriples.written(predicate)}"
        added[f"{about} {value}"] = about if predicate in _SINGLE else None

    add(node, vocab.TYPE, ntriples.written(vocab.INSTRUMENT))
    if partial:
        add(node, vocab.TYPE, ntriples.written(vocab.PARTIAL_INSTRUMENT))
    if naming.type:
        concept = ntriples.written(vocab.type_concept(slug(naming.type)))
        add(node, vocab.TYPE_DOCUMENT, concept)
        add(concept, vocab.LABEL, ntriples.vietnamese(naming.type))
    if naming.number:
        add(node, vocab.ID_LOCAL, ntriples.text(naming.number))
        add(node, vocab.NUMBER_KEY, ntriples.text(number_slug(naming.number)))
    for key in match_keys(naming):
        add(node, vocab.MATCH_KEY, ntriples.text(key))
    for name in naming.issuer.split(JOINT) if naming.issuer else ():
        body = f"<{iris.body(body_identity(name).slug)}>"
        add(node, vocab.PASSED_BY, body)
        add(body, vocab.TYPE, ntriples.written(vocab.ORGANIZATION))
        add(body, vocab.LABEL, ntriples.vietnamese(name))
    if naming.date:
        add(node, vocab.DATE_DOCUMENT, ntriples.typed(naming.date, vocab.DATE))
    year = year_of(naming)
    if year:
        add(node, vocab.YEAR, ntriples.typed(str(year), vocab.GYEAR))
    if naming.title:
        add(node, vocab.TITLE, ntriples.vietnamese(naming.title))
    if naming.term:
        add(node, vocab.TERM, ntriples.text(naming.term))
    return added


def pinpoint_text(pinpoint: Pinpoint) -> str:
    """A place inside an instrument as one line, from the widest to the narrowest given.

    >>> pinpoint_text(Pinpoint(article="5", clause="2"))
    'article=5,clause=2'
    """
    values = ((field.name, getattr(pinpoint, field.name)) for field in fields(pinpoint))
    return ",".join(f"{name}={value}" for name, value in values if value is not None)


def _stated(citation: Citation, citing: str, cited: str, repeat: int) -> StatedCitation:
    """The citation as a row, with what a store gives back for it."""
    return StatedCitation(
        start=citation.start,
        end=citation.end,
        repeat=repeat,
        citing=citing.strip("<>"),
        cited=cited.strip("<>"),
        relation=citation.relation,
        kind=citation.kind,
        quote=ntriples.stored(citation.text),
        confidence=float(ntriples.two_places(citation.confidence)),
        method=" ".join(citation.rules),
        sentence_start=citation.evidence.start,
        sentence_end=citation.evidence.end,
        sentence=ntriples.stored(citation.evidence.text),
        inverse=citation.inverse,
        pinpoint=";".join(map(pinpoint_text, citation.pinpoints)),
        place=ntriples.stored(citation.place or ""),
        issuer_as_written=ntriples.stored(citation.issuer_as_written or ""),
    )


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


_path = lru_cache(maxsize=65_536)(full_path)

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

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from extractors.models import SELF, Citation, EffectClause, Evidence, Extraction, Pinpoint
from extractors.readers.quality import DOUBTFUL
from kg import ntriples, vocab
from kg.iris import Iris, short_hash
from kg.mentioned import mentioned, naming_of, own_naming, path_of
from kg.resolve.keys import Naming, scoped_path, year_of
from kg.stated import StatedCitation

CITATION_BUDGET = 20
"""The most quads that one citation costs with its evidence and its direct edge, instrument nodes apart."""

_TYPE, _CITATION = ntriples.written(vocab.TYPE), ntriples.written(vocab.CITATION)
_CITING, _CITED = ntriples.written(vocab.CITING), ntriples.written(vocab.CITED)
_RELATION, _KIND = ntriples.written(vocab.RELATION), ntriples.written(vocab.KIND)
_IN_DOCUMENT, _EVIDENCE = ntriples.written(vocab.IN_DOCUMENT), ntriples.written(vocab.HAS_EVIDENCE)
_EXACT, _START, _END = map(ntriples.written, (vocab.EXACT, vocab.START, vocab.END))
_CONFIDENCE, _METHOD = ntriples.written(vocab.CONFIDENCE), ntriples.written(vocab.METHOD)

_PLACES = tuple(field.name for field in fields(Pinpoint))


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

    `about` are those on the document and the instruments it names, `records` those on its citations, which
    `citations` has as rows.
    """

    iri: str
    about: tuple[str, ...]
    records: tuple[str, ...]
    citations: tuple[StatedCitation, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """All of them."""
        return self.about + self.records

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
    """Gathers the statements of one document; dicts keep each once, in the order of the text."""

    def __init__(self, extraction: Extraction, source: DocumentSource, iris: Iris) -> None:
        self._extraction = extraction
        self._source = source
        self._iris = iris
        self._document = f"<{iris.document(source.hash)}>"
        self._about: dict[str, None] = {}
        self._records: dict[str, None] = {}
        self._single: dict[str, str] = {}
        self._known: dict[Naming, str] = {}
        self._sentences: dict[tuple[int, int], str] = {}
        self._citations: list[StatedCitation] = []

    def build(self) -> DocumentGraph:
        self._add_document()
        own = self._add_self()
        namings = {citation.id: naming_of(citation) for citation in self._extraction.citations}
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
        return DocumentGraph(graph, tuple(self._about), tuple(self._records), tuple(sorted(self._citations)))

    def _add(self, subject: str, predicate: NamedNode, value: str) -> None:
        self._about[f"{subject} {ntriples.written(predicate)} {value}"] = None

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
        naming = own_naming(head)
        path = path_of(naming)
        own = f"<{self._iris.instrument(path) if path else self._iris.self_of(self._source.hash)}>"
        self._describe(own, naming, partial=path is None)
        self._add(own, vocab.SOURCE_DOCUMENT_OF, self._document)
        if head.signer:
            self._add(own, vocab.SIGNER, ntriples.text(head.signer))
        if head.signer_title:
            self._add(own, vocab.SIGNER_TITLE, ntriples.text(head.signer_title))
        return own

    def _add_instrument(self, naming: Naming, citation: Citation, source: Naming | None) -> str:
        if naming in self._known:
            return self._known[naming]
        path = path_of(naming)
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
        if naming.number:
            # Whoever says the same number in the same words means, and states, the same.
            self._known[naming] = node
        return node

    def _describe(self, node: str, naming: Naming, *, partial: bool) -> None:
        """State what a mention says of an instrument; where another said it otherwise before, that stands."""
        for statement, single in mentioned(node, naming, partial, self._iris).items():
            if single is None or self._single.setdefault(single, statement) == statement:
                self._about[statement] = None

    def _add_citation(self, citation: Citation, nodes: dict[str, str], repeat: int) -> None:
        if citation.source not in nodes:
            raise ValueError(f"Citation {citation.id!r} hangs on {citation.source!r}, which is not there.")
        ends = nodes[citation.source], nodes[citation.id]
        citing, cited = reversed(ends) if citation.inverse else ends
        relation = ntriples.written(vocab.relation_properties()[citation.relation])
        node = f"<{self._iris.citation(self._source.hash, citation.start, citation.end, repeat)}>"
        row = _stated(citation, citing, cited, repeat)
        said = [
            f"{node} {_TYPE} {_CITATION}",
            f"{node} {_CITING} {citing}",
            f"{node} {_CITED} {cited}",
            f"{node} {_RELATION} {relation}",
            f"{node} {_IN_DOCUMENT} {self._document}",
            f"{node} {_EVIDENCE} {self._add_evidence(citation.evidence)}",
            f"{node} {_KIND} {ntriples.text(row.kind)}",
            f"{node} {_EXACT} {ntriples.text(citation.text)}",
            f"{node} {_START} {ntriples.integer(row.start)}",
            f"{node} {_END} {ntriples.integer(row.end)}",
            f"{node} {_CONFIDENCE} {ntriples.decimal(citation.confidence)}",
            f"{node} {_METHOD} {ntriples.text(row.method)}",
        ]
        if citation.inverse:
            said.append(f"{node} {vocab.INVERSE} {ntriples.typed('true', vocab.BOOLEAN)}")
        if row.pinpoint:
            said.append(f"{node} {vocab.PINPOINT} {ntriples.text(row.pinpoint)}")
        if citation.place:
            said.append(f"{node} {vocab.PLACE} {ntriples.text(citation.place)}")
        if citation.issuer_as_written:
            said.append(f"{node} {vocab.ISSUER_AS_WRITTEN} {ntriples.text(citation.issuer_as_written)}")
        if citing != cited:
            said.append(f"{citing} {relation} {cited}")
        self._records |= dict.fromkeys(said)
        self._citations.append(row)

    def _add_effect(self, clause: EffectClause, instrument: str) -> None:
        property_ = vocab.EFFECT_PROPERTIES[clause.event]
        day = ntriples.typed(clause.day, vocab.DATE)
        node = f"<{self._iris.effect_clause(self._source.hash, clause.start, clause.end)}>"
        said = (
            f"{node} {_TYPE} {vocab.EFFECT_CLAUSE}",
            f"{node} {vocab.EFFECT_OF} {instrument}",
            f"{node} {vocab.EFFECT_PROPERTY} {property_}",
            f"{node} {vocab.EFFECT_DAY} {day}",
            f"{node} {_IN_DOCUMENT} {self._document}",
            f"{node} {_EVIDENCE} {self._add_evidence(clause.evidence)}",
            f"{node} {_EXACT} {ntriples.text(clause.text)}",
            f"{node} {_START} {ntriples.integer(clause.start)}",
            f"{node} {_END} {ntriples.integer(clause.end)}",
            f"{node} {_CONFIDENCE} {ntriples.decimal(clause.confidence)}",
            f"{node} {_METHOD} {ntriples.text(clause.rule)}",
        )
        self._records |= dict.fromkeys(said)
        self._add(instrument, property_, day)

    def _add_evidence(self, evidence: Evidence) -> str:
        place = evidence.start, evidence.end
        node = self._sentences.get(place)
        if node is None:
            node = self._sentences[place] = f"<{self._iris.evidence(self._source.hash, *place)}>"
            said = (
                f"{node} {_EXACT} {ntriples.text(evidence.text)}",
                f"{node} {_START} {ntriples.integer(evidence.start)}",
                f"{node} {_END} {ntriples.integer(evidence.end)}",
            )
            self._records |= dict.fromkeys(said)
        return node


def pinpoint_text(pinpoint: Pinpoint) -> str:
    """A place inside an instrument as one line, from the widest to the narrowest given.

    >>> pinpoint_text(Pinpoint(article="5", clause="2"))
    'article=5,clause=2'
    """
    values = ((name, getattr(pinpoint, name)) for name in _PLACES)
    return ",".join(f"{name}={value}" for name, value in values if value is not None)


def _stated(citation: Citation, citing: str, cited: str, repeat: int) -> StatedCitation:
    """The citation as a row, with what a store gives back for it."""
    return StatedCitation(
        start=citation.start,
        end=citation.end,
        repeat=repeat,
        citing=citing[1:-1],
        cited=cited[1:-1],
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

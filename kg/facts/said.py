"""What one document says, as far as anything else follows from it: its mentions, and values of instruments.

Made of a graph while it is at hand, or read from a store in one question; both say the same.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import starmap
from typing import NamedTuple

from kg import ntriples, vocab
from kg.facts.fresh import FreshStatements
from kg.facts.terms import iri_term, values
from kg.graph import DocumentGraph
from kg.iris import Iris
from kg.store.protocol import Store
from kg.vocab import relation_names

_OF_INSTRUMENTS = (
    vocab.TYPE, vocab.ID_LOCAL, vocab.MATCH_KEY, vocab.NUMBER_KEY, vocab.TYPE_DOCUMENT, vocab.PASSED_BY,
    vocab.DATE_DOCUMENT, vocab.YEAR, vocab.TERM, vocab.TITLE, vocab.SOURCE_DOCUMENT_OF, vocab.REPORTED_BY,
    vocab.IN_FORCE_FROM, vocab.LABEL,
)  # fmt: skip
_OF_CITATIONS = (
    vocab.CITING, vocab.CITED, vocab.RELATION, vocab.INVERSE, vocab.HAS_EVIDENCE, vocab.EXACT, vocab.METHOD,
    vocab.ISSUER_AS_WRITTEN,
)  # fmt: skip
_CITING, _CITED, _RELATION, _INVERSE, _EVIDENCE, _EXACT, _METHOD, _ISSUER = (
    property_.value for property_ in _OF_CITATIONS
)

_OWN = {vocab.SOURCE_DOCUMENT_OF.value, vocab.REPORTED_BY.value}

Values = Mapping[str, list[str]]
"""What is said of one thing: texts and IRIs by the IRI of the property."""


class SaidCitation(NamedTuple):
    """A citation as its document states it; IRIs, but for the name of the relation, and what it quotes.

    `inverse`: the words name the end that acts. `method` are the rules, with spaces between.
    """

    iri: str
    citing: str
    cited: str
    relation: str
    inverse: bool
    sentence: str
    quote: str
    method: str
    issuer_as_written: str | None

    @property
    def node(self) -> str:
        """The end that the words name."""
        return self.citing if self.inverse else self.cited

    @property
    def source(self) -> str:
        """The end that the citation hangs on."""
        return self.cited if self.inverse else self.citing


class Said(NamedTuple):
    """What one document says: its citations in the order of their IRIs, and values by what they are of."""

    citations: tuple[SaidCitation, ...]
    values: Mapping[str, Values]

    def __bool__(self) -> bool:
        return bool(self.citations or self.values)

    @property
    def own(self) -> str | None:
        """The instrument that the document says it is, or tells of."""
        marked = (iri for iri, said in self.values.items() if not said.keys().isdisjoint(_OWN))
        return min(marked, default=None)


def least(said: Values, property_: str) -> str | None:
    """The one value; of several the least, so that the order of quads never matters."""
    found = said.get(property_)
    if not found:
        return None
    return found[0] if len(found) == 1 else min(found)


def said_by(graph: DocumentGraph, iris: Iris) -> Said:
    """What the graph says."""
    hash_ = iris.hash_of(graph.iri) or ""
    citations = (
        SaidCitation(
            iri=iris.citation(hash_, row.start, row.end, row.repeat),
            citing=row.citing,
            cited=row.cited,
            relation=row.relation,
            inverse=row.inverse,
            sentence=iris.evidence(hash_, row.sentence_start, row.sentence_end),
            quote=row.quote,
            method=row.method,
            issuer_as_written=row.issuer_as_written or None,
        )
        for row in graph.citations
    )
    return Said(tuple(sorted(citations)), _by_subject(_parsed(graph.about)))


def _parsed(statements: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    kept = {ntriples.written(property_): property_.value for property_ in _OF_INSTRUMENTS}
    for statement in statements:
        subject, written, value = statement.split(" ", 2)
        if (property_ := kept.get(written)) is not None:
            said = value[1:-1] if value[0] == "<" else ntriples.stored(ntriples.meant(value))
            yield subject[1:-1], property_, said


def _by_subject(rows: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for subject, property_, value in rows:
        found.setdefault(subject, {}).setdefault(property_, []).append(value)
    return found


def encode(said: Said) -> bytes:
    """What is said, to be handed on: JSON, which is read back faster than a graph is taken apart.

    Compressed, for IRIs repeat: a ninth of the bytes, in a tenth of the time that reading them takes.
    """
    return zlib.compress(json.dumps(said, separators=(",", ":")).encode("ascii"), level=1)


def decode(data: bytes) -> Said:
    """What `encode` made bytes of."""
    citations, found = json.loads(zlib.decompress(data))
    return Said(tuple(starmap(SaidCitation, citations)), found)


def said_in(store: Store, iris: Iris, hash_: str, fresh: FreshStatements | None = None) -> Said:
    """What a document's graph says: as `fresh` has it at hand, else as the store says."""
    if fresh is not None and (data := fresh.get(hash_)) is not None:
        return decode(data)
    asked = values("p", (property_.value for property_ in (*_OF_INSTRUMENTS, *_OF_CITATIONS)))
    graph = iri_term(iris.document_graph(hash_))
    rows = store.select(f"SELECT ?s ?p ?o WHERE {{ {asked} GRAPH {graph} {{ ?s ?p ?o }} }}")
    found = _by_subject((subject.value, property_.value, value.value) for subject, property_, value in rows)
    citations = (_citation(iri, said) for iri, said in sorted(found.items()) if _CITED in said)
    # What has words of the text is a citation, its sentence or a clause: no instrument and no body.
    return Said(tuple(citations), {iri: said for iri, said in found.items() if _EXACT not in said})


def _citation(iri: str, said: Values) -> SaidCitation:
    return SaidCitation(
        iri=iri,
        citing=min(said[_CITING]),
        cited=min(said[_CITED]),
        relation=relation_names()[min(said[_RELATION])],
        inverse=_INVERSE in said,
        sentence=min(said[_EVIDENCE]),
        quote=min(said[_EXACT]),
        method=min(said[_METHOD]),
        issuer_as_written=least(said, _ISSUER),
    )

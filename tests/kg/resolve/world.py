"""A small world to resolve in: documents told by what they are and what they mention, no text needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.models import (
    SELF,
    Citation,
    EffectClause,
    Evidence,
    Extraction,
    Head,
    Kind,
    Pinpoint,
    Relation,
)
from kg.facts.endings import meanings
from kg.graph import DocumentGraph, DocumentSource, document_graph
from kg.iris import Iris
from kg.resolve.resolution import remember, resolve_documents
from kg.store.embedded import EmbeddedStore

IRIS = Iris()


@dataclass(frozen=True, slots=True)
class Said:
    """One mention. `on` is the place (from 0) of the mention that it hangs on, None: the document itself.

    `effective` is the day from which the document says that the instrument has effect.
    """

    type: str
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    term: str | None = None
    relation: Relation = "implements"
    on: int | None = None
    inverse: bool = False
    part: bool = False
    words: str | None = None
    issuer_as_written: str | None = None
    rules: tuple[str, ...] = ("sample",)
    effective: str | None = None

    @property
    def kind(self) -> Kind:
        if self.number:
            return "numbered"
        return "law" if self.type in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") else "named"

    @property
    def wording(self) -> str:
        if self.words:
            return self.words
        named = f"số {self.number}" if self.number else self.title or ""
        said = (
            self.type,
            named,
            self.date and f"ngày {self.date}",
            self.issuer and f"của {self.issuer}",
            self.term,
        )
        return " ".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Doc:
    """A document: its head, its mentions, from when to when it says that it has effect itself."""

    name: str
    mentions: Sequence[Said] = ()
    type: str = "Kế hoạch"
    number: str | None = "10/KH-UBND"
    issuer: str | None = "Ủy ban nhân dân tỉnh Lạng Sơn"
    date: str | None = "2024-03-01"
    title: str | None = None
    effective: str | None = None
    expired: str | None = None

    @property
    def extraction(self) -> Extraction:
        lines = [self.name, *(said.wording for said in self.mentions)]
        text = "\n".join(lines)
        citations, start = [], len(self.name) + 1
        effects = [*_clause(SELF, self, 0, 1), *_ending(self)]
        for place, said in enumerate(self.mentions):
            end = start + len(said.wording)
            citations.append(_citation(place, said, start, end))
            effects += _clause(f"c{place}", said, start, end)
            start = end + 1
        head = Head(self.type, self.number, self.issuer, date=self.date, title=self.title)
        return Extraction(text, head, tuple(citations), tuple(effects))

    @property
    def source(self) -> DocumentSource:
        return DocumentSource(hashlib.sha256(self.extraction.text.encode()).hexdigest(), f"{self.name}.txt")

    @property
    def hash(self) -> str:
        return self.source.hash

    @property
    def graph(self) -> DocumentGraph:
        return document_graph(self.extraction, self.source, IRIS)


def _clause(subject: str, said: Doc | Said, start: int, end: int) -> list[EffectClause]:
    line = Evidence(start, end, said.name if isinstance(said, Doc) else said.wording)
    if said.effective is None:
        return []
    return [EffectClause(subject, "begins", said.effective, start, end, line.text, line, 0.95, "sample")]


def _ending(doc: Doc) -> list[EffectClause]:
    line = Evidence(0, 1, doc.name)
    if doc.expired is None:
        return []
    return [EffectClause(SELF, "ends", doc.expired, 0, 2, line.text, line, 0.95, "sample")]


def _citation(place: int, said: Said, start: int, end: int) -> Citation:
    return Citation(
        id=f"c{place}",
        start=start,
        end=end,
        text=said.wording,
        kind=said.kind,
        type=said.type,
        relation=said.relation,
        evidence=Evidence(start, end, said.wording),
        confidence=0.95,
        rules=said.rules,
        number=said.number,
        date=said.date,
        year=said.year,
        issuer=said.issuer,
        issuer_as_written=said.issuer_as_written,
        term=said.term,
        title=said.title,
        source=SELF if said.on is None else f"c{said.on}",
        inverse=said.inverse,
        pinpoints=(Pinpoint(article="5"),) if said.part else (),
    )


@dataclass
class World:
    """A store with documents in it, resolved after each change."""

    store: EmbeddedStore = field(default_factory=EmbeddedStore.in_memory)

    def add(self, *docs: Doc) -> World:
        for doc in docs:
            self.store.load(doc.graph.nquads())
        return self._resolve(*docs)

    def remove(self, doc: Doc) -> World:
        self.store.remove_graph(doc.graph.iri)
        return self._resolve(doc)

    def _resolve(self, *docs: Doc) -> World:
        resolved = resolve_documents(self.store, IRIS, [doc.hash for doc in docs])
        remember(self.store, IRIS, resolved.facts)
        return self

    def nodes(self, doc: Doc) -> list[str]:
        """The node of each mention of the document, in order."""
        rows = self.store.select(
            f"SELECT ?node WHERE {{ ?c dch:inDocument <{IRIS.document(doc.hash)}> ; oa:start ?start ; "
            "dch:citing ?citing ; dch:cited ?cited . OPTIONAL { ?c dch:inverse ?inverse } "
            "BIND(IF(BOUND(?inverse), ?citing, ?cited) AS ?node) } ORDER BY ?start"
        )
        return [row["node"].value for row in rows]

    def meanings(self, doc: Doc) -> list[str]:
        """What each mention of the document finally stands for, as ids."""
        nodes = self.nodes(doc)
        meaning = meanings(self.store, IRIS, nodes)
        return [IRIS.id_of(meaning[node]) for node in nodes]

    def candidates(self, doc: Doc, place: int = 0) -> list[str]:
        """The ids that a mention may stand for, likeliest first."""
        rows = self.store.select(
            f"SELECT ?t WHERE {{ <{self.nodes(doc)[place]}> dch:candidate ?c . "
            "?c dch:proposes ?t ; dch:rank ?rank } ORDER BY ?rank"
        )
        return [IRIS.id_of(row["t"].value) for row in rows]

    def resolution_lines(self) -> list[str]:
        """The resolution and authority graphs, in canonical order."""
        graphs = (IRIS.graph("resolution"), IRIS.graph("authority"))
        return sorted(f"{quad} ." for graph in graphs for quad in self.store.graph_quads(graph))


def world(*docs: Doc) -> World:
    """A world with these documents."""
    return World().add(*docs)


def meaning(said: Said, others: Iterable[Said] = (), **about: str | None) -> str:
    """What one mention stands for, in a document that says `others` too."""
    doc = Doc("d", (said, *others), **about)  # type: ignore[arg-type]
    return world(doc).meanings(doc)[0]

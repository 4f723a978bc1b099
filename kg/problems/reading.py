"""Reading what the checks ask: the citations of documents with what is known of the instruments they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from kg import vocab
from kg.facts.endings import Ending, meanings
from kg.facts.fresh import FreshStatements
from kg.facts.knowledge import Knowledge
from kg.facts.said import Said, said_in
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.problems.citations import Cited
from kg.store.protocol import Store
from kg.vocab import relation_names

_CONSOLIDATED = vocab.type_concept("van-ban-hop-nhat").value
ASKED = (
    vocab.TYPE, vocab.CITING, vocab.CITED, vocab.RELATION, vocab.INVERSE, vocab.EXACT, vocab.METHOD,
    vocab.ISSUER_AS_WRITTEN, vocab.ID_LOCAL, vocab.DATE_DOCUMENT, vocab.YEAR, vocab.TYPE_DOCUMENT,
    vocab.PASSED_BY, vocab.LABEL, vocab.SOURCE_DOCUMENT_OF, vocab.REPORTED_BY,
)  # fmt: skip
"""The properties by which a document says what the checks look at."""


def cited_in(
    store: Store,
    iris: Iris,
    hashes: Iterable[str],
    endings: Mapping[str, tuple[Ending, ...]],
    knowledge: Knowledge,
    fresh: FreshStatements | None = None,
) -> Iterator[Cited]:
    """The citations of these documents, each document's in the order of their IRIs."""
    documents = [_stated(store, iris, hash_, fresh) for hash_ in hashes]
    nodes = {node for document in documents for mention in document.mentions for node in mention.ends}
    meaning = meanings(store, iris, nodes)
    knowledge.gather(meaning.values())
    candidates = _candidates(store, iris, (node for node in nodes if meaning[node] == node))
    for document in documents:
        for mention in document.mentions:
            yield _cited(document, mention, meaning, candidates, endings, knowledge)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A citation as its document states it: the node its words name, and the node it hangs on."""

    citation: str
    node: str
    source: str
    inverse: bool

    @property
    def ends(self) -> tuple[str, str]:
        return self.node, self.source


@dataclass(frozen=True, slots=True)
class _Stated:
    """What one document's graph says; `own` is the instrument that it is, with its day and type."""

    hash: str
    said: Said
    mentions: Sequence[_Mention]
    own: str | None
    own_day: date | None
    consolidated: bool


def _stated(store: Store, iris: Iris, hash_: str, fresh: FreshStatements | None) -> _Stated:
    said = said_in(store, iris.document_graph(hash_), ASKED, fresh)
    records = (iri for iri in sorted(said) if vocab.CITATION.value in said.all(iri, vocab.TYPE))
    own = min(
        (iri for iri in said if said.all(iri, vocab.SOURCE_DOCUMENT_OF, vocab.REPORTED_BY)), default=None
    )
    return _Stated(
        hash=hash_,
        said=said,
        mentions=[_mention(citation, said) for citation in records],
        own=own,
        own_day=_day(said.least(own, vocab.DATE_DOCUMENT)) if own else None,
        consolidated=own is not None and said.least(own, vocab.TYPE_DOCUMENT) == _CONSOLIDATED,
    )


def _mention(citation: str, said: Said) -> _Mention:
    citing, cited = said.one(citation, vocab.CITING), said.one(citation, vocab.CITED)
    inverse = said.least(citation, vocab.INVERSE) is not None
    node, source = (citing, cited) if inverse else (cited, citing)
    return _Mention(citation, node, source, inverse)


def _cited(
    document: _Stated,
    mention: _Mention,
    meaning: Mapping[str, str],
    candidates: Mapping[str, tuple[str, ...]],
    endings: Mapping[str, tuple[Ending, ...]],
    knowledge: Knowledge,
) -> Cited:
    said, citation, node = document.said, mention.citation, mention.node
    target, is_own = meaning[node], mention.source == document.own
    bodies = said.all(node, vocab.PASSED_BY)
    year = said.least(node, vocab.YEAR)
    return Cited(
        citation=citation,
        hash=document.hash,
        quote=" ".join(said.one(citation, vocab.EXACT).split()),
        instrument=target,
        relation=relation_names()[said.one(citation, vocab.RELATION)],
        inverse=mention.inverse,
        own=is_own,
        rules=tuple(said.one(citation, vocab.METHOD).split()),
        type=(said.least(node, vocab.TYPE_DOCUMENT) or "").rpartition("#type-")[2],
        number=said.least(node, vocab.ID_LOCAL),
        issuer="; ".join(sorted(set(chain(*(said.all(body, vocab.LABEL) for body in bodies))))) or None,
        issuer_as_written=said.least(citation, vocab.ISSUER_AS_WRITTEN),
        day=_day(max(said.all(node, vocab.DATE_DOCUMENT), default=None)),
        year=int(year) if year else None,
        known_day=knowledge.sure_day(target),
        citing_day=document.own_day if is_own else knowledge.day(meaning[mention.source]),
        quotes_older_text=document.consolidated and is_own,
        known=knowledge.row(target),
        force=knowledge.force(target),
        endings=tuple(act for act in endings.get(target, ()) if act.by != document.own),
        candidates=candidates.get(node, ()) if target == node else (),
        name=knowledge.name,
    )


def _candidates(store: Store, iris: Iris, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for portion in portions(nodes):
        rows = store.select(
            f"SELECT ?n ?t ?rank WHERE {{ {values('n', portion)} GRAPH <{graph}> {{ ?n dch:candidate ?c . "
            "?c dch:proposes ?t ; dch:rank ?rank ; dch:confidence ?sure FILTER(?sure >= 0.1) } }"
        )
        for node, target, rank in rows:
            ranked[node.value].append((int(rank.value), target.value))
    return {node: tuple(iri for _, iri in sorted(found)) for node, found in ranked.items()}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

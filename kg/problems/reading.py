"""Reading what the checks ask: the citations of documents with what is known of the instruments they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from kg import vocab
from kg.facts.endings import Ending, meanings
from kg.facts.force import Force
from kg.facts.fresh import FreshStatements
from kg.facts.knowledge import Knowledge
from kg.facts.said import Said, least, said_in
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.problems.citations import Cited
from kg.resolve.authority import KnownInstrument
from kg.store.protocol import Store

_CONSOLIDATED = vocab.type_concept("van-ban-hop-nhat").value
_TYPE_DOCUMENT, _ID_LOCAL, _PASSED_BY = (
    vocab.TYPE_DOCUMENT.value, vocab.ID_LOCAL.value, vocab.PASSED_BY.value,
)  # fmt: skip
_DATE, _YEAR, _LABEL = vocab.DATE_DOCUMENT.value, vocab.YEAR.value, vocab.LABEL.value


def cited_in(
    store: Store,
    iris: Iris,
    hashes: Iterable[str],
    endings: Mapping[str, tuple[Ending, ...]],
    knowledge: Knowledge,
    fresh: FreshStatements | None = None,
) -> Iterator[Cited]:
    """The citations of these documents, each document's in the order of their IRIs."""
    documents = {hash_: said_in(store, iris, hash_, fresh) for hash_ in hashes}
    nodes = {
        node for said in documents.values() for one in said.citations for node in (one.citing, one.cited)
    }
    meaning = meanings(store, iris, nodes)
    knowledge.gather(meaning.values())
    candidates = _candidates(store, iris, (node for node in nodes if meaning[node] == node))
    for hash_, said in documents.items():
        own = said.own
        known = {
            node: _known(node, meaning[node], said, own, endings, candidates, knowledge)
            for node in {citation.node for citation in said.citations}
        }
        yield from _cited(hash_, said, own, meaning, known, knowledge)


class _Known(NamedTuple):
    """What the document says of an instrument that it names, and what is known of the one it means."""

    instrument: str
    type: str
    number: str | None
    issuer: str | None
    day: date | None
    year: int | None
    known_day: date | None
    known: KnownInstrument | None
    force: Force
    endings: tuple[Ending, ...]
    candidates: tuple[str, ...]


def _known(
    node: str,
    instrument: str,
    said: Said,
    own: str | None,
    endings: Mapping[str, tuple[Ending, ...]],
    candidates: Mapping[str, tuple[str, ...]],
    knowledge: Knowledge,
) -> _Known:
    of = said.values.get(node, {})
    bodies = (said.values.get(body, {}).get(_LABEL, ()) for body in of.get(_PASSED_BY, ()))
    year = least(of, _YEAR)
    return _Known(
        instrument=instrument,
        type=(least(of, _TYPE_DOCUMENT) or "").rpartition("#type-")[2],
        number=least(of, _ID_LOCAL),
        issuer="; ".join(sorted(set(chain(*bodies)))) or None,
        day=_day(max(of.get(_DATE, ()), default=None)),
        year=int(year) if year else None,
        known_day=knowledge.sure_day(instrument),
        known=knowledge.row(instrument),
        force=knowledge.force(instrument),
        endings=tuple(act for act in endings.get(instrument, ()) if act.by != own),
        candidates=candidates.get(node, ()) if instrument == node else (),
    )


def _cited(
    hash_: str,
    said: Said,
    own: str | None,
    meaning: Mapping[str, str],
    known: Mapping[str, _Known],
    knowledge: Knowledge,
) -> Iterator[Cited]:
    of_own = said.values[own] if own else {}
    own_day = _day(least(of_own, _DATE))
    consolidated = least(of_own, _TYPE_DOCUMENT) == _CONSOLIDATED
    for citation in said.citations:
        is_own = citation.source == own
        of = known[citation.node]
        yield Cited(
            citation=citation.iri,
            hash=hash_,
            quote=" ".join(citation.quote.split()),
            instrument=of.instrument,
            relation=citation.relation,
            inverse=citation.inverse,
            own=is_own,
            rules=tuple(citation.method.split()),
            type=of.type,
            number=of.number,
            issuer=of.issuer,
            issuer_as_written=citation.issuer_as_written,
            day=of.day,
            year=of.year,
            known_day=of.known_day,
            citing_day=own_day if is_own else knowledge.day(meaning[citation.source]),
            quotes_older_text=consolidated and is_own,
            known=of.known,
            force=of.force,
            endings=of.endings,
            candidates=of.candidates,
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

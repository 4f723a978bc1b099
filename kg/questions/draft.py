"""A draft checked before it is signed: what each citation stands for, and what is wrong with it.

The draft is read as any document is, resolved against the dataset and the tables, and checked by the checks
of `kg.problems`; its graph lives in memory for as long as the answer takes, and nothing of it is kept.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractors.models import Citation, Head, Relation
from extractors.pipeline import extract
from kg.dataset import Dataset
from kg.facts.endings import EndingKind, acts_upon, endings, meanings
from kg.facts.knowledge import Knowledge
from kg.facts.refs import refs
from kg.graph import DocumentSource, document_graph
from kg.models import InstrumentRef
from kg.problems.citations import Cited, check
from kg.problems.found import Found
from kg.problems.graph import kinds
from kg.problems.reading import cited_in
from kg.resolve.authority import known_instruments
from kg.resolve.document import resolve_document
from kg.resolve.reading import read_document
from kg.resolve.targets import stored_targets
from kg.resolve.writing import insert, resolution_quads
from kg.store.embedded import EmbeddedStore
from ontology.models import Severity

_ENDING: tuple[EndingKind, ...] = ("replaces", "repeals")

DraftStatus = Literal["known", "unknown", "candidates", "unresolved"]
"""known: the dataset or a table knows it; unknown: named in full, yet nothing here knows it; candidates: it
may be one of several; unresolved: the words do not say which instrument is meant."""


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """What is wrong with a citation of the draft and what one might do about it."""

    kind: str
    severity: Severity
    label_vi: str
    label_en: str
    detail_vi: str
    detail_en: str
    suggestion_vi: str
    suggestion_en: str


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """One citation of the draft at [`start`, `end`) of its text, in the order of the text."""

    start: int
    end: int
    text: str
    relation: Relation
    status: DraftStatus
    instrument: InstrumentRef
    candidates: tuple[InstrumentRef, ...]
    problems: tuple[DraftProblem, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class DraftReport:
    """All citations of a draft. `on` is the day it was checked for: its own date, else the one asked for."""

    text: str
    head: Head
    on: date
    citations: tuple[DraftCitation, ...]


def check_draft(dataset: Dataset, text: str, *, today: date) -> DraftReport:
    """Check the citations of `text`; a draft that bears no date is taken as of `today`."""
    iris = dataset.iris
    extraction = extract(text)
    source = DocumentSource(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "draft")
    on = _day(extraction.head.date) or today
    store = EmbeddedStore.in_memory()
    try:
        store.load(document_graph(extraction, source, iris).nquads())
        facts = read_document(store, iris, source.hash)
        if facts is None:
            return DraftReport(text, extraction.head, on, ())
        keys = {key for node in facts.nodes.values() if node.partial for key in node.keys}
        targets = stored_targets(dataset.store, iris, keys)
        resolved = resolve_document(replace(facts, day=on), targets, iris)
        document = iris.document(source.hash)
        insert(store, (quad for one in resolved for quad in resolution_quads(one, document, iris)))
        knowledge = Knowledge(dataset.store, iris)
        upon = acts_upon(dataset, meanings(store, iris, facts.nodes).values(), _ENDING)
        acts = endings(dataset.store, iris, knowledge, _ENDING, acts=upon)
        cited = [
            replace(one, citing_day=one.citing_day or on) if one.own else one
            for one in cited_in(store, iris, [source.hash], acts, knowledge)
        ]
    finally:
        store.close()
    return DraftReport(text, extraction.head, on, _citations(dataset, cited, extraction.citations))


def _citations(
    dataset: Dataset, cited: list[Cited], mentions: tuple[Citation, ...]
) -> tuple[DraftCitation, ...]:
    by_place: dict[tuple[int, int], list[Cited]] = defaultdict(list)
    for one in cited:
        by_place[dataset.iris.span_of(one.citation)].append(one)
    wanted = {one.instrument for one in cited} | {iri for one in cited for iri in one.candidates}
    named = refs(dataset, wanted)
    found = []
    for mention in mentions:
        for one in by_place.pop((mention.start, mention.end), ())[:1]:
            found.append(_citation(dataset, one, mention, named))
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def _citation(
    dataset: Dataset, one: Cited, mention: Citation, named: dict[str, InstrumentRef]
) -> DraftCitation:
    instrument = named[one.instrument]
    status = _status(dataset, one, instrument)
    return DraftCitation(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        relation=mention.relation,
        status=status,
        instrument=_filled(instrument, mention, one),
        candidates=tuple(named[iri] for iri in one.candidates),
        problems=tuple(_problem(problem) for problem in check(one)),
        confidence=mention.confidence,
    )


def _status(dataset: Dataset, one: Cited, instrument: InstrumentRef) -> DraftStatus:
    if one.candidates:
        return "candidates"
    if dataset.iris.is_partial(one.instrument):
        return "unresolved"
    in_table = instrument.id in known_instruments()
    return "known" if in_table or instrument.number or instrument.title else "unknown"


def _filled(instrument: InstrumentRef, mention: Citation, one: Cited) -> InstrumentRef:
    """What the dataset does not know of it, in the draft's own words or those of the tables."""
    naming = one.known.naming if one.known else None
    return replace(
        instrument,
        type=instrument.type or (naming.type if naming else None) or mention.type,
        number=instrument.number or (naming.number if naming else None) or mention.number,
        issuer=instrument.issuer or (naming.issuer if naming else None) or mention.issuer,
        date=instrument.date or (naming.date if naming else None) or mention.date,
        title=instrument.title or (naming.title if naming else None) or mention.title,
    )


def _problem(found: Found) -> DraftProblem:
    kind = kinds()[found.kind]
    return DraftProblem(
        found.kind, kind.severity, kind.label_vi, kind.label_en, found.detail_vi, found.detail_en,
        kind.suggestion_vi, kind.suggestion_en,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None

"""The problems graph, brought up to date for the documents that changed and those their news touches."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

import ontology
from kg import vocab
from kg.facts.endings import Ending, endings
from kg.facts.fresh import FreshStatements
from kg.facts.knowledge import Knowledge
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.problems.citations import check
from kg.problems.effect_news import effect_news, remember_effects
from kg.problems.found import Found
from kg.problems.reading import cited_in
from kg.problems.together import check_together
from kg.resolve.writing import insert, remove
from kg.store.protocol import Store
from ontology.models import ProblemKind

_TWO_DATES = "two-dates"
_BATCH = 500
"""Documents whose citations are in memory at a time."""


def refresh_problems(
    store: Store, iris: Iris, hashes: Iterable[str], fresh: FreshStatements | None = None
) -> None:
    """Find the problems of these documents anew, and of those that rest on what these say."""
    looked_at = set(hashes)
    if not looked_at:
        return
    knowledge = Knowledge(store, iris)
    acts = endings(store, iris, knowledge, ("replaces", "repeals"))
    news = effect_news(store, iris, looked_at)
    moved = _ended_by(iris, looked_at, news.instruments, acts) | news.instruments
    touched = looked_at | _resting_on(store, iris, looked_at) | _naming(store, iris, moved)
    instruments = _dated_instruments(store, iris, looked_at)
    before = _problems_with_dates(store, iris, instruments)
    for batch in _batches(sorted(touched)):
        citations = list(cited_in(store, iris, batch, acts, knowledge, fresh))
        found = [problem for cited in citations for problem in check(cited)]
        found += check_together(citations)
        _replace(store, iris, _problems_in(store, iris, batch), found)
    found = list(two_dates(store, iris, instruments, knowledge))
    _replace(store, iris, before, found)
    remember_effects(store, iris, news)


def _batches(hashes: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(hashes), _BATCH):
        yield hashes[start : start + _BATCH]


def _resting_on(store: Store, iris: Iris, hashes: set[str]) -> set[str]:
    """Documents with a problem that takes a statement of these documents for true."""
    graph, found = iris.graph(vocab.PROBLEMS_GRAPH), set()
    for portion in portions(map(iris.document, hashes)):
        rows = store.select(
            f"SELECT DISTINCT ?d WHERE {{ {values('on', portion)} GRAPH <{graph}> "
            "{ ?problem prov:wasDerivedFrom ?on ; dch:inDocument ?d } }"
        )
        found |= {hash_ for row in rows if (hash_ := iris.hash_of(row["d"].value))}
    return found


def _ended_by(
    iris: Iris, hashes: set[str], news: Collection[str], acts: Mapping[str, tuple[Ending, ...]]
) -> set[str]:
    """Instruments that one of these documents says are ended, or that an act of which there is news ends."""
    return {
        target
        for target, found in acts.items()
        if any(act.by in news or (act.citation and iris.hash_of(act.citation) in hashes) for act in found)
    }


def _naming(store: Store, iris: Iris, instruments: Collection[str]) -> set[str]:
    """Documents that name one of these instruments."""
    nodes = set(instruments)
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for portion in portions(instruments):
        rows = store.select(
            f"SELECT ?n WHERE {{ {values('t', portion)} GRAPH <{graph}> {{ ?n dch:resolvedAs ?t }} }}"
        )
        nodes |= {node.value for (node,) in rows}
    named: set[str] = set()
    for portion in portions(nodes):
        rows = store.select(
            f"SELECT DISTINCT ?g WHERE {{ {values('n', portion)} GRAPH ?g {{ ?n a dch:Instrument }} }}"
        )
        named |= {hash_ for (name,) in rows if (hash_ := iris.hash_of(name.value))}
    return named


def _dated_instruments(store: Store, iris: Iris, hashes: set[str]) -> set[str]:
    """Instruments known in full that these documents date, or whose two dates these documents showed."""
    found: set[str] = set()
    problems, kind = iris.graph(vocab.PROBLEMS_GRAPH), vocab.problem_concept(_TWO_DATES)
    for portion in portions(map(iris.document_graph, hashes)):
        rows = store.select(
            f"SELECT DISTINCT ?i WHERE {{ {values('g', portion)} GRAPH ?g {{ ?i eli:date_document ?d }} }}"
        )
        found |= {row["i"].value for row in rows if not iris.is_partial(row["i"].value)}
    for portion in portions(map(iris.document, hashes)):
        rows = store.select(
            f"SELECT DISTINCT ?i WHERE {{ {values('on', portion)} GRAPH <{problems}> "
            f"{{ ?problem dch:problemKind {kind} ; "
            "prov:wasDerivedFrom ?on ; dch:concerns ?i } }"
        )
        found |= {row["i"].value for row in rows}
    return found


def two_dates(store: Store, iris: Iris, instruments: Iterable[str], knowledge: Knowledge) -> Iterator[Found]:
    """One identity to which documents give different dates, with a citation for each date."""
    dated: dict[str, set[str]] = defaultdict(set)
    tables = iris.graph(vocab.AUTHORITY_GRAPH)
    for portion in portions(instruments):
        rows = store.select(
            f"SELECT DISTINCT ?i ?d WHERE {{ {values('i', portion)} GRAPH ?g {{ ?i eli:date_document ?d }} "
            f"FILTER(?g != <{tables}>) }}"
        )
        for row in rows:
            dated[row["i"].value].add(row["d"].value)
    said = {iri: {day: set[str]() for day in days} for iri, days in dated.items() if len(days) > 1}
    for portion in portions(said):
        # One question for each way to name it: an OPTIONAL would try every citation there is.
        for naming in ("?c dch:cited ?i", "?c dch:citing ?i ; dch:inverse true"):
            rows = store.select(
                f"SELECT ?i ?d ?c WHERE {{ {values('i', portion)} "
                f"GRAPH ?g {{ ?i eli:date_document ?d . {naming} }} }}"
            )
            for instrument, day, citation in rows:
                said[instrument.value][day.value].add(citation.value)
    for iri, days in sorted(said.items()):
        shown = sorted({min(citations) for citations in days.values() if citations})
        yield Found(
            _TWO_DATES,
            iri,
            f"{knowledge.name(iri)} được ghi các ngày ban hành khác nhau: {', '.join(sorted(days))}.",
            f"{knowledge.name(iri)} is given different dates: {', '.join(sorted(days))}.",
            tuple(shown),
            None,
            tuple(sorted({citation.partition("/c/")[0] for citation in shown})),
        )


def _problems_in(store: Store, iris: Iris, hashes: Iterable[str]) -> set[Quad]:
    """The problems that the graph holds of these documents."""
    return _read(store, iris, "?problem dch:inDocument ?about", map(iris.document, hashes))


def _problems_with_dates(store: Store, iris: Iris, instruments: Iterable[str]) -> set[Quad]:
    """The problems that the graph holds of these instruments' dates."""
    kind = vocab.problem_concept(_TWO_DATES)
    return _read(store, iris, f"?problem dch:concerns ?about ; dch:problemKind {kind}", instruments)


def _read(store: Store, iris: Iris, which: str, about: Iterable[str]) -> set[Quad]:
    graph = NamedNode(iris.graph(vocab.PROBLEMS_GRAPH))
    if not store.has_graph(graph.value):
        return set()
    return {
        Quad(problem, property_, value, graph)
        for portion in portions(about)
        for problem, property_, value in store.select(
            f"SELECT ?problem ?p ?v WHERE {{ {values('about', portion)} "
            f"GRAPH {graph} {{ {which} . ?problem ?p ?v }} }}"
        )
    }


def _replace(store: Store, iris: Iris, before: set[Quad], found: Iterable[Found]) -> None:
    """Add what is new, then take out what no longer holds.

    In this order, a run that is cut short still finds by the old problems whom the news touches.
    """
    graph = iris.graph(vocab.PROBLEMS_GRAPH)
    now = list(dict.fromkeys(quad for one in found for quad in problem_quads(one, iris)))
    insert(store, (quad for quad in now if quad not in before))
    remove(store, graph, before.difference(now))


def problem_quads(found: Found, iris: Iris) -> Iterator[Quad]:
    """A problem as statements. Its IRI is made of what it is about: the same problem stays the same."""
    kind = kinds()[found.kind]
    about = "\n".join((found.kind, found.concerns, found.hash or ""))
    digest = hashlib.sha256(about.encode("utf-8")).hexdigest()[:16]
    graph, node = NamedNode(iris.graph(vocab.PROBLEMS_GRAPH)), NamedNode(iris.problem(found.kind, digest))
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (vocab.TYPE, vocab.PROBLEM),
        (vocab.PROBLEM_KIND, vocab.problem_concept(found.kind)),
        (vocab.SEVERITY, vocab.severity_concept(kind.severity)),
        (vocab.CONCERNS, NamedNode(found.concerns)),
        (vocab.REASON, Literal(found.detail_vi, language="vi")),
        (vocab.REASON, Literal(found.detail_en, language="en")),
        (vocab.SUGGESTION, Literal(kind.suggestion_vi, language="vi")),
        (vocab.SUGGESTION, Literal(kind.suggestion_en, language="en")),
        *((vocab.SHOWN_BY, NamedNode(citation)) for citation in found.citations),
        *((vocab.DERIVED_FROM, NamedNode(document)) for document in found.rests_on),
    ]
    if found.hash:
        said.append((vocab.IN_DOCUMENT, NamedNode(iris.document(found.hash))))
    return (Quad(node, property_, value, graph) for property_, value in said)


@cache
def kinds() -> dict[str, ProblemKind]:
    """The kinds of problems by name."""
    return {kind.name: kind for kind in ontology.problem_kinds()}

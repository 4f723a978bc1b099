"""What documents newly say, or no longer say, of the days of effect: problems elsewhere may rest on it.

The problems graph keeps what each document said when its problems were last found (`dch:statedEffects`), for
a document that is gone cannot be asked any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.facts.endings import meanings
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.resolve.writing import insert, remove
from kg.store.protocol import Store


@dataclass(frozen=True, slots=True)
class EffectNews:
    """`instruments` of whose effect something else is said than before; `before` and `now` are the notes."""

    instruments: frozenset[str]
    before: frozenset[Quad]
    now: frozenset[Quad]


def effect_news(store: Store, iris: Iris, hashes: Iterable[str]) -> EffectNews:
    """What these documents say of the effect of instruments, against what they said before."""
    known = set(hashes)
    before = _noted(store, iris, known)
    now = _notes(_stated(store, iris, known), iris)
    moved = {line for note in before ^ now for line in note.object.value.splitlines()}  # type: ignore[union-attr]
    return EffectNews(frozenset(line.split()[0] for line in moved), frozenset(before), frozenset(now))


def remember_effects(store: Store, iris: Iris, news: EffectNews) -> None:
    """Keep what the documents say now."""
    remove(store, iris.graph(vocab.PROBLEMS_GRAPH), news.before - news.now)
    insert(store, news.now - news.before)


def _noted(store: Store, iris: Iris, hashes: Iterable[str]) -> set[Quad]:
    graph = NamedNode(iris.graph(vocab.PROBLEMS_GRAPH))
    return {
        Quad(document, vocab.STATED_EFFECTS, said, graph)
        for portion in portions(map(iris.document, hashes))
        for document, said in store.select(
            f"SELECT ?d ?s WHERE {{ {values('d', portion)} GRAPH {graph} {{ ?d dch:statedEffects ?s }} }}"
        )
    }


def _stated(store: Store, iris: Iris, hashes: Iterable[str]) -> Mapping[str, set[str]]:
    """For each document (IRI) its statements: instrument, property and day."""
    rows = [
        tuple(term.value for term in row)
        for portion in portions(map(iris.document_graph, hashes))
        for row in store.select(
            f"SELECT ?d ?i ?p ?day WHERE {{ {values('g', portion)} GRAPH ?g {{ ?c dch:effectOf ?i ; "
            "dch:effectProperty ?p ; dch:effectDay ?day ; dch:inDocument ?d } }"
        )
    ]
    meaning = meanings(store, iris, {instrument for _, instrument, _, _ in rows})
    stated: dict[str, set[str]] = defaultdict(set)
    for document, instrument, property_, day in rows:
        stated[document].add(f"{meaning[instrument]} {property_} {day}")
    return stated


def _notes(stated: Mapping[str, set[str]], iris: Iris) -> set[Quad]:
    graph = NamedNode(iris.graph(vocab.PROBLEMS_GRAPH))
    return {
        Quad(NamedNode(document), vocab.STATED_EFFECTS, Literal("\n".join(sorted(lines))), graph)
        for document, lines in stated.items()
    }

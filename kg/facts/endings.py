"""Acts that end, suspend or change other acts: who does it to whom, with both ends resolved, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, cast

import numpy as np

import ontology
from kg import vocab
from kg.dataset import Dataset
from kg.facts.knowledge import Knowledge
from kg.facts.rows import records
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.resolve.authority import known_instruments
from kg.store.protocol import Store

EndingKind = Literal["replaces", "repeals", "suspends", "amends"]

KINDS: tuple[EndingKind, ...] = ("replaces", "repeals", "suspends", "amends")


@dataclass(frozen=True, slots=True)
class Ending:
    """One act upon another. `whole` is False where only places inside the other are touched.

    `day` is the date of the acting instrument, `effective` the day it takes effect, None where unknown.
    `citation` is the record that says so, None where the tables do (`source`).
    """

    kind: EndingKind
    by: str
    target: str
    whole: bool
    day: date | None
    effective: date | None
    citation: str | None
    source: str = ""


class Act(NamedTuple):
    """A citation by which one node acts upon another; `whole` where it names no place inside the other."""

    citation: str
    citing: str
    cited: str
    kind: EndingKind
    whole: bool


def meanings(store: Store, iris: Iris, nodes: Iterable[str]) -> dict[str, str]:
    """What each node finally stands for, itself where nothing resolves it."""
    meaning = {node: node for node in nodes}
    graph, waiting = iris.graph(vocab.RESOLUTION_GRAPH), set(meaning)
    while waiting:
        steps: dict[str, str] = {}
        for portion in portions(waiting):
            rows = store.select(
                f"SELECT ?n ?t WHERE {{ {values('n', portion)} GRAPH <{graph}> {{ ?n dch:resolvedAs ?t }} }}"
            )
            steps |= {row["n"].value: row["t"].value for row in rows}
        meaning = {node: steps.get(target, target) for node, target in meaning.items()}
        waiting = set(steps.values()) - set(steps)
    return meaning


def endings(
    store: Store,
    iris: Iris,
    knowledge: Knowledge,
    kinds: Sequence[EndingKind] = KINDS,
    *,
    acts: Sequence[Act] | None = None,
) -> Mapping[str, tuple[Ending, ...]]:
    """For each instrument that is acted upon what acts upon it, from all documents and the table of laws.

    With `acts`, from these alone: those upon the instruments one asks about (`acts_upon`).
    """
    stated = _all_acts(store, kinds) if acts is None else acts
    meaning = meanings(store, iris, {end for act in stated for end in (act.citing, act.cited)})
    knowledge.gather(meaning[act.citing] for act in stated)
    found: dict[str, set[Ending]] = defaultdict(set)
    for act in stated:
        by, target, kind = meaning[act.citing], meaning[act.cited], act.kind
        if by != target and not _is_consolidated(iris, by):
            ends = kind == "suspends" or (kind != "amends" and _may_end(iris, by, target))
            day, effective = knowledge.day(by), knowledge.force(by).begins
            found[target].add(Ending(kind, by, target, ends and act.whole, day, effective, act.citation))
    if "replaces" in kinds:
        for ending in _from_laws(iris):
            found[ending.target].add(ending)
    return {target: tuple(sorted(acts, key=_order)) for target, acts in found.items()}


def acts_upon(
    dataset: Dataset, instruments: Iterable[str], kinds: Sequence[EndingKind] = KINDS
) -> tuple[Act, ...]:
    """What published documents say is done to these instruments, from the index of a published state."""
    index = dataset.index
    nodes = {node for iri in instruments if (node := index.canonical_node(iri)) is not None}
    edges, _ = index.edges.numbers_at(np.array(sorted(nodes), dtype=np.int64), "in", index.numbers(kinds))
    return tuple(
        Act(record.iri, record.citing, record.cited, cast(EndingKind, record.relation), not record.pinpoint)
        for record in records(dataset, index.edges.citations("in", edges))
    )


def _all_acts(store: Store, kinds: Iterable[EndingKind]) -> list[Act]:
    properties, names = vocab.relation_properties(), vocab.relation_names()
    acting = " ".join(str(properties[kind]) for kind in kinds)
    rows = store.select(
        f"SELECT ?c ?citing ?cited ?r ?p WHERE {{ VALUES ?r {{ {acting} }} ?c dch:relation ?r ; "
        "dch:citing ?citing ; dch:cited ?cited . OPTIONAL { ?c dch:pinpoint ?p } }"
    )
    return [
        Act(
            row["c"].value,
            row["citing"].value,
            row["cited"].value,
            cast(EndingKind, names[row["r"].value]),
            row["p"] is None,
        )
        for row in rows
    ]


def _order(ending: Ending) -> tuple[date, str, str, str]:
    return ending.day or date.max, ending.kind, ending.by, ending.citation or ""


def _is_consolidated(iris: Iris, instrument: str) -> bool:
    """A consolidated text repeats what its acts say, and does nothing of its own."""
    path = iris.parse(instrument)
    return path is not None and path.type == "van-ban-hop-nhat"


def _may_end(iris: Iris, by: str, target: str) -> bool:
    """Whether an act of this type can end one of that: no circular ends a decree, and nothing a programme."""
    acting, ended = iris.parse(by), iris.parse(target)
    if acting is None or ended is None:
        return False
    ranks = _ranks().get(acting.type, 0), _ranks().get(ended.type, 0)
    return ranks[0] <= ranks[1] if all(ranks) else acting.type == ended.type


@cache
def _ranks() -> dict[str, int]:
    return {kind.slug: kind.rank for kind in ontology.document_types()}


def _from_laws(iris: Iris) -> Iterable[Ending]:
    paths = {known.naming.number: path for path, known in known_instruments().items() if known.naming.number}
    for law in ontology.laws():
        for number in law.replaced_by:
            target, by = paths.get(law.number), paths.get(number)
            if target and by and law.number:
                known = known_instruments()[by]
                day = date.fromisoformat(known.naming.date) if known.naming.date else None
                yield Ending(
                    "replaces",
                    iris.from_id(by),
                    iris.from_id(target),
                    True,
                    day,
                    known.effective,
                    None,
                    law.source,
                )

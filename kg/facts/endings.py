"""Acts that end, suspend or change other acts: who does it to whom, with both ends resolved, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from pyoxigraph import QuerySolution

import ontology
from kg import vocab
from kg.facts.knowledge import Knowledge
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.resolve.authority import known_instruments
from kg.store.protocol import Store

EndingKind = Literal["replaces", "repeals", "suspends", "amends"]

_KINDS: tuple[EndingKind, ...] = ("replaces", "repeals", "suspends", "amends")


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
    kinds: Iterable[EndingKind] = _KINDS,
    *,
    nodes: Collection[str] | None = None,
) -> Mapping[str, tuple[Ending, ...]]:
    """For each instrument that is acted upon what acts upon it, from all documents and the table of laws.

    With `nodes`, only what acts upon those: all nodes that stand for the instruments one asks about.
    """
    rows = _acts(store, kinds, nodes)
    meaning = meanings(store, iris, {row[end].value for row in rows for end in ("citing", "cited")})
    knowledge.gather(meaning[row["citing"].value] for row in rows)
    found: dict[str, set[Ending]] = defaultdict(set)
    names = vocab.relation_names()
    for row in rows:
        by, target = meaning[row["citing"].value], meaning[row["cited"].value]
        kind = cast(EndingKind, names[row["r"].value])
        if by != target:
            ends = kind == "suspends" or (kind != "amends" and _may_end(iris, by, target))
            whole = row["p"] is None and ends
            day, effective = knowledge.day(by), knowledge.force(by).begins
            found[target].add(Ending(kind, by, target, whole, day, effective, row["c"].value))
    if "replaces" in kinds:
        for ending in _from_laws(iris):
            found[ending.target].add(ending)
    return {target: tuple(sorted(acts, key=_order)) for target, acts in found.items()}


def _acts(store: Store, kinds: Iterable[EndingKind], nodes: Collection[str] | None) -> list[QuerySolution]:
    """The citations of these kinds: ?c ?citing ?cited ?r ?p."""
    properties = vocab.relation_properties()
    acting = " ".join(str(properties[kind]) for kind in kinds)
    if nodes is None:
        asked = [f"VALUES ?r {{ {acting} }} ?c dch:relation ?r ; dch:cited ?cited ."]
    else:
        # Two VALUES blocks would be multiplied; so few citations lead to an instrument that they are sifted.
        kept = f"?c dch:cited ?cited ; dch:relation ?r FILTER(?r IN ({acting.replace(' ', ', ')}))"
        asked = [f"{values('cited', portion)} {kept}" for portion in portions(nodes)]
    return [
        row
        for found in asked
        for row in store.select(
            f"SELECT ?c ?citing ?cited ?r ?p WHERE {{ {found} ?c dch:citing ?citing . "
            "OPTIONAL { ?c dch:pinpoint ?p } }"
        )
    ]


def _order(ending: Ending) -> tuple[date, str, str, str]:
    return ending.day or date.max, ending.kind, ending.by, ending.citation or ""


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

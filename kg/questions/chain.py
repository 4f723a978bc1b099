"""Who carries an instrument out, and who carries out those: chains of citations in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.identity import canonical, members
from kg.facts.refs import refs
from kg.facts.rows import records_at
from kg.models import ChainResult, Direction, Edge, EvidenceRef, EvidenceSide
from kg.questions.lookup import find

_SIDE: dict[Direction, EvidenceSide] = {"down": "in", "up": "out"}


@dataclass(frozen=True, slots=True)
class _Link:
    source: str
    relation: Relation
    target: str


def chain(
    dataset: Dataset,
    instrument: str,
    *,
    direction: Direction = "down",
    relations: Sequence[Relation] = ("implements",),
    depth: int | None = None,
    limit: int = 10_000,
) -> ChainResult:
    """Follow `relations` from `instrument` (a number, an IRI, an id, or number@body@year).

    `down` finds those that carry it out, `up` what it carries out. `depth` None means all the way; `limit` is
    the most edges to give, the result says when it was cut. Raises NotFound or Ambiguous.
    """
    start = find(dataset, instrument)
    found, level = _follow(dataset, start.iri, _SIDE[direction], relations, depth, limit)
    links = sorted(found, key=lambda link: (level[link], link.source, link.relation, link.target))[:limit]
    named = refs(dataset, {start.iri} | {end for link in links for end in (link.source, link.target)})
    edges = tuple(
        Edge(
            source=named[link.source],
            relation=link.relation,
            target=named[link.target],
            evidence=tuple(found[link]),
            confidence=max(evidence.confidence for evidence in found[link]),
            depth=level[link],
        )
        for link in links
    )
    return ChainResult(named[start.iri], direction, tuple(relations), edges, truncated=len(found) > limit)


def _follow(
    dataset: Dataset,
    start: str,
    side: EvidenceSide,
    relations: Sequence[Relation],
    depth: int | None,
    limit: int,
) -> tuple[dict[_Link, list[EvidenceRef]], dict[_Link, int]]:
    """Breadth first from `start`: the evidence of each link met, and how far off it lies."""
    found: dict[_Link, list[EvidenceRef]] = defaultdict(list)
    level: dict[_Link, int] = {}
    seen, frontier, distance = {start}, {start}, 0
    while frontier and (depth is None or distance < depth) and len(found) <= limit:
        distance += 1
        records = records_at(dataset, members(dataset, frontier), side, relations)
        meaning = canonical(dataset, {end for record in records for end in (record.citing, record.cited)})
        reached = set()
        for record in records:
            link = _Link(meaning[record.citing], record.relation, meaning[record.cited])
            if link.source == link.target:
                continue
            found[link].append(record.evidence)
            level.setdefault(link, distance)
            reached.add(link.source if side == "in" else link.target)
        frontier = reached - seen
        seen |= frontier
    return found, level

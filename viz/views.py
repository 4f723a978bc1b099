"""What pages show, prepared from the answers of `kg`: grouping, order and text marks; no queries, no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.models import Relation
from kg.models import CitationRow, Edge, EvidenceRef, InstrumentRef
from kg.questions.scheme import RelationRows
from ontology import bodies_by_name, key
from viz.relations import rank

Side = Literal["out", "in"]


@dataclass(frozen=True, slots=True)
class Link:
    """One instrument at the other end of a relation, with every sentence that says so.

    `places` say where in the citing document, `pinpoints` what part of the cited one; `written_issuers` are
    the issuers in the text's own words, `contradictions` those of them that name another body.
    """

    instrument: InstrumentRef
    evidence: tuple[EvidenceRef, ...]
    places: tuple[str, ...] = ()
    pinpoints: tuple[str, ...] = ()
    written_issuers: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The links of one relation on one side of an instrument; `left` counts citations beyond them."""

    relation: Relation
    side: Side
    links: tuple[Link, ...]
    left: int = 0


def scheme_groups(parts: Iterable[RelationRows], side: Side) -> tuple[Group, ...]:
    """The groups of one side of an instrument, each with how many more of its citations there are."""
    chosen = [part for part in parts if part.side == side]
    left = {part.relation: part.total - len(part.rows) for part in chosen}
    made = groups((row for part in chosen for row in part.rows), side)
    return tuple(replace(group, left=left[group.relation]) for group in made)


def groups(rows: Iterable[CitationRow], side: Side) -> tuple[Group, ...]:
    """Citation rows by relation (implements first) and then by the instrument at the other end.

    `side` "out": the rows say what the instrument cites; "in": what cites it. Sentences are given once.
    """
    found: dict[Relation, dict[str, list[CitationRow]]] = {}
    for row in rows:
        other = row.target if side == "out" else row.source
        found.setdefault(row.relation, {}).setdefault(other.iri, []).append(row)
    return tuple(
        Group(relation, side, tuple(_link(mentions, side) for mentions in others.values()))
        for relation, others in sorted(found.items(), key=lambda item: rank(item[0]))
    )


def _link(mentions: Sequence[CitationRow], side: Side) -> Link:
    first = mentions[0]
    sentences: dict[tuple[str, int, int], EvidenceRef] = {}
    for row in mentions:
        sentences.setdefault((row.evidence.document, row.evidence.start, row.evidence.end), row.evidence)
    written = _distinct(row.issuer_as_written for row in mentions)
    named = first.source if first.inverse else first.target
    contradicting = tuple(words for words in written if names_another_body(words, named.issuer))
    return Link(
        instrument=first.target if side == "out" else first.source,
        evidence=tuple(sentences.values()),
        places=_distinct(row.place for row in mentions),
        pinpoints=_distinct(row.pinpoint for row in mentions),
        written_issuers=tuple(words for words in written if words not in contradicting),
        contradictions=contradicting,
    )


def names_another_body(words: str, issuer: str | None) -> bool:
    """Whether `words` are the name of a central body that is not `issuer`.

    An officer or a standing committee ("Bộ trưởng Bộ Y tế") acts for its body and names no other.
    """
    named = {body.name for body in bodies_by_name().get(key(words), ())}
    return bool(named) and issuer not in named


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


@dataclass(frozen=True, slots=True)
class Branch:
    """An instrument in a chain and those beyond it; `again` where it already stands elsewhere in the tree."""

    edge: Edge
    instrument: InstrumentRef
    branches: tuple[Branch, ...]
    again: bool = False


def tree(root: InstrumentRef, edges: Iterable[Edge], down: bool) -> tuple[Branch, ...]:
    """The edges of a chain as a tree below `root`; a cycle or a second way in is not followed."""
    links: dict[str, list[Edge]] = {}
    for edge in edges:
        links.setdefault((edge.target if down else edge.source).iri, []).append(edge)
    first: dict[str, str] = {root.iri: ""}
    waiting = [root.iri]
    while waiting:
        here = waiting.pop(0)
        for edge in links.get(here, ()):
            end = (edge.source if down else edge.target).iri
            if end not in first:
                first[end] = here
                waiting.append(end)

    def below(iri: str) -> tuple[Branch, ...]:
        made, drawn = [], set()
        for edge in links.get(iri, ()):
            end = edge.source if down else edge.target
            again = first[end.iri] != iri or end.iri in drawn
            drawn.add(end.iri)
            made.append(Branch(edge, end, () if again else below(end.iri), again))
        return tuple(made)

    return below(root.iri)

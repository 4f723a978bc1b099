"""The first rule of resolution: a document's short mention means what its one full mention names.

`Kết luận số 51-KL/TW` without a date, in a plan that also says `Kết luận số 51-KL/TW ngày 30/5/2019 của Ban
Bí thư`, is that conclusion, unless the plan also names another 51-KL/TW that would fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.iris import UNKNOWN, InstrumentPath, name_slug

RULE = "same-document"


@dataclass(frozen=True, slots=True)
class NamedNode:
    """One instrument as one document names it: its IRI, the parts of it, and what was said besides."""

    iri: str
    path: InstrumentPath
    date: str | None = None
    title: str | None = None
    term: str | None = None

    @property
    def partial(self) -> bool:
        return self.path.document is not None

    @property
    def fullness(self) -> int:
        """How much is known, to tell which of two mentions says more."""
        known = (self.path.body != UNKNOWN, self.path.year is not None, self.date, self.term)
        return sum(map(bool, known)) + (0 if self.partial else len(known))


def resolve_within(nodes: Iterable[NamedNode]) -> dict[str, str]:
    """For each partial node of one document that another of its nodes singles out: IRI → IRI.

    A full instrument is preferred; failing that, the one partial node that says more. Two that fit: none.
    """
    by_name: dict[str, list[NamedNode]] = defaultdict(list)
    for node in nodes:
        for name in _names(node):
            by_name[name].append(node)
    resolved = {}
    for node in {node.iri: node for group in by_name.values() for node in group if node.partial}.values():
        fits = {
            other.iri: other
            for name in _names(node)
            for other in by_name[name]
            if other.fullness > node.fullness and _agree(node, other)
        }
        full = [other.iri for other in fits.values() if not other.partial]
        chosen = full or list(fits)
        if len(chosen) == 1:
            resolved[node.iri] = chosen[0]
    return resolved


def _names(node: NamedNode) -> set[str]:
    """What the node may be called by: its number or title, and its title besides its number."""
    names = {node.path.name.split("--")[0]}
    if node.title:
        names.add(name_slug(node.title))
    return names


def _agree(node: NamedNode, other: NamedNode) -> bool:
    """Whether nothing known of one contradicts the other."""
    return (
        node.path.type == other.path.type
        and node.path.body in (UNKNOWN, other.path.body)
        and node.path.year in (None, other.path.year)
        and _both_or_one(node.date, other.date)
        and _both_or_one(node.term, other.term)
    )


def _both_or_one(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second

"""The same questions asked the slow way, for the tests to compare with."""

from __future__ import annotations

from collections import defaultdict

from kg.dataset import Dataset
from kg.facts.identity import canonical

Link = tuple[str, str]


def links(dataset: Dataset, relation: str = "dch:implements") -> set[Link]:
    """All (source, target) of one relation by a plain query, ends resolved."""
    rows = list(dataset.store.select(f"SELECT DISTINCT ?a ?b {{ ?a {relation} ?b }}"))
    meaning = canonical(dataset, {term.value for row in rows for term in row})
    found = {(meaning[a.value], meaning[b.value]) for a, b in rows}
    return {(a, b) for a, b in found if a != b}


def reached(links: set[Link], start: str) -> set[str]:
    """All that lead to `start`, without it."""
    into: dict[str, set[str]] = defaultdict(set)
    for source, target in links:
        into[target].add(source)
    seen, waiting = {start}, [start]
    while waiting:
        for source in into[waiting.pop()] - seen:
            seen.add(source)
            waiting.append(source)
    return seen - {start}

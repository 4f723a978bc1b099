"""Which nodes stand for one instrument: the resolution graph, read both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.dataset import Dataset
from kg.facts.terms import portions, values
from kg.vocab import RESOLUTION_GRAPH


def canonical(dataset: Dataset, iris: Iterable[str]) -> dict[str, str]:
    """For each IRI the node it finally resolves to, itself where nothing resolves it."""
    meaning = {iri: iri for iri in iris}
    waiting = {iri for iri in meaning if dataset.iris.is_partial(iri)}
    while waiting:
        steps = _resolved(dataset, "node", waiting)
        meaning |= {start: steps.get(end, end) for start, end in meaning.items()}
        waiting = {end for end in steps.values() if dataset.iris.is_partial(end)} - steps.keys()
    return meaning


def members(dataset: Dataset, iris: Iterable[str]) -> dict[str, str]:
    """All nodes that stand for one of the canonical `iris`, themselves among them: node → canonical."""
    found = {iri: iri for iri in iris}
    waiting = set(found)
    while waiting:
        steps = _resolved(dataset, "meaning", waiting)
        new = {node: found[meaning] for node, meaning in steps.items() if node not in found}
        found |= new
        waiting = set(new)
    return found


def groups(nodes: dict[str, str]) -> dict[str, list[str]]:
    """The nodes of each canonical IRI, from what `members` gives."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for node, meaning in sorted(nodes.items()):
        grouped[meaning].append(node)
    return grouped


def _resolved(dataset: Dataset, bound: str, iris: Iterable[str]) -> dict[str, str]:
    """Resolutions (node → meaning) whose `bound` side ("node" or "meaning") is among `iris`."""
    graph = dataset.iris.graph(RESOLUTION_GRAPH)
    found: dict[str, str] = {}
    for portion in portions(iris):
        rows = dataset.store.select(
            f"SELECT ?node ?meaning WHERE {{ {values(bound, portion)} "
            f"GRAPH <{graph}> {{ ?node dch:resolvedAs ?meaning }} }}"
        )
        found |= {row["node"].value: row["meaning"].value for row in rows}
    return found

"""Which instrument a node stands for: the resolution graph as the index of a published state has it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.dataset import Dataset


def canonical(dataset: Dataset, iris: Iterable[str]) -> dict[str, str]:
    """For each IRI the node it finally resolves to, itself where nothing resolves it."""
    index = dataset.index
    meaning = {}
    for iri in iris:
        node = index.canonical_node(iri)
        meaning[iri] = iri if node is None else index.iri(node)
    return meaning


def standing_for(dataset: Dataset, instruments: Iterable[str]) -> list[str]:
    """All nodes that stand for these instruments, themselves first."""
    index = dataset.index
    found: dict[str, None] = {}
    for iri in instruments:
        node = index.canonical_node(iri)
        members = [] if node is None else [index.iri(member) for member in index.members(node)]
        found |= dict.fromkeys([iri, *members])
    return list(found)

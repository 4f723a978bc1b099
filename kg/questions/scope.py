"""Which instruments carry out another: directly, through a programme it approved, or through a chain."""

from __future__ import annotations

from typing import Literal

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.strings import Array

Through = Literal["direct", "programme", "chain"]
"""How far "carries out" goes; each includes what stands before it.

"direct": it says so itself. "programme": it carries out a programme that the instrument approved or
promulgated. "chain": it carries out one that carries it out, and so on.
"""

IMPLEMENTS: tuple[Relation, ...] = ("implements",)
PROGRAMME_RELATIONS: tuple[Relation, ...] = ("approves", "promulgates")


def roots(dataset: Dataset, node: int, through: Through) -> list[int]:
    """The instrument itself, and the programmes it stands behind where they count."""
    if through == "direct":
        return [node]
    index = dataset.index
    rows = index.edges.at(node, "out")
    programmes = rows.other[np.isin(rows.relation, index.numbers(PROGRAMME_RELATIONS))]
    return [node, *sorted({int(programme) for programme in programmes} - {node})]


def implementers(dataset: Dataset, node: int, through: Through) -> Array:
    """The nodes that carry the instrument out, each once, in their order."""
    index = dataset.index
    relations = index.numbers(IMPLEMENTS)
    if through == "direct":
        return index.edges.next_to(node, "in", relations)
    found: list[Array] = []
    for root in roots(dataset, node, through):
        if through == "chain":
            found.append(index.edges.reach(root, "in", relations)[1:])
        else:
            found.append(index.edges.next_to(root, "in", relations))
    nodes = np.unique(np.concatenate(found))
    return nodes[~np.isin(nodes, roots(dataset, node, through))]

"""What stands around an instrument by relation, as lawyers draw it (lược đồ): a few of each, with totals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.relations import RELATIONS
from kg.models import CitationRow, EvidenceSide
from kg.questions.instrument import citations
from kg.questions.lookup import find_node


@dataclass(frozen=True, slots=True)
class RelationRows:
    """The first citations of one relation on one side of an instrument; `total` counts all of them."""

    relation: Relation
    side: EvidenceSide
    rows: tuple[CitationRow, ...]
    total: int


def scheme(dataset: Dataset, wanted: str, *, limit: int = 20) -> tuple[RelationRows, ...]:
    """Every relation of the instrument in both directions, what it cites first, `limit` citations of each.

    A relation that thousands share hides no other one. Raises NotFound or Ambiguous.
    """
    node = find_node(dataset, wanted)
    sides: tuple[EvidenceSide, ...] = ("out", "in")
    made = []
    for side in sides:
        for number in np.unique(dataset.index.edges.at(node, side).relation).tolist():
            relation = RELATIONS[number]
            page = citations(dataset, dataset.index.iri(node), side=side, relation=relation, limit=limit)
            made.append(RelationRows(relation, side, page.rows, page.total))
    return tuple(made)

"""What given instruments say of each other: the part of the graph that a person picked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.facts.edges import edges_with_evidence, links_from
from kg.models import Edge, InstrumentRef
from kg.questions.lookup import find_node

MOST = 500


@dataclass(frozen=True, slots=True)
class Among:
    """The instruments in the order they were named, each once, and every edge between two of them."""

    instruments: tuple[InstrumentRef, ...]
    edges: tuple[Edge, ...]


def among(dataset: Dataset, wanted: Sequence[str]) -> Among:
    """The edges between the instruments that `wanted` names, by all relations, with their evidence.

    Raises NotFound or Ambiguous, BadRequest where more than `MOST` are named.
    """
    if len(wanted) > MOST:
        raise BadRequest(what=f"{len(wanted)}", reason=f"at most {MOST} instruments")
    nodes = dict.fromkeys(find_node(dataset, one) for one in wanted)
    numbers = np.array(list(nodes), dtype=np.int64)
    links = links_from(dataset, numbers, "out")
    inside = {link: stated for link, stated in links.items() if link.target in nodes}
    return Among(tuple(dataset.index.names.refs(numbers)), edges_with_evidence(dataset, inside))

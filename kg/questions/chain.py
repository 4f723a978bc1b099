"""Who carries an instrument out, and who carries out those: chains of citations in both directions."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.models import Relation
from kg.dataset import Dataset
from kg.models import ChainResult, Direction


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
    raise NotImplementedError

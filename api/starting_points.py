"""What pages offer to start from where nothing was chosen yet."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import InstrumentRef
from kg.questions.ranking import ranking
from kg.questions.scope import IMPLEMENTS

_OFFERED = 6


def starting_points(dataset: Dataset) -> tuple[InstrumentRef, ...]:
    """The instruments that the most documents implement."""
    found = ranking(dataset, by="documents", relations=IMPLEMENTS, limit=_OFFERED)
    return tuple(ranked.instrument for ranked in found.items if not ranked.instrument.partial)

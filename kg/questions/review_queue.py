"""What a person should look at next: the least certain citations, or those of what is cited most."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np

from kg.dataset import Dataset
from kg.facts.reviews import read_reviews
from kg.facts.rows import records
from kg.models import CitationRow
from kg.questions.instrument import citation_rows, citations
from kg.questions.ranking import ranking

QueueOrder = Literal["uncertain", "cited"]

SURE = 0.9
"""A citation that is surer than this waits behind all others and is not queued."""
_MENTIONS = 20
_SPARE = 4


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Citations that nobody has judged yet, the most pressing first; `reviewed` counts those judged."""

    order: QueueOrder
    rows: tuple[CitationRow, ...]
    reviewed: int


def review_queue(dataset: Dataset, *, order: QueueOrder = "uncertain", limit: int = 30) -> ReviewQueue:
    """The next citations to judge.

    "uncertain": by confidence, the lowest first. "cited": of each of the most cited instruments the least
    certain mention.
    """
    judged = {review.target for review in read_reviews(dataset.store, dataset.iris)}
    rows = _uncertain(dataset, judged, limit) if order == "uncertain" else _cited(dataset, judged, limit)
    return ReviewQueue(order, rows, len(judged))


def _uncertain(dataset: Dataset, judged: set[str], limit: int) -> tuple[CitationRow, ...]:
    confidence = dataset.index.citations.confidence
    unsure = np.flatnonzero(confidence < SURE)
    ordered = unsure[np.argsort(confidence[unsure], kind="stable")][: limit + len(judged)]
    waiting = [record for record in records(dataset, ordered) if record.iri not in judged]
    return citation_rows(dataset, waiting[:limit])


def _cited(dataset: Dataset, judged: set[str], limit: int) -> tuple[CitationRow, ...]:
    found = []
    for ranked in islice(ranking(dataset, limit=limit * _SPARE).items, limit * _SPARE):
        mentions = citations(dataset, ranked.instrument.iri, side="in", limit=_MENTIONS).rows
        waiting = [row for row in mentions if row.iri not in judged]
        if waiting:
            found.append(min(waiting, key=lambda row: (row.evidence.confidence, row.iri)))
        if len(found) == limit:
            break
    return tuple(found)

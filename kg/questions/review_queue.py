"""What a person should look at next: the least certain citations, or those of what is cited most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from kg.dataset import Dataset
from kg.facts.reviews import read_reviews
from kg.facts.rows import Record, records_in
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
    found = dataset.store.select(
        f"SELECT ?c WHERE {{ ?c dch:confidence ?sure ; dch:citing ?citing FILTER(?sure < {SURE}) }} "
        f"ORDER BY ?sure ?c LIMIT {limit + len(judged)}"
    )
    wanted = [row["c"].value for row in found if row["c"].value not in judged][:limit]
    by_document: dict[str, set[str]] = defaultdict(set)
    for iri in wanted:
        by_document[dataset.iris.hash_of(iri) or ""].add(iri)
    records: dict[str, Record] = {}
    for hash_, iris in by_document.items():
        in_document = records_in(dataset, dataset.iris.document(hash_))
        records |= {record.iri: record for record in in_document if record.iri in iris}
    return citation_rows(dataset, [records[iri] for iri in wanted if iri in records])


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

"""Finding instruments by words: number, title, body, evidence; diacritics optional, exact ones first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.dataset import Dataset
from kg.index.search import Match
from kg.models import SearchHit, SearchResult, SentenceRef


def suggest(dataset: Dataset, beginning: str, *, limit: int = 8) -> tuple[SearchHit, ...]:
    """What someone who has typed `beginning` may mean, best first."""
    return search(dataset, beginning, limit=limit).hits


def search(dataset: Dataset, query: str, *, offset: int = 0, limit: int = 20) -> SearchResult:
    """Instruments that match all words of `query`, best first; the last word matches as a prefix too.

    `2457`, `2457/qd-bgddt` and `2457/QĐ-BGDĐT` all find 2457/QĐ-BGDĐT. After those whose names match come
    those in whose text a sentence of evidence has the words; the hit shows it.
    """
    matches, total = dataset.search_index.find(query, offset, limit)
    return SearchResult(query, hits_of(dataset, matches), total, offset, limit)


def hits_of(dataset: Dataset, matches: Sequence[Match]) -> tuple[SearchHit, ...]:
    """The matches with their instruments named and their sentences read."""
    nodes = np.array([match.node for match in matches], dtype=np.int64)
    return tuple(
        SearchHit(
            instrument,
            match.score,
            match.exact,
            None if match.sentence is None else _sentence(dataset, match.sentence),
        )
        for match, instrument in zip(matches, dataset.index.names.refs(nodes), strict=True)
    )


def _sentence(dataset: Dataset, number: int) -> SentenceRef:
    index = dataset.index
    table = index.citations
    document = int(table.sentence_document[number])
    return SentenceRef(
        document=dataset.iris.document(index.documents[document]),
        start=int(table.sentence_start[number]),
        end=int(table.sentence_end[number]),
        text=table.sentences[number],
        file=index.files[document],
    )

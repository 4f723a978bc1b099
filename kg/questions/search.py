"""Finding instruments by words: number, title, body; diacritics optional, exact ones first."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.facts.refs import refs
from kg.models import SearchHit, SearchResult


def suggest(dataset: Dataset, beginning: str, *, limit: int = 8) -> tuple[SearchHit, ...]:
    """What someone who has typed `beginning` may mean, best first."""
    return search(dataset, beginning, limit=limit).hits


def search(dataset: Dataset, query: str, *, offset: int = 0, limit: int = 20) -> SearchResult:
    """Instruments that match all words of `query`, best first; the last word matches as a prefix too.

    `2457`, `2457/qd-bgddt` and `2457/QĐ-BGDĐT` all find 2457/QĐ-BGDĐT.
    """
    matches, total = dataset.search_index.find(query, offset, limit)
    named = refs(dataset, (match.iri for match in matches))
    hits = tuple(SearchHit(named[match.iri], match.score, match.exact) for match in matches)
    return SearchResult(query, hits, total, offset, limit)

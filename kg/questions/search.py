"""Finding instruments by words: number, title, body; diacritics optional, exact ones first."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import SearchResult


def search(dataset: Dataset, query: str, *, offset: int = 0, limit: int = 20) -> SearchResult:
    """Instruments that match all words of `query`, best first; the last word matches as a prefix too.

    `2457`, `2457/qd-bgddt` and `2457/QĐ-BGDĐT` all find 2457/QĐ-BGDĐT.
    """
    raise NotImplementedError

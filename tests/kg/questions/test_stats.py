"""How much the dataset holds."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.questions.stats import stats


def test_counts(samples: Dataset) -> None:
    found = stats(samples)
    assert (found.documents, found.instruments, found.partial_instruments, found.citations) == (3, 8, 3, 9)
    assert found.relations == (("implements", 8), ("based_on", 1))
    assert dict(found.types)["Kế hoạch"] == 4
    assert found.quads == len(samples.store)
    assert found.store_bytes > 0
    assert found.text_bytes > 0

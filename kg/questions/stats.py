"""How much the dataset holds."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import DatasetStats


def stats(dataset: Dataset) -> DatasetStats:
    """Counts of documents, instruments, citations, quads and bytes."""
    raise NotImplementedError

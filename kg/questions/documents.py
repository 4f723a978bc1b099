"""Source documents: the list of them, and one text with its citations marked."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import DocumentView, SourceRef


def documents(dataset: Dataset, *, offset: int = 0, limit: int = 100) -> tuple[SourceRef, ...]:
    """The source documents of the dataset, in the order of their hashes."""
    raise NotImplementedError


def document(dataset: Dataset, wanted: str) -> DocumentView:
    """One source document by its IRI, content hash (or at least 8 digits of it) or file name.

    Raises NotFound or Ambiguous.
    """
    raise NotImplementedError

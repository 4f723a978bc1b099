"""Which documents implement an instrument, each with the sentence that says so."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import ImplementationResult


def implementations(dataset: Dataset, instrument: str, *, limit: int = 1_000) -> ImplementationResult:
    """The direct implementers of `instrument` (a number, an IRI, an id, or number@body@year).

    Raises NotFound or Ambiguous.
    """
    raise NotImplementedError

"""Which documents implement an instrument, each with the sentence that says so."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import ImplementationResult
from kg.questions.chain import chain


def implementations(dataset: Dataset, instrument: str, *, limit: int = 1_000) -> ImplementationResult:
    """The direct implementers of `instrument` (a number, an IRI, an id, or number@body@year).

    Raises NotFound or Ambiguous.
    """
    found = chain(dataset, instrument, direction="down", relations=("implements",), depth=1, limit=limit)
    return ImplementationResult(found.query, found.results, found.truncated)

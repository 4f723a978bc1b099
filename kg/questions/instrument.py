"""All the graph knows of one instrument, and lists of instruments."""

from __future__ import annotations

from extractors.models import Relation
from kg.dataset import Dataset
from kg.models import CitationPage, EvidenceSide, InstrumentDetail, InstrumentPage


def instrument(dataset: Dataset, wanted: str, *, limit: int = 100) -> InstrumentDetail:
    """Everything about the instrument that `wanted` names, with the first `limit` citations out and in.

    Raises NotFound or Ambiguous.
    """
    raise NotImplementedError


def citations(
    dataset: Dataset,
    wanted: str,
    *,
    side: EvidenceSide = "out",
    relation: Relation | None = None,
    offset: int = 0,
    limit: int = 100,
) -> CitationPage:
    """A page of the citations that run out of, or into, the instrument, each with its evidence.

    Raises NotFound or Ambiguous.
    """
    raise NotImplementedError


def instruments(
    dataset: Dataset,
    *,
    type: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    with_text: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> InstrumentPage:
    """The instruments of the dataset in the order of their IRIs, filtered; `with_text`: only those whose own
    text is in the dataset."""
    raise NotImplementedError

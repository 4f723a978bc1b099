"""Which instrument a person means: by number, by IRI or id, or by number@body@year."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.models import InstrumentRef


def find(dataset: Dataset, wanted: str) -> InstrumentRef:
    """The one instrument that `wanted` names.

    `wanted` is a number ("2457/QĐ-BGDĐT", diacritics and case optional), a full IRI, the id after `id/`, or
    number@body@year where body is a name, a slug or part of one and year may be left out. Raises NotFound, or
    Ambiguous with the candidates.
    """
    raise NotImplementedError


def candidates(dataset: Dataset, wanted: str) -> tuple[InstrumentRef, ...]:
    """All instruments that `wanted` may name, in the order of their IRIs; empty where there is none."""
    raise NotImplementedError

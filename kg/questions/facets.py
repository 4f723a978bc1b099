"""Lists of the instruments known in full, narrowed, and what they can be narrowed by further."""

from __future__ import annotations

import numpy as np

from kg.dataset import Dataset
from kg.index.strings import Array
from kg.models import InstrumentPage
from kg.questions.narrowing import Facets, Narrowing, facets_of, narrow

_ALL = Narrowing()


def instruments(
    dataset: Dataset,
    narrowing: Narrowing = _ALL,
    *,
    with_text: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> InstrumentPage:
    """The instruments known in full, in the order of their IRIs; `with_text` leaves only those whose own text
    is in the dataset. Raises BadRequest."""
    found = _listed(dataset, narrowing, with_text)
    names = dataset.index.names
    return InstrumentPage(tuple(names.refs(found[offset : offset + limit])), len(found), offset, limit)


def facets(
    dataset: Dataset, narrowing: Narrowing = _ALL, *, with_text: bool = False, limit: int = 100
) -> Facets:
    """How the instruments of that list spread over types, bodies, provinces, years and statuses.

    The `limit` most frequent values of each. Raises BadRequest.
    """
    return facets_of(dataset, _listed(dataset, narrowing, with_text), narrowing.on, limit=limit)


def _listed(dataset: Dataset, narrowing: Narrowing, with_text: bool) -> Array:
    index = dataset.index
    kept = index.canonical == np.arange(len(index.canonical))
    kept[index.names.partial.start : index.names.partial.stop] = False
    if with_text:
        kept &= index.in_corpus()
    nodes = np.flatnonzero(kept)
    return nodes[narrow(dataset, nodes, narrowing)]

"""Which instrument a person means: by number, by IRI or id, or by number@body@year."""

from __future__ import annotations

import numpy as np

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.index.strings import Array
from kg.models import InstrumentRef
from ontology.slugs import slug


def find_node(dataset: Dataset, wanted: str) -> int:
    """The node of the index that `wanted` names. Takes and raises what `find` does."""
    nodes = _nodes(dataset, wanted)
    if not len(nodes):
        raise NotFound(what=wanted)
    if len(nodes) > 1:
        raise Ambiguous(wanted, tuple(dataset.index.names.refs(nodes)))
    return int(nodes[0])


def find(dataset: Dataset, wanted: str) -> InstrumentRef:
    """The one instrument that `wanted` names.

    `wanted` is a number ("2457/QĐ-BGDĐT", diacritics and case optional), a full IRI, the id after `id/`, or
    number@body@year where body is a name, a slug or part of one and year may be left out. Raises NotFound, or
    Ambiguous with the candidates.
    """
    return dataset.index.names.ref(find_node(dataset, wanted))


def candidates(dataset: Dataset, wanted: str) -> tuple[InstrumentRef, ...]:
    """All instruments that `wanted` may name, in the order of their IRIs; empty where there is none.

    Nodes known only in part are left out where an instrument known in full fits.
    """
    return tuple(dataset.index.names.refs(_nodes(dataset, wanted)))


def _nodes(dataset: Dataset, wanted: str) -> Array:
    wanted = wanted.strip()
    number, _, qualifiers = wanted.partition("@")
    index = dataset.index
    node = _by_iri(dataset, wanted)
    found = index.names.by_number(number) if node is None else np.array([node])
    nodes = np.unique(index.canonical[found])
    if qualifiers:
        fitting = [_fits(ref, qualifiers) for ref in index.names.refs(nodes)]
        nodes = nodes[np.array(fitting, dtype=bool)]
    partial = index.names.partial
    full = nodes[(nodes < partial.start) | (nodes >= partial.stop)]
    return full if len(full) else nodes


def _by_iri(dataset: Dataset, wanted: str) -> int | None:
    """The instrument with this IRI or id, if a graph knows it."""
    if "/" not in wanted or "@" in wanted or len(wanted.split()) != 1:
        return None
    return dataset.index.node(dataset.iris.from_id(wanted))


def _fits(ref: InstrumentRef, qualifiers: str) -> bool:
    """Whether the instrument has every part of "body@year": a year of four digits, else words of its body."""
    for qualifier in filter(None, (part.strip() for part in qualifiers.split("@"))):
        if qualifier.isdigit() and len(qualifier) == 4:
            if ref.year != int(qualifier):
                return False
        elif not _is_body(ref, qualifier):
            return False
    return True


def _is_body(ref: InstrumentRef, wanted: str) -> bool:
    words = slug(wanted)
    named = f"-{slug(ref.issuer or '')}-", f"-{ref.id.split('/')[0]}-"
    return any(f"-{words}-" in name for name in named)

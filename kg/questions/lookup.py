"""Which instrument a person means: by number, by IRI or id, or by number@body@year."""

from __future__ import annotations

import numpy as np

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.models import InstrumentRef
from ontology.slugs import slug


def find_node(dataset: Dataset, wanted: str) -> int:
    """The node of the index that `wanted` names, as `find` understands it."""
    node = dataset.index.canonical_node(find(dataset, wanted).iri)
    if node is None:
        raise NotFound(what=wanted)
    return node


def find(dataset: Dataset, wanted: str) -> InstrumentRef:
    """The one instrument that `wanted` names.

    `wanted` is a number ("2457/QĐ-BGDĐT", diacritics and case optional), a full IRI, the id after `id/`, or
    number@body@year where body is a name, a slug or part of one and year may be left out. Raises NotFound, or
    Ambiguous with the candidates.
    """
    found = candidates(dataset, wanted)
    if not found:
        raise NotFound(what=wanted)
    if len(found) > 1:
        raise Ambiguous(wanted, found)
    return found[0]


def candidates(dataset: Dataset, wanted: str) -> tuple[InstrumentRef, ...]:
    """All instruments that `wanted` may name, in the order of their IRIs; empty where there is none.

    Nodes known only in part are left out where an instrument known in full fits.
    """
    wanted = wanted.strip()
    number, _, qualifiers = wanted.partition("@")
    index = dataset.index
    node = _by_iri(dataset, wanted)
    found = index.names.by_number(number) if node is None else np.array([node])
    refs = index.names.refs(np.unique(index.canonical[found]))
    fitting = [ref for ref in refs if _fits(ref, qualifiers)] if qualifiers else refs
    full = [ref for ref in fitting if not ref.partial]
    return tuple(full or fitting)


def _by_iri(dataset: Dataset, wanted: str) -> int | None:
    """The instrument with this IRI or id, if a graph knows it."""
    if "/" not in wanted or any(letter.isspace() for letter in wanted) or "@" in wanted:
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

"""Which instrument a person means: by number, by IRI or id, or by number@body@year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.index.strings import Array
from kg.models import InstrumentRef
from ontology.slugs import slug

LISTED = 100
"""Candidates that are named at once: nobody looks through the thousand that bear 5/KH-UBND."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Some of the `total` instruments that were asked for, in the order of `candidates`."""

    instruments: tuple[InstrumentRef, ...]
    total: int


def find_node(dataset: Dataset, wanted: str) -> int:
    """The node of the index that `wanted` names. Takes and raises what `find` does."""
    nodes = nodes_named(dataset, wanted)
    if not len(nodes):
        raise NotFound(what=wanted)
    if len(nodes) > 1:
        raise Ambiguous(wanted, _named(dataset, nodes, 0, LISTED), len(nodes))
    return int(nodes[0])


def find(dataset: Dataset, wanted: str) -> InstrumentRef:
    """The one instrument that `wanted` names.

    `wanted` is a number ("2457/QĐ-BGDĐT", diacritics and case optional), a full IRI, the id after `id/`, or
    number@body@year where body is a name, a slug or part of one and year may be left out. Raises NotFound, or
    Ambiguous with the first of the candidates.
    """
    return dataset.index.names.ref(find_node(dataset, wanted))


def candidates(dataset: Dataset, wanted: str, *, offset: int = 0, limit: int = LISTED) -> Candidates:
    """The instruments that `wanted` may name, page by page: the most cited first, equals by their IRIs.

    Nodes known only in part are left out where an instrument known in full fits.
    """
    nodes = nodes_named(dataset, wanted)
    return Candidates(_named(dataset, nodes, offset, limit), len(nodes))


def _named(dataset: Dataset, nodes: Array, offset: int, limit: int) -> tuple[InstrumentRef, ...]:
    index = dataset.index
    ordered = nodes[np.argsort(-index.edges.counts(nodes, "in"), kind="stable")]
    return tuple(index.names.refs(ordered[offset : offset + limit]))


def nodes_named(dataset: Dataset, wanted: str) -> Array:
    """The nodes of all instruments that `wanted` may name, as `candidates` has them, in the order of IRIs."""
    wanted = wanted.strip()
    number, _, qualifiers = wanted.partition("@")
    index = dataset.index
    node = _by_iri(dataset, wanted)
    found = index.names.by_number(number) if node is None else np.array([node])
    nodes = np.unique(index.canonical[found])
    for qualifier in filter(None, (part.strip() for part in qualifiers.split("@"))):
        nodes = nodes[_fits(dataset, nodes, qualifier)]
    partial = index.names.partial
    full = nodes[(nodes < partial.start) | (nodes >= partial.stop)]
    return full if len(full) else nodes


def _by_iri(dataset: Dataset, wanted: str) -> int | None:
    """The instrument with this IRI or id, if a graph knows it."""
    if "/" not in wanted or "@" in wanted or len(wanted.split()) != 1:
        return None
    return dataset.index.node(dataset.iris.from_id(wanted))


def _fits(dataset: Dataset, nodes: Array, qualifier: str) -> Array:
    """Which instruments have this part of "body@year": a year of four digits, else words of its body."""
    names = dataset.index.names
    if qualifier.isdigit() and len(qualifier) == 4:
        found: Array = names.years[nodes] == int(qualifier)
        return found
    wanted = f"-{slug(qualifier)}-"
    codes = names.issuer_codes[nodes]
    bodies = [code for code in np.unique(codes).tolist() if wanted in f"-{slug(names.issuers[code])}-"]
    ids = map(dataset.iris.id_of, names.instruments.take(nodes))
    in_id = np.array([wanted in f"-{id_.partition('/')[0]}-" for id_ in ids], dtype=bool)
    return np.asarray(np.isin(codes, bodies) | in_id)

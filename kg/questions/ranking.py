"""The instruments that the most rests on: by citations, by citing documents, or by PageRank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.strings import Array
from kg.models import InstrumentRef

By = Literal["citations", "documents", "pagerank"]

_DAMPING = 0.85
_ROUNDS = 100
_CLOSE_ENOUGH = 1e-9


@dataclass(frozen=True, slots=True)
class Ranked:
    """An instrument and its score: citations of it, documents that cite it, or its share of rank."""

    instrument: InstrumentRef
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """A page of instruments, the highest score first; `total` counts all that score at all."""

    items: tuple[Ranked, ...]
    total: int
    offset: int
    limit: int


def ranking(
    dataset: Dataset,
    *,
    by: By = "citations",
    type: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    relations: Sequence[Relation] = (),
    offset: int = 0,
    limit: int = 50,
) -> Ranking:
    """The most cited instruments of a type, a body (canonical names) and a year, each where given."""
    index = dataset.index
    numbers = index.numbers(relations)
    scores = pagerank(dataset, numbers) if by == "pagerank" else _counts(dataset, numbers, by)
    names = index.names
    kept = scores > 0
    if type is not None:
        kept &= names.type_codes == _code(names.types, type)
    if issuer is not None:
        kept &= names.issuer_codes == _code(names.issuers, issuer)
    if year is not None:
        kept &= names.years == year
    found = np.flatnonzero(kept)
    ordered = found[np.argsort(-scores[found], kind="stable")]
    items = (
        Ranked(names.ref(node), round(float(scores[node]), 9))
        for node in ordered[offset : offset + limit].tolist()
    )
    return Ranking(tuple(items), len(found), offset, limit)


def pagerank(dataset: Dataset, relations: tuple[int, ...] = ()) -> Array:
    """The rank of every node of the index; they add up to 1."""
    matrix = dataset.index.edges.adjacency(relations, "in")
    nodes = matrix.shape[0]
    given = np.asarray(matrix.sum(axis=0)).ravel()
    share = np.divide(1.0, given, out=np.zeros(nodes), where=given > 0)
    ranks: Array = np.full(nodes, 1 / max(1, nodes))
    for _ in range(_ROUNDS):
        lost = ranks[given == 0].sum()
        moved: Array = _DAMPING * (matrix @ (ranks * share) + lost / nodes) + (1 - _DAMPING) / nodes
        if np.abs(moved - ranks).sum() < _CLOSE_ENOUGH * nodes:
            return moved
        ranks = moved
    return ranks


def _counts(dataset: Dataset, relations: tuple[int, ...], by: By) -> Array:
    targets, rows = dataset.index.edges.all("in")
    kept = np.isin(rows.relation, relations) if relations else np.ones(len(targets), dtype=bool)
    targets, documents, counts = targets[kept], rows.document[kept], rows.count[kept]
    nodes = dataset.index.edges.nodes
    if by == "citations":
        return np.bincount(targets, weights=counts, minlength=nodes)
    # Edges stand in the order of their target and document: a document is new where either changes.
    new = np.ones(len(targets), dtype=bool)
    new[1:] = (targets[1:] != targets[:-1]) | (documents[1:] != documents[:-1])
    documents_citing: Array = np.bincount(targets[new], minlength=nodes)
    return documents_citing


def _code(names: tuple[str, ...], name: str) -> int:
    """The number of a name in a column of repeated names, -1 where it is none of them."""
    return names.index(name) if name and name in names else -1

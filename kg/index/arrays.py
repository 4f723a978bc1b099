"""Typed citation edges as compressed sparse rows, memory-mapped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from kg.index.mapping import mapped
from kg.index.strings import Array

if TYPE_CHECKING:
    from scipy import sparse

Side = Literal["out", "in"]

_MANY = 64
"""So large a part of all numbers is put in order sooner by ticking them off than by comparing them."""
_RELATIONS = 256
"""So many relations a column of them could name."""
_OTHER_END = {"out": 3, "in": 1}
_OWN_END = {"out": 1, "in": 3}


@dataclass(frozen=True, slots=True)
class Rows:
    """Edges at one node: the other end, the relation, the document that says so, and how often it does."""

    other: Array
    relation: Array
    document: Array
    count: Array


def write_edges(folder: Path, citations: Array, nodes: int) -> None:
    """Write the edges that citations make, in both directions.

    `citations` has a row (document, source, relation, target) for each, by its number; from an instrument to
    itself runs no edge.
    """
    (kept,) = np.nonzero(citations[:, 1] != citations[:, 3])
    for side in _OWN_END:
        own, other = _OWN_END[side], _OTHER_END[side]
        rows = citations[kept]
        # Equal rows stay in the order of their numbers, which is that of documents and texts.
        order = np.lexsort((rows[:, other], rows[:, 2], rows[:, 0], rows[:, own]))
        rows = rows[order]
        new = np.ones(len(rows), dtype=bool)
        new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
        first = np.append(np.flatnonzero(new), len(rows))
        edges = rows[new]
        pointer = np.zeros(nodes + 1, dtype=np.int64)
        np.cumsum(np.bincount(edges[:, own], minlength=nodes), out=pointer[1:])
        columns = {
            "pointer": pointer,
            "other": edges[:, other],
            "relation": edges[:, 2].astype(np.uint8),
            "document": edges[:, 0],
            "count": np.diff(first).astype(np.int32),
            "first": first,
            "citations": kept[order].astype(np.int32),
        }
        for name, column in columns.items():
            np.save(folder / f"{side}.{name}.npy", column)


def stretches(begins: Array, ends: Array) -> Array:
    """All numbers of the ranges [begin, end), range after range.

    >>> stretches(np.array([5, 0]), np.array([7, 1])).tolist()
    [5, 6, 0]
    """
    lengths = ends - begins
    skipped = begins - (np.cumsum(lengths) - lengths)
    return np.repeat(skipped, lengths) + np.arange(int(lengths.sum()))


class Edges:
    """The edges of one generation. Nodes and documents are numbers; see `kg.index.citations`."""

    def __init__(self, folder: Path) -> None:
        self._pointer: dict[Side, Array] = {}
        self._columns: dict[Side, Rows] = {}
        self._first: dict[Side, Array] = {}
        self._citations: dict[Side, Array] = {}
        sides: tuple[Side, ...] = ("out", "in")
        for side in sides:
            self._pointer[side] = mapped(folder / f"{side}.pointer.npy")
            names = ("other", "relation", "document", "count")
            self._columns[side] = Rows(*(mapped(folder / f"{side}.{name}.npy") for name in names))
            self._first[side] = mapped(folder / f"{side}.first.npy")
            self._citations[side] = mapped(folder / f"{side}.citations.npy")
        self.adjacency = lru_cache(maxsize=8)(self._adjacency)

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self._pointer["out"]) - 1

    def __len__(self) -> int:
        return len(self._columns["out"].other)

    def at(self, node: int, side: Side) -> Rows:
        """The edges that run out of, or into, a node, by document."""
        begin, end = self._pointer[side][node], self._pointer[side][node + 1]
        rows = self._columns[side]
        return Rows(
            rows.other[begin:end], rows.relation[begin:end], rows.document[begin:end], rows.count[begin:end]
        )

    def counts(self, nodes: Array, side: Side) -> Array:
        """How many edges run out of, or into, each of the nodes."""
        pointer = self._pointer[side]
        found: Array = pointer[nodes + 1] - pointer[nodes]
        return found

    def numbers_at(self, nodes: Array, side: Side, relations: tuple[int, ...] = ()) -> tuple[Array, Array]:
        """The numbers of the edges of many nodes, node after node, and the node of each.

        Only those of the relations, where any is named. Edges are numbered on each side for itself.
        """
        pointer = self._pointer[side]
        begins, ends = pointer[nodes], pointer[nodes + 1]
        numbers, owners = stretches(begins, ends), np.repeat(nodes, ends - begins)
        if relations:
            kept = np.isin(self._columns[side].relation[numbers], relations)
            numbers, owners = numbers[kept], owners[kept]
        return numbers, owners

    def columns(self, side: Side) -> Rows:
        """All edges by their number on this side."""
        return self._columns[side]

    def citations(self, side: Side, edges: Array) -> Array:
        """The numbers of the citations that state these edges, edge after edge, each's in order."""
        first = self._first[side]
        return self._citations[side][stretches(first[edges], first[edges + 1])]

    def all(self, side: Side = "out") -> tuple[Array, Rows]:
        """Every edge: its own end ("out": the source), and the rest."""
        return np.repeat(np.arange(self.nodes), np.diff(self._pointer[side])), self._columns[side]

    def _adjacency(self, relations: tuple[int, ...], side: Side) -> sparse.csr_matrix:
        """Which node leads to which by any of the relations (all where none is named), as a 0/1 matrix."""
        # Here and below: loading it takes a fifth of a server's start.
        from scipy import sparse

        # Made of the edges of the other side by counting, so that each row is in order without sorting any.
        across: Side = "in" if side == "out" else "out"
        pointer, other = self._pointer[across], self._columns[across].other
        if relations:
            wanted = np.zeros(_RELATIONS, dtype=bool)
            wanted[list(relations)] = True
            kept = wanted[self._columns[across].relation]
            pointer, other = np.append(0, np.cumsum(kept))[pointer], other[kept]
        shape = (self.nodes, self.nodes)
        matrix = sparse.csc_matrix((np.ones(len(other), dtype=np.int8), other, pointer), shape=shape).tocsr()
        matrix.sum_duplicates()
        matrix.data = np.ones(matrix.nnz)
        return matrix

    def next_to(self, node: int, side: Side, relations: tuple[int, ...]) -> Array:
        """The nodes that edges of these relations out of, or into, the node lead to, each once, in order."""
        matrix = self.adjacency(relations, side)
        found: Array = matrix.indices[matrix.indptr[node] : matrix.indptr[node + 1]]
        return found

    def reach(self, start: int, side: Side, relations: tuple[int, ...]) -> Array:
        """The nodes that can be reached from `start`, itself first, nearest first, of equals by number."""
        return self._walk(start, side, relations)[0]

    def distances(self, start: int, side: Side, relations: tuple[int, ...]) -> tuple[Array, Array]:
        """The nodes as `reach` gives them, and how far off each lies."""
        order, begins = self._walk(start, side, relations)
        sizes = np.diff(begins)
        return order, np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    def _walk(self, start: int, side: Side, relations: tuple[int, ...]) -> tuple[Array, list[int]]:
        """The nodes level by level, in order within each, and where each level begins and the last ends."""
        from scipy.sparse import csgraph

        met, before = csgraph.breadth_first_order(self.adjacency(relations, side), start)
        # numpy makes other numbers into these each time that it looks something up by them.
        order = met.astype(np.intp)
        place = np.empty(self.nodes, dtype=np.intp)
        place[order] = np.arange(len(order))
        # Who is met later was led to by none that was met before: these places ascend.
        led_from = place.take(before.take(order[1:]))
        begins = [0, 1]
        while begins[-1] < len(order):
            begins.append(1 + int(np.searchsorted(led_from, begins[-1])))
        # What is said of nodes lies in their order: it is read in half the time that jumping about takes.
        for begin, end in pairwise(begins):
            _sort_numbers(order[begin:end], self.nodes)
        return order, begins


def _sort_numbers(numbers: Array, bound: int) -> None:
    """Sort different numbers below `bound` in place."""
    if _MANY * len(numbers) < bound:
        numbers.sort()
    else:
        there = np.zeros(bound, dtype=bool)
        there[numbers] = True
        numbers[:] = np.flatnonzero(there)

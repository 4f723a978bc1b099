"""Typed citation edges as compressed sparse rows, memory-mapped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from kg.index.strings import Array, mapped

Side = Literal["out", "in"]

_OTHER_END = {"out": 3, "in": 1}
_OWN_END = {"out": 1, "in": 3}


@dataclass(frozen=True, slots=True)
class Rows:
    """Edges at one node: the other end, the relation, the document that says so, and how often it does."""

    other: Array
    relation: Array
    document: Array
    count: Array


def write_edges(folder: Path, edges: Array, nodes: int) -> None:
    """Write rows of (document, source, relation, target, count) in both directions."""
    for side in _OWN_END:
        own, other = _OWN_END[side], _OTHER_END[side]
        order = np.lexsort((edges[:, other], edges[:, 2], edges[:, 0], edges[:, own]))
        ordered = edges[order]
        pointer = np.zeros(nodes + 1, dtype=np.int64)
        np.cumsum(np.bincount(ordered[:, own], minlength=nodes), out=pointer[1:])
        np.save(folder / f"{side}.pointer.npy", pointer)
        np.save(folder / f"{side}.other.npy", ordered[:, other])
        np.save(folder / f"{side}.relation.npy", ordered[:, 2].astype(np.uint8))
        np.save(folder / f"{side}.document.npy", ordered[:, 0])
        np.save(folder / f"{side}.count.npy", ordered[:, 4])


class Edges:
    """The edges of one generation. Nodes and documents are numbers; see `kg.index.citations`."""

    def __init__(self, folder: Path) -> None:
        self._pointer: dict[Side, Array] = {}
        self._columns: dict[Side, Rows] = {}
        sides: tuple[Side, ...] = ("out", "in")
        for side in sides:
            self._pointer[side] = mapped(folder / f"{side}.pointer.npy")
            names = ("other", "relation", "document", "count")
            self._columns[side] = Rows(*(mapped(folder / f"{side}.{name}.npy") for name in names))
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

    def all(self, side: Side = "out") -> tuple[Array, Rows]:
        """Every edge: its own end ("out": the source), and the rest."""
        return np.repeat(np.arange(self.nodes), np.diff(self._pointer[side])), self._columns[side]

    def _adjacency(self, relations: tuple[int, ...], side: Side) -> sparse.csr_matrix:
        """Which node leads to which by any of the relations (all where none is named), as a 0/1 matrix."""
        rows = self._columns[side]
        nodes = self.nodes
        if relations:
            kept = np.isin(rows.relation, relations)
            before = np.concatenate(([0], np.cumsum(kept)))
            pointer, other = before[self._pointer[side]], rows.other[kept]
        else:
            pointer, other = self._pointer[side].copy(), rows.other.copy()
        matrix = sparse.csr_matrix((np.ones(len(other)), other, pointer), shape=(nodes, nodes))
        matrix.sum_duplicates()
        matrix.data[:] = 1.0
        return matrix

    def reach(self, start: int, side: Side, relations: tuple[int, ...]) -> Array:
        """The nodes that can be reached from `start`, itself first, nearest first."""
        found = csgraph.breadth_first_order(self.adjacency(relations, side), start, return_predecessors=False)
        return np.asarray(found)

    def distances(self, start: int, side: Side, relations: tuple[int, ...]) -> tuple[Array, Array]:
        """The nodes as `reach` gives them, and how far off each lies."""
        order, before = csgraph.breadth_first_order(self.adjacency(relations, side), start)
        place = np.zeros(self.nodes, dtype=np.int32)
        place[order] = np.arange(len(order))
        parent = np.concatenate(([0], place[before[order[1:]]]))
        depth = (parent != np.arange(len(order))).astype(np.int32)
        while parent.any():
            depth += depth[parent]
            parent = parent[parent]
        return order, depth

"""What to say of an instrument where documents say different things of it.

What the instrument's own text says comes first; else what most documents say; of equals the longest title,
the earliest date.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.index.strings import Array


@dataclass(frozen=True, slots=True)
class Votes:
    """Values of one property by node, each with the number of graphs that say so, the best of a node first.

    Where the node's own text says something, what others say is left out.
    """

    nodes: Array
    values: Array
    counts: Array

    @property
    def best(self) -> tuple[Array, Array]:
        """Each node with its best value."""
        first = _starts(self.nodes)
        return self.nodes[first], self.values[first]

    @property
    def most_said(self) -> tuple[Array, Array]:
        """Each node with the values that are said of it as often as its best one."""
        first = _starts(self.nodes)
        sizes = np.diff(np.append(first, len(self.nodes)))
        kept = self.counts == np.repeat(self.counts[first], sizes)
        return self.nodes[kept], self.values[kept]


def votes(
    nodes: Array, values: Array, said: Array, own: Array, strings: dict[int, str], *, longest: bool = False
) -> Votes:
    """Count what is said: each row so many times (`said`), `own` where the node's own text says it too.

    Of values said as often the best is the longest where `longest`, and then the first in the order of their
    `strings`.
    """
    order = np.lexsort((values, nodes))
    nodes, values, said, own = nodes[order], values[order], said[order], own[order]
    first = _starts(nodes, values)
    counts = np.add.reduceat(said, first) if len(first) else said
    own = np.logical_or.reduceat(own, first) if len(first) else own
    nodes, values = nodes[first], values[first]
    kept = own | ~np.isin(nodes, nodes[own])
    nodes, values, counts = nodes[kept], values[kept], np.where(own, 1, counts)[kept]
    ranked = sorted(strings, key=strings.__getitem__)
    if longest:
        ranked.sort(key=lambda value: -len(strings[value]))
    rank = np.zeros(max(strings, default=0) + 1, dtype=np.int64)
    rank[ranked] = np.arange(len(ranked))
    order = np.lexsort((rank[values], -counts, nodes))
    return Votes(nodes[order], values[order], counts[order])


def _starts(*columns: Array) -> Array:
    """Where in sorted rows another begins than the one before."""
    new = np.zeros(len(columns[0]), dtype=bool)
    new[:1] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)

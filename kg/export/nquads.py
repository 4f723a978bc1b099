"""The whole graph as canonical N-Quads: the same graph gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.iris import Iris
from kg.store.protocol import Store
from kg.vocab import RUNS_GRAPH


def nquads_lines(store: Store, iris: Iris, *, provenance: bool = False) -> Iterator[str]:
    """One line a quad, graphs in the order of their IRIs, quads sorted within each; no line end.

    When things were run is left out unless `provenance`, so two datasets made of the same documents compare
    equal. There are no blank nodes: sorting is all that canonical form asks for.
    """
    runs = iris.graph(RUNS_GRAPH)
    for graph in sorted(store.graph_names()):
        if provenance or graph != runs:
            yield from sorted(f"{quad} ." for quad in store.graph_quads(graph))

"""Typed edges as sparse rows: written in both directions, read back, walked like any graph."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.index.arrays import Edges, write_edges

NODES = 7
Edge = tuple[int, int, int, int, int]
Citation = tuple[int, int, int, int]
edge = st.tuples(
    st.integers(0, 3),
    st.integers(0, NODES - 1),
    st.integers(0, 2),
    st.integers(0, NODES - 1),
    st.integers(1, 3),
)
edge_lists = st.lists(edge.filter(lambda e: e[1] != e[3]), max_size=25, unique_by=lambda e: e[:4])


def citations(edges: list[Edge]) -> list[Citation]:
    """The edges' citations by their number: those of a document stand together."""
    return [edge[:4] for edge in sorted(edges) for _ in range(edge[4])]


def stored(folder: Path, edges: list[Edge]) -> Edges:
    write_edges(folder, np.array(citations(edges), dtype=np.int32).reshape(-1, 4), NODES)
    return Edges(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edges")


@settings(max_examples=60, deadline=None)
@given(edge_lists)
def test_both_directions_hold_the_same_edges(folder: Path, edges: list[Edge]) -> None:
    index = stored(folder, edges)
    assert len(index) == len(edges)
    for side, own, other in (("out", 1, 3), ("in", 3, 1)):
        found = []
        for node in range(NODES):
            rows = index.at(node, side)  # type: ignore[arg-type]
            assert rows.document.tolist() == sorted(rows.document.tolist())
            columns = (rows.document, rows.relation, rows.other, rows.count)
            found += [(node, *row) for row in zip(*(column.tolist() for column in columns), strict=True)]
        assert sorted(found) == sorted((e[own], e[0], e[2], e[other], e[4]) for e in edges)


@settings(max_examples=60, deadline=None)
@given(edge_lists, st.lists(st.integers(0, NODES - 1)), st.sampled_from([(), (0,), (1, 2)]))
def test_the_citations_of_many_nodes_are_those_of_their_edges(
    folder: Path, edges: list[Edge], nodes: list[int], relations: tuple[int, ...]
) -> None:
    index, all_citations = stored(folder, edges), citations(edges)
    for side, own in (("out", 1), ("in", 3)):
        numbers, owners = index.numbers_at(np.array(nodes, dtype=np.int64), side, relations)  # type: ignore[arg-type]
        assert len(numbers) == len(owners)
        found = index.citations(side, numbers).tolist()  # type: ignore[arg-type]
        assert sorted(found) == sorted(
            number
            for node in nodes
            for number, citation in enumerate(all_citations)
            if citation[own] == node and (not relations or citation[2] in relations)
        )


def test_an_instrument_that_cites_itself_has_no_edge(folder: Path) -> None:
    write_edges(folder, np.array([(0, 1, 0, 1), (0, 1, 0, 2)], dtype=np.int32), NODES)
    index = Edges(folder)
    assert len(index) == 1
    assert index.citations("in", np.array([0])).tolist() == [1]


@settings(max_examples=60, deadline=None)
@given(edge_lists, st.integers(0, NODES - 1), st.sampled_from([(), (0,), (1, 2)]))
def test_distances_are_those_of_a_plain_walk(
    folder: Path, edges: list[Edge], start: int, relations: tuple[int, ...]
) -> None:
    order, distances = stored(folder, edges).distances(start, "in", relations)
    expected = {start: 0}
    waiting = [start]
    for node in waiting:
        for _, source, relation, target, _ in edges:
            if target == node and source not in expected and (not relations or relation in relations):
                expected[source] = expected[node] + 1
                waiting.append(source)
    assert dict(zip(order.tolist(), distances.tolist(), strict=True)) == expected
    # The nearest come first, and those as near as each other in the order of their numbers.
    assert order.tolist() == sorted(expected, key=lambda node: (expected[node], node))

"""Where the nodes of a picture stand."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from viz.layout import layered

NODES = st.integers(min_value=0, max_value=30)
EDGES = st.lists(st.tuples(NODES, NODES), max_size=60)


def test_what_is_carried_out_stands_above_those_who_carry_it_out() -> None:
    places = layered(
        ["kế hoạch", "chương trình", "nghị quyết"],
        [("kế hoạch", "chương trình"), ("chương trình", "nghị quyết")],
    )

    heights = [places[name][1] for name in ("nghị quyết", "chương trình", "kế hoạch")]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def test_siblings_share_a_row_and_do_not_touch() -> None:
    places = layered(["gốc", "a", "b", "c"], [("a", "gốc"), ("b", "gốc"), ("c", "gốc")])

    row = sorted(places[name] for name in "abc")
    assert len({y for _, y in row}) == 1
    assert all(right[0] - left[0] >= 200 for left, right in itertools.pairwise(row))


def test_a_large_layer_is_folded_into_rows() -> None:
    places = layered(range(101), [(node, 0) for node in range(1, 101)])

    assert max(x for x, _ in places.values()) - min(x for x, _ in places.values()) < 3000


@given(EDGES)
def test_every_node_has_a_place_of_its_own_whatever_the_cycles(edges: list[tuple[int, int]]) -> None:
    nodes = sorted({node for edge in edges for node in edge})
    places = layered(nodes, edges)

    assert set(places) == set(nodes)
    assert len(set(places.values())) == len(nodes)
    assert layered(nodes, edges) == places

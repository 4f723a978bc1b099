"""Names of instruments by their number: one, a few, or a large part of all at once."""

from __future__ import annotations

import numpy as np
import pytest

from kg.dataset import Dataset


@pytest.mark.parametrize("step", [1, 3, 200])
def test_many_are_named_as_each_alone(synthetic: Dataset, step: int) -> None:
    names = synthetic.index.names
    nodes = np.random.default_rng(step).permutation(len(names.instruments))[::step]
    assert names.refs(nodes) == [names.ref(node) for node in nodes.tolist()]
    assert names.iris(nodes) == [names.instruments[node] for node in nodes.tolist()]


def test_those_known_in_part_stand_together(synthetic: Dataset) -> None:
    names = synthetic.index.names
    partial = [names.ref(node).partial for node in range(len(names.instruments))]
    assert partial == [node in names.partial for node in range(len(partial))]
    assert any(partial)


def test_no_nodes(synthetic: Dataset) -> None:
    nothing = np.array([], dtype=np.int64)
    assert (list(synthetic.index.names.refs(nothing)), synthetic.index.names.iris(nothing)) == ([], [])

"""Descriptions counted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocab
from kg.described import DESCRIBING
from kg.index.tally import tally

TITLE, TEXT_OF = DESCRIBING.index(vocab.TITLE), DESCRIBING.index(vocab.SOURCE_DOCUMENT_OF)
Rows = list[tuple[int, int, int, int]]

rows = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, len(DESCRIBING) - 1), st.integers(0, 3), st.integers(0, 2))
)


def counted(said: Rows) -> list[tuple[int, ...]]:
    return [tuple(row) for row in tally(np.array(said, dtype=np.int32).reshape(-1, 4)).tolist()]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([], []),
        ([(5, TITLE, 7, 0), (5, TITLE, 7, 2)], [(5, TITLE, 7, 2, 0)]),
        ([(5, TITLE, 7, 0), (5, TITLE, 6, 1)], [(5, TITLE, 6, 1, 0), (5, TITLE, 7, 1, 0)]),
        # Graph 1 is that of the text of 5, but not of 4.
        (
            [(5, TITLE, 7, 0), (5, TITLE, 7, 1), (4, TITLE, 7, 1), (5, TEXT_OF, 9, 1)],
            [(4, TITLE, 7, 1, 0), (5, TITLE, 7, 2, 1), (5, TEXT_OF, 9, 1, 1)],
        ),
    ],
)
def test_what_is_counted(said: Rows, found: list[tuple[int, ...]]) -> None:
    assert counted(said) == found


@given(rows, st.data())
def test_the_order_of_rows_makes_no_difference(said: Rows, data: st.DataObject) -> None:
    assert counted(data.draw(st.permutations(said))) == counted(said)

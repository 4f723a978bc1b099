"""A page of matches is cut out of all of them, whatever was looked at to make it."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset

QUERIES = ["1/KH-UBND", "ke hoach", "Kế hoạch", "quyết định", "thực hiện", "k", "ủy ban nhân dân", "nothing"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("offset", "limit"), [(0, 1), (0, 7), (3, 20), (90, 40), (5_000, 10)])
def test_a_page_is_a_piece_of_the_whole(synthetic: Dataset, query: str, offset: int, limit: int) -> None:
    every, total = synthetic.search_index.find(query, 0, 1_000)

    found, counted = synthetic.search_index.find(query, offset, limit)

    assert counted == total
    assert found == every[offset : offset + limit]


@pytest.mark.parametrize("query", QUERIES)
def test_names_come_before_sentences_and_each_instrument_once(synthetic: Dataset, query: str) -> None:
    every, total = synthetic.search_index.find(query, 0, 1_000)
    by_sentence = [match.sentence is not None for match in every]

    assert by_sentence == sorted(by_sentence)
    assert len({match.node for match in every}) == len(every) == min(total, 1_000)

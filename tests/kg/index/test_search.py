"""The search of an index: sentences, short names, unfinished words, and whatever else may be typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dataset import Dataset
from kg.index.search import Match

EVERYTHING = 1_000


def find(dataset: Dataset, query: str) -> tuple[Match, ...]:
    return dataset.search_index.find(query, 0, EVERYTHING)[0]


def numbers(dataset: Dataset, query: str) -> list[str | None]:
    return [dataset.index.names.ref(match.node).number for match in find(dataset, query)]


@pytest.mark.parametrize(
    ("query", "exact"),
    [
        ("Tiếp tục thực hiện Kế hoạch", True),
        ("tiep tuc thuc hien ke hoach", False),
        ("TIẾP TỤC THỰC HIỆN KẾ HOẠCH", True),
    ],
)
def test_a_sentence_is_found_under_the_instrument_whose_text_it_is(
    samples: Dataset, query: str, exact: bool
) -> None:
    (match,) = find(samples, query)
    assert samples.index.names.ref(match.node).number == "156/KH-UBND"
    assert match.exact is exact
    assert match.sentence is not None
    assert samples.index.citations.sentences[match.sentence].startswith("Tiếp tục thực hiện Kế hoạch")


def test_names_come_before_sentences(samples: Dataset) -> None:
    found = [match.sentence is not None for match in find(samples, "nghị quyết")]
    assert found == sorted(found)
    assert set(found) == {False, True}


@pytest.mark.parametrize("query", ["Bộ GDĐT 2457", "bo gddt 2457", "Bộ GD&ĐT 2457"])
def test_a_body_is_found_by_its_short_names(samples: Dataset, query: str) -> None:
    assert "2457/QĐ-BGDĐT" in numbers(samples, query)


@pytest.mark.parametrize("end", range(9, 17))
def test_an_unfinished_word_finds_what_the_whole_word_finds(samples: Dataset, end: int) -> None:
    assert "3461/KH-UBND" in numbers(samples, "nhiệm vụ năm học"[:end])


@pytest.mark.parametrize(("typed", "number"), [("1/KH-UBND", "1/KH-UBND"), ("01/kh-ubnd", "1/KH-UBND")])
def test_a_zero_before_a_number_makes_no_difference(synthetic: Dataset, typed: str, number: str) -> None:
    assert numbers(synthetic, typed)[0] == number


@settings(max_examples=100, deadline=None)
@given(query=st.text(max_size=30) | st.text('đĐạ"*-:^()+ ANDORNEAR{}', max_size=30))
def test_whatever_is_typed_is_words_to_find_and_no_syntax(synthetic: Dataset, query: str) -> None:
    matches, total = synthetic.search_index.find(query, 0, 5)
    assert len(matches) <= min(5, total)


@pytest.mark.parametrize("query", ["ke hoach", "giáo dục", "ubnd 2019", "chủ trì phối hợp"])
def test_pages_fit_together(synthetic: Dataset, query: str) -> None:
    whole = find(synthetic, query)
    _, total = synthetic.search_index.find(query, 0, 1)
    pages = [synthetic.search_index.find(query, start, 7)[0] for start in range(0, len(whole), 7)]
    assert [match for page in pages for match in page] == list(whole)
    assert total == len(whole) == len({match.node for match in whole})

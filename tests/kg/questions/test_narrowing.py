"""Search results narrowed by type, body and year; the counts say what each choice leaves."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.questions.narrowing import narrowed_search
from kg.questions.search import search
from tests.kg.samples import UBND_LANG_SON


def test_without_a_choice_it_is_the_search_itself(samples: Dataset) -> None:
    assert narrowed_search(samples, "kh ubnd").result == search(samples, "kh ubnd")


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        ({"type": "Kế hoạch", "issuer": UBND_LANG_SON}, {"96/KH-UBND", "156/KH-UBND"}),
        ({"year": 2023}, {"3461/KH-UBND"}),
        ({"type": "Nghị quyết"}, set()),
        ({"type": "Không có loại này"}, set()),
        ({"issuer": "Không có cơ quan này"}, set()),
    ],
)
def test_a_choice_keeps_what_has_it(samples: Dataset, choice: dict[str, object], numbers: set[str]) -> None:
    found = narrowed_search(samples, "kh ubnd", **choice).result  # type: ignore[arg-type]
    assert {hit.instrument.number for hit in found.hits} == numbers
    assert found.total == len(numbers)


def test_each_count_is_what_the_choice_leaves(samples: Dataset) -> None:
    found = narrowed_search(samples, "kh ubnd")
    offered = {"type": found.types, "issuer": found.issuers, "year": found.years}

    for name, values in offered.items():
        for value, count in values:
            chosen: object = int(value) if name == "year" else value
            assert narrowed_search(samples, "kh ubnd", **{name: chosen}).result.total == count  # type: ignore[arg-type]


def test_pages_of_a_narrowed_search_fit_together(samples: Dataset) -> None:
    whole = narrowed_search(samples, "kh ubnd", type="Kế hoạch").result
    pages = [
        narrowed_search(samples, "kh ubnd", type="Kế hoạch", offset=n, limit=1).result
        for n in range(whole.total)
    ]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)

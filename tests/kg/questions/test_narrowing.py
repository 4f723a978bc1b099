"""Search results narrowed by type, body, province, year and status; counts say what each choice leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.questions.narrowing import Facets, Narrowing, narrowed_search
from kg.questions.search import search
from tests.kg.samples import UBND_LANG_SON

TODAY = date(2025, 12, 31)
NOTHING = Narrowing()


def test_without_a_choice_it_is_the_search_itself(samples: Dataset) -> None:
    assert narrowed_search(samples, "kh ubnd", NOTHING).result == search(samples, "kh ubnd")


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        (Narrowing(type="Kế hoạch", issuer=UBND_LANG_SON), {"96/KH-UBND", "156/KH-UBND"}),
        (Narrowing(type="ke hoach", issuer=UBND_LANG_SON), {"96/KH-UBND", "156/KH-UBND"}),
        (Narrowing(year=2023), {"3461/KH-UBND"}),
        (Narrowing(province="Lạng Sơn"), {"96/KH-UBND", "156/KH-UBND"}),
        (Narrowing(province="binh-thuan"), {"3461/KH-UBND", "96/KH-UBND"}),
        (Narrowing(province="Lạng Sơn", year=2023), set()),
        (Narrowing(province="Không có tỉnh này"), set()),
        (Narrowing(type="Nghị quyết"), set()),
        (Narrowing(type="Không có loại này"), set()),
        (Narrowing(issuer="Không có cơ quan này"), set()),
        (Narrowing(status="ended", on=TODAY), set()),
    ],
)
def test_a_choice_keeps_what_has_it(samples: Dataset, choice: Narrowing, numbers: set[str]) -> None:
    found = narrowed_search(samples, "kh ubnd", choice).result
    assert {hit.instrument.number for hit in found.hits} == numbers
    assert found.total == len(numbers)


def choices(facets: Facets) -> list[tuple[Narrowing, int]]:
    """Every choice that is offered, and how many it is said to leave."""
    offered: list[tuple[Narrowing, int]] = []
    offered += ((Narrowing(type=value), count) for value, count in facets.types)
    offered += ((Narrowing(issuer=value), count) for value, count in facets.issuers)
    offered += ((Narrowing(province=value), count) for value, count in facets.provinces)
    offered += ((Narrowing(year=int(value)), count) for value, count in facets.years)
    offered += ((Narrowing(status=value), count) for value, count in facets.statuses)  # type: ignore[arg-type]
    return offered


def test_each_count_is_what_the_choice_leaves(samples: Dataset) -> None:
    found = narrowed_search(samples, "kh ubnd", Narrowing(on=TODAY))
    offered = choices(found.facets)

    assert len(offered) >= 8
    for choice, count in offered:
        assert narrowed_search(samples, "kh ubnd", replace(choice, on=TODAY)).result.total == count
    assert sum(count for _, count in found.facets.statuses) == found.result.total


def test_a_status_is_that_of_a_day(samples: Dataset) -> None:
    with pytest.raises(BadRequest, match="on="):
        narrowed_search(samples, "kh ubnd", Narrowing(status="in_force"))
    before = narrowed_search(samples, "kh ubnd", Narrowing(status="not_yet", on=date(2000, 1, 1)))
    assert before.result.total == narrowed_search(samples, "kh ubnd", NOTHING).result.total


def test_pages_of_a_narrowed_search_fit_together(samples: Dataset) -> None:
    plans = Narrowing(type="Kế hoạch")
    whole = narrowed_search(samples, "kh ubnd", plans).result
    pages = [narrowed_search(samples, "kh ubnd", plans, offset=n, limit=1).result for n in range(whole.total)]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)

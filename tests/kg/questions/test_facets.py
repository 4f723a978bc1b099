"""Lists of instruments by type, body, province, year and status, and what they can be narrowed by."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.questions import standing
from kg.questions.effect import effect
from kg.questions.facets import facets, instruments
from kg.questions.narrowing import Narrowing
from tests.kg.questions.test_narrowing import choices
from tests.kg.samples import UBND_LANG_SON

DAY = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("narrowing", "with_text", "ids"),
    [
        (Narrowing(type="Kế hoạch", year=2014), False, {"96-kh-ubnd"}),
        (Narrowing(issuer=UBND_LANG_SON), False, {"96-kh-ubnd", "156-kh-ubnd"}),
        (Narrowing(province="Lạng Sơn"), False, {"96-kh-ubnd", "156-kh-ubnd", "100-ctr-tu"}),
        (Narrowing(province="Lạng Sơn"), True, {"156-kh-ubnd"}),
        (Narrowing(), True, {"156-kh-ubnd", "3461-kh-ubnd"}),
        (Narrowing(type="Chương trình hành động"), False, {"100-ctr-tu"}),
        (Narrowing(year=1999), False, set()),
    ],
)
def test_lists_by_what_is_asked(
    samples: Dataset, narrowing: Narrowing, with_text: bool, ids: set[str]
) -> None:
    page = instruments(samples, narrowing, with_text=with_text)
    assert {ref.id.rsplit("/")[-1] for ref in page.items} == ids


def test_the_list_holds_what_is_known_in_full_in_order(samples: Dataset) -> None:
    page = instruments(samples)
    assert [ref.iri for ref in page.items] == sorted(ref.iri for ref in page.items)
    assert page.total == len(page.items) == 8
    assert not any(ref.partial for ref in page.items)
    assert instruments(samples, offset=7, limit=5).items == page.items[7:]


def test_facets_count_what_the_lists_hold(samples: Dataset) -> None:
    found = facets(samples, Narrowing(on=DAY))
    for choice, count in choices(found):
        listed = instruments(samples, Narrowing(**{**vars_of(choice), "on": DAY}))  # type: ignore[arg-type]
        assert (choice, listed.total) == (choice, count)
    assert sum(count for _, count in found.statuses) == instruments(samples).total
    assert facets(samples).statuses == ()


def vars_of(choice: Narrowing) -> dict[str, object]:
    return {name: getattr(choice, name) for name in Narrowing.__slots__}


def test_facets_of_what_is_narrowed_already(samples: Dataset) -> None:
    found = facets(samples, Narrowing(province="Lạng Sơn"))
    assert found.provinces == (("Lạng Sơn", 3),)
    assert dict(found.types) == {"Kế hoạch": 2, "Chương trình hành động": 1}


@pytest.mark.parametrize("on", [date(2013, 6, 1), date(2019, 7, 1), date(2023, 10, 1), DAY])
def test_the_status_of_a_list_is_that_of_each_instrument(samples: Dataset, on: date) -> None:
    for status in standing.STATUSES:
        listed = instruments(samples, Narrowing(status=status, on=on))
        assert {effect(samples, ref.iri, on).status for ref in listed.items} <= {status}
    known = {ref.iri: effect(samples, ref.iri, on).status for ref in instruments(samples).items}
    assert dict(facets(samples, Narrowing(on=on)).statuses) == {
        status: list(known.values()).count(status) for status in set(known.values())
    }


def test_too_many_to_look_up_are_to_be_narrowed_first(
    samples: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "MOST", 3)
    with pytest.raises(BadRequest, match="narrow"):
        instruments(samples, Narrowing(status="in_force", on=DAY))
    assert instruments(samples, Narrowing(status="ended", on=DAY, year=2014)).total == 0

"""Results can be narrowed; long lists can be turned page by page, also from their first and last page."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from kg.models import InstrumentPage, InstrumentRef, SearchResult
from kg.questions.narrowing import Facets, Narrowed
from viz.search_pages import browse_page, facets, search_page

ITEM = InstrumentRef("http://localhost:8000/id/x", "x", "Kế hoạch", "1/KH-UBND")
NOTHING = dict.fromkeys(("type", "issuer", "province", "year", "status"), "")


@pytest.mark.parametrize(
    ("offset", "links"),
    [(0, {"next"}), (50, {"prev", "next"}), (100, {"prev"})],
    ids=["first", "middle", "last"],
)
def test_a_list_leads_to_the_pages_beside_it(offset: int, links: set[str]) -> None:
    page = InstrumentPage((ITEM,), 120, offset, 50)
    html = browse_page(page, {**NOTHING, "with_text": False}, "vi", "/van-ban")

    assert {name for name in ("prev", "next") if f'rel="{name}"' in html} == links


FOUND = Narrowed(
    SearchResult("thư viện", (), 7, 0, 20),
    Facets(
        types=(("Kế hoạch", 4), ("Quyết định", 3)),
        issuers=(("Chính phủ", 7),),
        provinces=(),
        years=(("2024", 5), ("2023", 2)),
        statuses=(("in_force", 6), ("unknown", 1)),
    ),
    counted=None,
)


def test_a_choice_leads_to_the_first_page_of_what_it_leaves() -> None:
    facet = facets(FOUND, NOTHING, "vi", "/tra-cuu?q=thu+vien&offset=40")[0]

    assert [(choice.value, choice.count) for choice in facet.choices] == [("Kế hoạch", 4), ("Quyết định", 3)]
    assert facet.choices[0].href == f"/tra-cuu?{urlencode({'q': 'thu vien', 'type': 'Kế hoạch'})}"


def test_what_all_results_share_is_no_choice_unless_it_was_chosen() -> None:
    chosen = {**NOTHING, "issuer": "Chính phủ"}

    assert [facet.name for facet in facets(FOUND, NOTHING, "vi", "/tra-cuu")] == [
        "type",
        "year",
        "status",
    ]
    issuer = next(facet for facet in facets(FOUND, chosen, "vi", "/tra-cuu?q=x&issuer=y") if facet.chosen)
    assert (issuer.name, issuer.without) == ("issuer", "/tra-cuu?q=x")


def test_counts_over_a_part_say_so() -> None:
    page = search_page(replace(FOUND, counted=2_000), NOTHING, "vi", "/tra-cuu")
    assert "2.000 kết quả khớp nhất" in page


def test_statuses_are_said_in_words_and_offered_even_where_nobody_counted_them() -> None:
    counted = facets(FOUND, NOTHING, "vi", "/tra-cuu?q=x")[-1]
    offered = facets(replace(FOUND, facets=replace(FOUND.facets, statuses=())), NOTHING, "en", "/tra-cuu")[-1]
    chosen = facets(FOUND, {**NOTHING, "status": "ended"}, "vi", "/tra-cuu?q=x&status=ended")[-1]

    assert [(choice.label, choice.count) for choice in counted.choices] == [
        ("Còn hiệu lực", 6), ("Chưa rõ hiệu lực", 1)
    ]  # fmt: skip
    assert {(choice.value, choice.count) for choice in offered.choices} >= {("ended", None)}
    assert (chosen.chosen, chosen.without) == ("Hết hiệu lực", "/tra-cuu?q=x")

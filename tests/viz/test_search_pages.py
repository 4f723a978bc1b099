"""Results can be narrowed; long lists can be turned page by page, also from their first and last page."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from kg.models import InstrumentPage, InstrumentRef, SearchResult
from kg.questions.narrowing import Narrowed
from viz.search_pages import browse_page, facets, search_page

ITEM = InstrumentRef("http://localhost:8000/id/x", "x", "Kế hoạch", "1/KH-UBND")


@pytest.mark.parametrize(
    ("offset", "links"),
    [(0, {"next"}), (50, {"prev", "next"}), (100, {"prev"})],
    ids=["first", "middle", "last"],
)
def test_a_list_leads_to_the_pages_beside_it(offset: int, links: set[str]) -> None:
    page = InstrumentPage((ITEM,), 120, offset, 50)
    html = browse_page(page, {"type": "", "issuer": "", "year": "", "with_text": False}, "vi", "/van-ban")

    assert {name for name in ("prev", "next") if f'rel="{name}"' in html} == links


FOUND = Narrowed(
    SearchResult("thư viện", (), 7, 0, 20),
    types=(("Kế hoạch", 4), ("Quyết định", 3)),
    issuers=(("Chính phủ", 7),),
    years=(("2024", 5), ("2023", 2)),
    counted=None,
)


def test_a_choice_leads_to_the_first_page_of_what_it_leaves() -> None:
    facet = facets(FOUND, {"type": "", "issuer": "", "year": ""}, "/tra-cuu?q=thu+vien&offset=40")[0]

    assert [(choice.value, choice.count) for choice in facet.choices] == [("Kế hoạch", 4), ("Quyết định", 3)]
    assert facet.choices[0].href == f"/tra-cuu?{urlencode({'q': 'thu vien', 'type': 'Kế hoạch'})}"


def test_what_all_results_share_is_no_choice_unless_it_was_chosen() -> None:
    nothing, chosen = {"type": "", "issuer": "", "year": ""}, {"type": "", "issuer": "Chính phủ", "year": ""}

    assert [facet.name for facet in facets(FOUND, nothing, "/tra-cuu?q=x")] == ["type", "year"]
    issuer = next(facet for facet in facets(FOUND, chosen, "/tra-cuu?q=x&issuer=y") if facet.chosen)
    assert (issuer.name, issuer.without) == ("issuer", "/tra-cuu?q=x")


def test_counts_over_a_part_say_so() -> None:
    page = search_page(
        replace(FOUND, counted=2_000), {"type": "", "issuer": "", "year": ""}, "vi", "/tra-cuu"
    )
    assert "2.000 kết quả khớp nhất" in page

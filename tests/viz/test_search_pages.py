"""Long lists can be turned page by page, also from their first page and from their last."""

from __future__ import annotations

import pytest

from kg.models import InstrumentPage, InstrumentRef
from viz.search_pages import browse_page

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

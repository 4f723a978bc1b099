"""Pages that find documents: the home page, the results of a search, the list by type, body and year."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes.parameters import LONGEST_TEXT, Asked, Limit, Offset
from kg.export.questions import ExportQuestion
from kg.export.worklists import instruments_selection
from kg.questions.instrument import instruments
from kg.questions.lookup import candidates
from kg.questions.narrowing import COUNTED, narrowed_search
from kg.questions.stats import stats
from viz.address import ADDRESSES
from viz.search_pages import browse_page, home_page, search_page

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Query(max_length=LONGEST_TEXT)]
Year = Annotated[str, Query(pattern=r"^(\d{4})?$")]


@router.get(ADDRESSES.home)
def home(request: Request, dataset: Asked) -> Response:
    """Search box and the state of the dataset."""
    return page_answer(request, home_page(stats(dataset), language(request), address_of(request)))


@router.get(ADDRESSES.search)
def find(
    request: Request,
    dataset: Asked,
    q: Words = "",
    type: Words = "",
    issuer: Words = "",
    year: Year = "",
    offset: Offset = 0,
    limit: Limit = 20,
    form: Format = "",
) -> Response:
    """What matches, narrowed by type, body and year; the page of the one that alone is meant at once."""
    words, asked = q.strip(), {"type": type, "issuer": issuer.strip(), "year": year}
    if not words:
        return RedirectResponse(ADDRESSES.home, 303)
    narrows = any(asked.values())
    meant = candidates(dataset, words)
    if len(meant) == 1 and not narrows and not form:
        return RedirectResponse(ADDRESSES.instrument(meant[0]), 303)
    found = narrowed_search(
        dataset, q, type=type or None, issuer=issuer.strip() or None, year=int(year) if year else None,
        offset=0 if form else offset, limit=COUNTED if form else limit,
    )  # fmt: skip
    hits = [hit.instrument for hit in found.result.hits]
    if form:
        question = " ".join(["search", words, *(f"{name}={value}" for name, value in asked.items() if value)])
        selection = instruments_selection(dataset, f"Kết quả tìm “{words}”", question, hits)
        return exported(request, dataset, selection, form)
    named = [hit.instrument for hit in found.result.hits if hit.sentence is None]
    if len(named) == 1 and not narrows and not offset:
        return RedirectResponse(ADDRESSES.instrument(named[0]), 303)
    return page_answer(request, search_page(found, asked, language(request), address_of(request)))


@router.get(ADDRESSES.browse)
def browse(
    request: Request,
    dataset: Asked,
    type: Words = "",
    issuer: Words = "",
    year: Year = "",
    with_text: bool = False,
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """The instruments known in full, by type, body and year."""
    body, of_year = issuer.strip() or None, int(year) if year else None
    if form:
        listed = ExportQuestion("instruments", type=type or None, issuer=body, year=of_year)
        return exported(request, dataset, listed, form)
    found = instruments(
        dataset, type=type or None, issuer=body, year=of_year, with_text=with_text,
        offset=offset, limit=limit,
    )  # fmt: skip
    asked = {"type": type, "issuer": issuer, "year": year, "with_text": with_text}
    return page_answer(request, browse_page(found, asked, language(request), address_of(request)))

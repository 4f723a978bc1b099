"""Pages that find documents: the home page, the results of a search, the list of documents, narrowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes.parameters import LONGEST_TEXT, Asked, Limit, Offset
from kg.export.questions import ExportQuestion, QuestionName
from kg.questions.facets import instruments
from kg.questions.lookup import candidates
from kg.questions.narrowing import Narrowing, narrowed_search
from kg.questions.standing import STATUSES
from kg.questions.stats import stats
from viz.address import ADDRESSES
from viz.search_pages import browse_page, home_page, search_page

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Query(max_length=LONGEST_TEXT)]


def _chosen(
    type: Words = "",
    issuer: Words = "",
    province: Words = "",
    year: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    status: Annotated[str, Query(pattern=f"^({'|'.join(STATUSES)})?$")] = "",
) -> Mapping[str, str]:
    """What a form has chosen by its names: a field that is left empty is sent as an empty text."""
    chosen = {"type": type, "issuer": issuer, "province": province, "year": year, "status": status}
    return {name: value.strip() for name, value in chosen.items()}


Chosen = Annotated[Mapping[str, str], Depends(_chosen)]


@router.get(ADDRESSES.home)
def home(request: Request, dataset: Asked) -> Response:
    """Search box and the state of the dataset."""
    return page_answer(request, home_page(stats(dataset), language(request), address_of(request)))


@router.get(ADDRESSES.search)
def find(
    request: Request,
    dataset: Asked,
    chosen: Chosen,
    q: Words = "",
    offset: Offset = 0,
    limit: Limit = 20,
    form: Format = "",
) -> Response:
    """What matches, narrowed; the page of the one that alone is meant at once."""
    words, narrowing = q.strip(), _narrowing(chosen)
    if not words:
        return RedirectResponse(ADDRESSES.home, 303)
    meant = candidates(dataset, words, limit=1)
    if meant.total == 1 and not narrowing and not form:
        return RedirectResponse(ADDRESSES.instrument(meant.instruments[0]), 303)
    if form:
        return exported(request, dataset, _question("search", narrowing, words=words), form)
    found = narrowed_search(dataset, q, narrowing, offset=offset, limit=limit)
    named = [hit.instrument for hit in found.result.hits if hit.sentence is None]
    if len(named) == 1 and not narrowing and not offset:
        return RedirectResponse(ADDRESSES.instrument(named[0]), 303)
    return page_answer(request, search_page(found, chosen, language(request), address_of(request)))


@router.get(ADDRESSES.browse)
def browse(
    request: Request,
    dataset: Asked,
    chosen: Chosen,
    with_text: bool = False,
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """The instruments known in full, narrowed."""
    narrowing = _narrowing(chosen)
    if form:
        return exported(request, dataset, _question("instruments", narrowing, with_text=with_text), form)
    found = instruments(dataset, narrowing, with_text=with_text, offset=offset, limit=limit)
    asked = {**chosen, "with_text": with_text}
    return page_answer(request, browse_page(found, asked, language(request), address_of(request)))


def _question(
    name: QuestionName, narrowing: Narrowing, *, words: str = "", with_text: bool = False
) -> ExportQuestion:
    """The list as a question that says the day its status is of."""
    return ExportQuestion(
        name,
        words=words,
        type=narrowing.type,
        issuer=narrowing.issuer,
        province=narrowing.province,
        year=narrowing.year,
        status=narrowing.status,
        on=narrowing.on.isoformat() if narrowing.on and narrowing.status else None,
        with_text=with_text,
    )


def _narrowing(chosen: Mapping[str, str]) -> Narrowing:
    """What the form asks for, as things stand today."""
    return Narrowing(
        type=chosen["type"] or None,
        issuer=chosen["issuer"] or None,
        province=chosen["province"] or None,
        year=int(chosen["year"]) if chosen["year"] else None,
        status=next((status for status in STATUSES if status == chosen["status"]), None),
        on=date.today(),
    )

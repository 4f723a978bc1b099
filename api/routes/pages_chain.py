"""Pages of chains."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes.parameters import Asked, Relations, Towards
from api.starting_points import starting_points
from kg.export.questions import ExportQuestion
from kg.questions.chain import chain, reached
from kg.questions.lookup import find
from viz.address import ADDRESSES
from viz.chain_pages import MOST_LINKS, chain_page, chain_start_page

router = APIRouter(include_in_schema=False)

Wanted = Annotated[str, Query(max_length=2_000)]


@router.get(ADDRESSES.chains)
def choose_chain(
    request: Request, dataset: Asked, instrument: Wanted = "", direction: Towards = "down"
) -> Response:
    """The box to choose a document; where one was chosen, on to its chain."""
    if instrument.strip():
        return RedirectResponse(ADDRESSES.chain(find(dataset, instrument), direction), 303)
    return page_answer(
        request, chain_start_page(starting_points(dataset), language(request), address_of(request))
    )


@router.get(ADDRESSES.chain_prefix + "{id:path}")
def one_chain(
    request: Request,
    dataset: Asked,
    id: str,
    direction: Towards = "down",
    relation: Relations = ["implements"],  # noqa: B006 (FastAPI copies a default)
    depth: Annotated[str, Query(pattern=r"^([1-9]|[1-4]\d|50)?$")] = "",
    form: Format = "",
) -> Response:
    """A chain with the evidence of every link."""
    levels = int(depth) if depth else None
    if form:
        asked = ExportQuestion("chain", (id,), direction=direction, relations=tuple(relation), depth=levels)
        return exported(request, dataset, asked, form)
    found = chain(dataset, id, direction=direction, relations=relation, depth=levels, limit=MOST_LINKS)
    whole = found.truncated and levels is None
    total = len(reached(dataset, id, direction=direction, relations=relation)) if whole else 0
    text = chain_page(found, levels, language(request), address_of(request), total=total)
    return page_answer(request, text)

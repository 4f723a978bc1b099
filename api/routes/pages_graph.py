"""Pages of the graph: the explorer, the SPARQL editor, and the picture in one file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import exported
from api.reader import language
from api.routes.parameters import Asked
from api.starting_points import starting_points
from kg.export.worklists import edges_selection
from kg.questions.among import MOST, among
from kg.questions.chain import chain
from kg.questions.instrument import instrument
from kg.questions.lookup import find
from viz.address import ADDRESSES
from viz.graph_pages import MOST_AROUND, MOST_NODES, around, explorer_page, sparql_page
from viz.island_data import Json
from viz.picture import content_policy, page
from viz.policy import EDITOR_POLICY
from viz.surroundings import region, surroundings

router = APIRouter(include_in_schema=False)

_PICTURE_DEPTH = 6
_MENTIONS = 3
"""So many citations are read for each node that may be shown: documents name another more than once."""
_PICKED = "Phần chọn của đồ thị"


@router.get(ADDRESSES.explorers)
def choose_start(
    request: Request, dataset: Asked, wanted: Annotated[str, Query(alias="instrument", max_length=2_000)] = ""
) -> Response:
    """The box to choose where to start; where a document was chosen, on to it."""
    if wanted.strip():
        return RedirectResponse(ADDRESSES.explorer(find(dataset, wanted)), 303)
    starts = starting_points(dataset)
    return page_answer(request, explorer_page(None, language(request), address_of(request), starts=starts))


@router.get(ADDRESSES.explorer_prefix + "{id:path}")
def explore(
    request: Request,
    dataset: Asked,
    id: str,
    most: Annotated[int, Query(ge=10, le=MOST_NODES)] = MOST_AROUND,
) -> Response:
    """The graph around one document, to walk in."""
    detail = instrument(dataset, id, limit=_MENTIONS * most, statements=False)
    text = explorer_page(detail, language(request), address_of(request), most=most)
    return page_answer(request, text)


@router.get(ADDRESSES.around_prefix + "{id:path}")
def surroundings_of(request: Request, dataset: Asked, id: str) -> Json:
    """What lies around one document, for the explorer."""
    return around(instrument(dataset, id, limit=_MENTIONS * MOST_AROUND, statements=False), language(request))


@router.post(ADDRESSES.region)
def picked_out(
    request: Request,
    dataset: Asked,
    node: Annotated[list[str], Form(max_length=MOST)],
    form: Annotated[str, Form(alias="format", max_length=20)] = "csv",
) -> Response:
    """The instruments that were picked out in the explorer and what they say of each other, as a file.

    The format `html` is the picture in one file, the others are those of every export.
    """
    found = among(dataset, node)
    if form != "html":
        selection = edges_selection(dataset, _PICKED, f"among {len(node)}", found.edges, found.instruments)
        return exported(request, dataset, selection, form)
    chosen = language(request)
    headers = {"Content-Disposition": 'attachment; filename="danchieu.html"'}
    return HTMLResponse(page(region(found, chosen), chosen), headers=headers)


@router.get(ADDRESSES.sparql)
def sparql_editor(
    request: Request,
    query: Annotated[str, Query(max_length=20_000)] = "",
    view: Literal["", "table", "chart", "map", "graph", "response"] = "",
) -> Response:
    """The SPARQL editor; a query in the address stands in it and is asked at once."""
    text = sparql_page(query, view, language(request), address_of(request))
    return page_answer(request, text, EDITOR_POLICY)


@router.get(ADDRESSES.picture_prefix + "{id:path}")
def one_picture(request: Request, dataset: Asked, id: str) -> Response:
    """The graph around an instrument; this page alone runs scripts, its own two and no others."""
    detail = instrument(dataset, id, statements=False)
    chains = [
        chain(dataset, detail.instrument.iri, direction=way, depth=_PICTURE_DEPTH) for way in ("up", "down")
    ]
    chosen = language(request)
    answer = page_answer(request, page(surroundings(detail, chains, chosen), chosen, links=True))
    answer.headers["Content-Security-Policy"] = f"{content_policy()}; frame-ancestors 'self'"
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer

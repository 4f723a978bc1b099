"""Pages of time and of pairs: the timeline of a document, two documents compared, the path between two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes.parameters import Asked
from api.starting_points import starting_points
from kg.export.questions import ExportQuestion
from kg.export.worklists import edges_selection
from kg.questions.compare import compare
from kg.questions.lookup import find
from kg.questions.paths import shortest_path
from kg.questions.timeline import timeline
from viz.address import ADDRESSES
from viz.comparison_pages import comparison_page, path_page
from viz.render import with_parameters
from viz.timeline_pages import timeline_page

router = APIRouter(include_in_schema=False)

Wanted = Annotated[str, Query(max_length=2_000)]


@router.get(ADDRESSES.timelines)
def choose_timeline(
    request: Request, dataset: Asked, instrument: Wanted = "", chain: bool = False
) -> Response:
    """The box to choose a document; where one was chosen, on to its timeline."""
    if instrument.strip():
        address = ADDRESSES.timeline(find(dataset, instrument))
        return RedirectResponse(with_parameters(address, chain="true") if chain else address, 303)
    text = timeline_page(
        None, {"chain": chain}, language(request), address_of(request), starts=starting_points(dataset)
    )
    return page_answer(request, text)


@router.get(ADDRESSES.timeline_prefix + "{id:path}")
def one_timeline(
    request: Request, dataset: Asked, id: str, chain: bool = False, form: Format = ""
) -> Response:
    """Who answered a document, when."""
    if form:
        return exported(request, dataset, ExportQuestion("timeline", (id,)), form)
    found = timeline(dataset, id, chain=chain)
    return page_answer(
        request, timeline_page(found, {"chain": chain}, language(request), address_of(request))
    )


@router.get(ADDRESSES.comparison)
def comparison(
    request: Request, dataset: Asked, first: Wanted = "", second: Wanted = "", form: Format = ""
) -> Response:
    """What two documents cite, side by side."""
    both = first.strip() and second.strip()
    found = compare(dataset, first.strip(), second.strip()) if both else None
    if form and found:
        shared = [edge for item in found.both for edge in (*item.first, *item.second)]
        edges = [*shared, *found.only_first, *found.only_second]
        selection = edges_selection(dataset, "So sánh dẫn chiếu", f"compare {first} {second}", edges)
        return exported(request, dataset, selection, form)
    asked = {"first": first, "second": second}
    return page_answer(request, comparison_page(found, asked, language(request), address_of(request)))


@router.get(ADDRESSES.path)
def path_between(
    request: Request,
    dataset: Asked,
    source: Annotated[str, Query(alias="from", max_length=2_000)] = "",
    target: Annotated[str, Query(alias="to", max_length=2_000)] = "",
    either_way: bool = False,
    form: Format = "",
) -> Response:
    """The shortest path from one document to another."""
    both = source.strip() and target.strip()
    found = shortest_path(dataset, source.strip(), target.strip(), either_way=either_way) if both else None
    if form and found:
        title = "Đường nối hai văn bản"
        selection = edges_selection(dataset, title, f"path {source} {target}", found.edges)
        return exported(request, dataset, selection, form)
    asked = {"source": source, "target": target, "either_way": either_way}
    return page_answer(request, path_page(found, asked, language(request), address_of(request)))

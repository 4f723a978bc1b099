"""Instruments: the list, a search, one with all that is known of it, its citations."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.direct import DirectRoute
from api.paging import link_pages
from api.routes.parameters import LONGEST_TEXT, Asked, InstrumentId, Limit, Narrowed, Offset
from extractors.models import Relation
from kg.models import CitationPage, EvidenceSide, InstrumentDetail, InstrumentPage, SearchResult
from kg.questions import instrument as question
from kg.questions.facets import facets, instruments
from kg.questions.narrowing import Facets, narrowed_search
from kg.questions.search import search
from viz.address import quoted

router = APIRouter(prefix="/api/v1", tags=["instruments"], route_class=DirectRoute)

Words = Annotated[str, Query(min_length=1, max_length=LONGEST_TEXT, description="Number, title or body.")]
WithText = Annotated[bool, Query(description="Only those whose own text is in the dataset.")]


@router.get(
    "/instruments",
    summary="List the instruments",
    openapi_extra={"x-curl": "curl 'http://127.0.0.1:8000/api/v1/instruments?year=2024&limit=20'"},
)
def list_instruments(
    request: Request,
    response: Response,
    dataset: Asked,
    narrowing: Narrowed,
    with_text: WithText = False,
    offset: Offset = 0,
    limit: Limit = 100,
) -> InstrumentPage:
    """Instruments in the order of their IRIs, filtered."""
    found = instruments(dataset, narrowing, with_text=with_text, offset=offset, limit=limit)
    link_pages(request, response, found.total, offset, limit)
    return found


@router.get(
    "/facets",
    summary="What a list of instruments can be narrowed by",
    openapi_extra={
        "x-curl": "curl --get http://127.0.0.1:8000/api/v1/facets --data-urlencode 'province=Lạng Sơn'"
    },
)
def list_facets(
    dataset: Asked, narrowing: Narrowed, with_text: WithText = False, limit: Limit = 100
) -> Facets:
    """How many instruments of the list there are of each type, body, province, year and, on a day, status.

    The same parameters as for the list; statuses are counted where `on` is given and at most 5,000 are left.
    """
    return facets(dataset, narrowing, with_text=with_text, limit=limit)


@router.get(
    "/search",
    summary="Find instruments by words",
    openapi_extra={"x-curl": "curl --get http://127.0.0.1:8000/api/v1/search --data-urlencode q=9120/QĐ-TTg"},
)
def find_instruments(
    request: Request,
    response: Response,
    dataset: Asked,
    q: Words,
    narrowing: Narrowed,
    offset: Offset = 0,
    limit: Limit = 20,
) -> SearchResult:
    """Instruments whose number, title or body matches all words, best first; diacritics are optional.

    Where something narrows them, the 2,000 best matches are looked at.
    """
    if narrowing:
        found = narrowed_search(dataset, q, narrowing, offset=offset, limit=limit).result
    else:
        found = search(dataset, q, offset=offset, limit=limit)
    link_pages(request, response, found.total, offset, limit)
    return found


@router.get(
    "/citations/{id:path}",
    summary="What an instrument cites, or what cites it",
    openapi_extra={
        "x-curl": "curl 'http://127.0.0.1:8000/api/v1/citations/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg?side=in'"
    },
)
def list_citations(
    request: Request,
    response: Response,
    dataset: Asked,
    id: InstrumentId,
    side: Annotated[EvidenceSide, Query(description="`out`: what it cites; `in`: what cites it.")] = "out",
    relation: Annotated[Relation | None, Query(description="Only this relation.")] = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> CitationPage:
    """Each mention with its evidence sentence."""
    found = question.citations(dataset, id, side=side, relation=relation, offset=offset, limit=limit)
    link_pages(request, response, found.total, offset, limit)
    return found


@router.get(
    "/instruments/{id:path}",
    summary="One instrument",
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/instruments/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
    },
)
def one_instrument(
    response: Response, dataset: Asked, id: InstrumentId, limit: Limit = 100
) -> InstrumentDetail:
    """All that is known of one instrument, with its first citations in both directions.

    Each value that documents state of it comes with `limit` of those documents and their `total`; where it is
    more, `Link` leads to all of them.
    """
    found = question.instrument(dataset, id, limit=limit)
    if any(stated.total > len(stated.documents) for stated in found.statements):
        address = f"/api/v1/statements/{quoted(found.instrument.id)}"
        response.headers["Link"] = f'<{address}>; rel="related"; title="statements"'
    return found

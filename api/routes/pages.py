"""The pages for people: each asks `kg` and hands the answer to `viz`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.reader import language, remember_language
from api.routes.parameters import LONGEST_TEXT, Asked, Depth, Limit, Offset, Relations, Towards
from kg.models import EvidenceSide
from kg.questions.chain import chain
from kg.questions.documents import document, documents
from kg.questions.implementations import implementations
from kg.questions.instrument import citations, instrument
from kg.questions.lookup import candidates
from kg.questions.search import search
from kg.questions.stats import stats
from viz import site
from viz.address import ADDRESSES
from viz.picture import content_policy, page
from viz.surroundings import surroundings

router = APIRouter(include_in_schema=False)

_PICTURE_DEPTH = 6


def _page(request: Request, text: str) -> HTMLResponse:
    answer = HTMLResponse(text)
    answer.headers["Vary"] = "Cookie"
    remember_language(request, answer)
    return answer


def _address(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


@router.get(ADDRESSES.home)
def home(request: Request, dataset: Asked) -> Response:
    """Search box and the state of the dataset."""
    return _page(request, site.home_page(stats(dataset), language(request), _address(request)))


@router.get(ADDRESSES.search)
def find(
    request: Request,
    dataset: Asked,
    q: Annotated[str, Query(max_length=LONGEST_TEXT)] = "",
    offset: Offset = 0,
    limit: Limit = 20,
) -> Response:
    """What matches; where one instrument alone is meant, its page at once."""
    if not q.strip():
        return RedirectResponse(ADDRESSES.home, 303)
    meant = candidates(dataset, q.strip())
    if len(meant) == 1:
        return RedirectResponse(ADDRESSES.instrument(meant[0]), 303)
    result = search(dataset, q, offset=offset, limit=limit)
    if result.total == 1 and result.hits:
        return RedirectResponse(ADDRESSES.instrument(result.hits[0].instrument), 303)
    return _page(request, site.search_page(result, language(request), _address(request)))


@router.get(ADDRESSES.instrument_prefix + "{id:path}")
def one_instrument(request: Request, dataset: Asked, id: str) -> Response:
    """One instrument: implementers first, then both sides of its citations."""
    detail = instrument(dataset, id)
    implementers = implementations(dataset, detail.instrument.iri)
    return _page(request, site.instrument_page(detail, implementers, language(request), _address(request)))


@router.get(ADDRESSES.citations_prefix + "{id:path}")
def all_citations(
    request: Request,
    dataset: Asked,
    id: str,
    side: EvidenceSide = "out",
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """All citations on one side, a page at a time."""
    detail = instrument(dataset, id, limit=1)
    found = citations(dataset, detail.instrument.iri, side=side, offset=offset, limit=limit)
    return _page(
        request, site.citations_page(detail.instrument, found, side, language(request), _address(request))
    )


@router.get(ADDRESSES.chain_prefix + "{id:path}")
def one_chain(
    request: Request,
    dataset: Asked,
    id: str,
    direction: Towards = "down",
    relation: Relations = ["implements"],  # noqa: B006 (FastAPI copies a default)
    depth: Depth = None,
) -> Response:
    """A chain with the evidence of every link."""
    found = chain(dataset, id, direction=direction, relations=relation, depth=depth)
    return _page(request, site.chain_page(found, language(request), _address(request)))


@router.get(ADDRESSES.picture_prefix + "{id:path}")
def one_picture(request: Request, dataset: Asked, id: str) -> Response:
    """The graph around an instrument; this page alone runs scripts, its own two and no others."""
    detail = instrument(dataset, id)
    chains = [
        chain(dataset, detail.instrument.iri, direction=way, depth=_PICTURE_DEPTH) for way in ("up", "down")
    ]
    chosen = language(request)
    answer = _page(request, page(surroundings(detail, chains, chosen), chosen, links=True))
    answer.headers["Content-Security-Policy"] = f"{content_policy()}; frame-ancestors 'self'"
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer


@router.get(ADDRESSES.documents)
def all_documents(request: Request, dataset: Asked, offset: Offset = 0, limit: Limit = 100) -> Response:
    """The source documents."""
    found = documents(dataset, offset=offset, limit=limit + 1)
    return _page(request, site.documents_page(found, offset, limit, language(request), _address(request)))


@router.get(ADDRESSES.document_prefix + "{hash:path}")
def one_document(request: Request, dataset: Asked, hash: str) -> Response:
    """A source document with its citations marked."""
    return _page(request, site.document_page(document(dataset, hash), language(request), _address(request)))


@router.get(ADDRESSES.api)
def api_description(request: Request) -> Response:
    """The API for people, without a script."""
    return _page(request, site.api_page(request.app.openapi(), language(request), _address(request)))

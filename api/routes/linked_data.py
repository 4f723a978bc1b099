"""Every IRI leads somewhere: 303 to the page for people, to the API for programs."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from api.reader import wants_page
from viz.address import ADDRESSES, quoted

router = APIRouter(include_in_schema=False)


@router.get("/id/doc/{hash}")
def document_iri(request: Request, hash: str) -> RedirectResponse:
    """A source document."""
    page = ADDRESSES.document_prefix if wants_page(request) else "/api/v1/documents/"
    return _see(page + quoted(hash))


@router.get("/id/doc/{hash}/{part}/{place}")
def mention_iri(request: Request, hash: str, part: Literal["c", "e"], place: str) -> RedirectResponse:
    """A citation (`c`) or the sentence that bears it out (`e`); `place` is `start-end` in the text."""
    if not wants_page(request):
        return _see("/api/v1/documents/" + quoted(hash))
    anchor = "c" if part == "c" else "o"
    return _see(f"{ADDRESSES.document(hash)}#{anchor}{quoted(place.partition('-')[0])}")


@router.get("/id/{id:path}")
def instrument_iri(request: Request, id: str) -> RedirectResponse:
    """An instrument."""
    page = ADDRESSES.instrument_prefix if wants_page(request) else "/api/v1/instruments/"
    return _see(page + quoted(id))


def _see(address: str) -> RedirectResponse:
    return RedirectResponse(address, 303, {"Vary": "Accept"})

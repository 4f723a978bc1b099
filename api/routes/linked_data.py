"""Every IRI leads somewhere: 303 from the thing to a page, to the API, or to RDF about it."""

from __future__ import annotations

import re
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.negotiation import best
from api.routes.parameters import Asked
from kg.dataset import Dataset
from kg.export.description import describe
from kg.export.rdf import RDF_FORMS, RdfForm, form_by_extension, form_by_media_type, write_quads
from viz.address import ADDRESSES, quoted

router = APIRouter(include_in_schema=False)

_JSON, _HTML = "application/json", "text/html"
_DATA: Final = "/data/"
_MENTION = re.compile(r"doc/(?P<hash>[^/]+)/(?P<part>[ce])/(?P<start>\d+)-[\d-]+")
_DOCUMENT = re.compile(r"doc/(?P<hash>[^/]+)")


@router.get("/id/{id:path}")
def instrument_iri(request: Request, id: str) -> Response:
    """An instrument, a source document, a citation or the sentence that bears it out."""
    page, api = _places(id)
    return _see(request, f"id/{id}", {_JSON: api, _HTML: page})


@router.get("/body/{slug}")
def body_iri(request: Request, slug: str) -> Response:
    """A body that issues instruments."""
    return _see(request, f"body/{slug}", {})


@router.get("/run/{stamp}")
def run_iri(request: Request, stamp: str) -> Response:
    """One run of the program."""
    return _see(request, f"run/{stamp}", {})


@router.get(_DATA + "{path:path}")
def data(request: Request, dataset: Asked, path: str) -> Response:
    """RDF about the thing whose IRI has this path; the format by its ending, else by `Accept`."""
    thing, dot, extension = path.rpartition(".")
    form = form_by_extension(extension) if dot else None
    if form is None:
        thing, form = path, _accepted(request)
    return _described(dataset, f"{dataset.base}{thing}", form)


def _places(id: str) -> tuple[str, str]:
    """The page and the address in the API of the thing with this id."""
    if mention := _MENTION.fullmatch(id):
        anchor = "c" if mention["part"] == "c" else "o"
        page = f"{ADDRESSES.document(mention['hash'])}#{anchor}{mention['start']}"
        return page, "/api/v1/documents/" + quoted(mention["hash"])
    if document := _DOCUMENT.fullmatch(id):
        return ADDRESSES.document(document["hash"]), "/api/v1/documents/" + quoted(document["hash"])
    return ADDRESSES.instrument_prefix + quoted(id), "/api/v1/instruments/" + quoted(id)


def _see(request: Request, path: str, others: dict[str, str]) -> Response:
    """303 to what `Accept` likes best: one of `others` (media type → address), or RDF."""
    offered = (*others, *(form.media_type for form in RDF_FORMS))
    kind = best(request.headers.get("accept"), offered)
    if kind is None:
        raise HTTPException(406)
    if kind in others:
        address = others[kind]
    else:
        form = form_by_media_type(kind)
        address = f"{_DATA}{quoted(path)}.{form.extension if form else ''}"
    return RedirectResponse(address, 303, {"Vary": "Accept"})


def _accepted(request: Request) -> RdfForm:
    kind = best(request.headers.get("accept"), tuple(form.media_type for form in RDF_FORMS))
    form = form_by_media_type(kind or "")
    if form is None:
        raise HTTPException(406)
    return form


def _described(dataset: Dataset, iri: str, form: RdfForm) -> Response:
    about = describe(dataset, iri, provenance=form.graphs)
    headers = {"Vary": "Accept", "Link": f'<{iri}>; rel="describes"'}
    if about.truncated:
        headers["X-Result-Truncated"] = "true"
    return Response(write_quads(about.quads, form), media_type=form.media_type, headers=headers)

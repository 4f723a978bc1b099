"""SPARQL 1.1 Graph Store Protocol, the reading half, and the named graphs at their own addresses."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse
from starlette.exceptions import HTTPException

from api.negotiation import best
from api.routes.parameters import Asked
from kg.dataset import Dataset
from kg.errors import BadRequest, NotFound
from kg.export.dump import dump
from kg.export.rdf import N_TRIPLES, TRIPLE_FORMS, TURTLE, RdfForm, form_by_media_type, write_quads

router = APIRouter(tags=["sparql"])


@router.get(
    "/api/v1/graphs",
    summary="Read a named graph",
    response_class=Response,
    responses={200: {"content": {form.media_type: {"schema": {}} for form in TRIPLE_FORMS}}},
    openapi_extra={"x-curl": "curl 'http://127.0.0.1:8000/api/v1/graphs?default' > everything.ttl"},
)
def read_graph(
    request: Request,
    dataset: Asked,
    graph: Annotated[
        str | None,
        Query(
            max_length=2_000,
            description="IRI of the graph; `default` in its place is the union of all.",
            examples=["http://localhost:8000/graph/authority"],
        ),
    ] = None,
    default: Annotated[str | None, Query(max_length=10, description="The union of all graphs.")] = None,
) -> Response:
    """The statements of one graph (`?graph=IRI`) or of all of them (`?default`)."""
    if (graph is None) == (default is None):
        raise BadRequest(what="graph", reason="either ?graph=IRI or ?default")
    form = _form(request)
    if graph is not None:
        return _graph(dataset, graph, form)
    if form not in (TURTLE, N_TRIPLES):
        raise HTTPException(406)
    return StreamingResponse(dump(dataset, form), media_type=form.media_type, headers={"Vary": "Accept"})


@router.get("/graph/{name:path}", include_in_schema=False)
def graph_iri(request: Request, dataset: Asked, name: str) -> Response:
    """A named graph at its own IRI."""
    return _graph(dataset, f"{dataset.base}graph/{name}", _form(request))


def _form(request: Request) -> RdfForm:
    kind = best(request.headers.get("accept"), tuple(form.media_type for form in TRIPLE_FORMS))
    form = form_by_media_type(kind or "")
    if form is None:
        raise HTTPException(406)
    return form


def _graph(dataset: Dataset, graph: str, form: RdfForm) -> Response:
    try:
        known = dataset.store.has_graph(graph)
    except ValueError as error:
        raise BadRequest(what=graph, reason=str(error)) from error
    if not known:
        raise NotFound(what=graph)
    data = write_quads(dataset.store.graph_quads(graph), form, flat=True)
    return Response(data, media_type=form.media_type, headers={"Vary": "Accept"})

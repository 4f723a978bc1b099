"""SPARQL 1.1 Protocol: query by GET, by POST of a form or of itself; updates where they are taken."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.access import check_writer
from api.answers import GRAPH_FORMS, SELECT_FORMS, as_rdf
from api.lanes import Lanes
from api.negotiation import best
from api.routes.parameters import Asked
from api.settings import Settings
from kg.dataset import Dataset
from kg.errors import BadRequest, UpdatesClosed
from kg.export.rdf import TRIPLE_FORMS, form_by_media_type, write_triples
from kg.export.void import service_description
from kg.notes import write_notes
from kg.sparql import run

router = APIRouter(tags=["sparql"])

_CURL = (
    "curl --get http://127.0.0.1:8000/api/v1/sparql --header 'Accept: text/csv' "
    "--data-urlencode 'query=SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'"
)
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATE = "application/sparql-update"
_EXAMPLE = "SELECT ?number WHERE { ?instrument eli:id_local ?number } LIMIT 5"
_UPDATE_EXAMPLE = (
    "INSERT DATA { GRAPH <http://localhost:8000/graph/notes/viec> "
    '{ <http://localhost:8000/body/chinh-phu> rdfs:comment "Xem lại"@vi } }'
)
_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {
        "description": "The answer; without a query, the description of this service.",
        "content": {
            kind: {"schema": {} if "json" in kind else {"type": "string"}}
            for kind in (*SELECT_FORMS, *GRAPH_FORMS)
        },
    }
}

GraphNames = Annotated[
    list[str],
    Query(description="Graphs of this dataset to read instead of all; nothing is fetched from elsewhere."),
]


@router.get(
    "/api/v1/sparql",
    summary="Ask in SPARQL",
    response_class=Response,
    responses=_RESPONSES,
    openapi_extra={"x-curl": _CURL},
)
@router.get("/sparql", include_in_schema=False)
async def ask(
    request: Request,
    dataset: Asked,
    query: Annotated[
        list[str],
        Query(
            max_length=1,
            description="One read-only SPARQL 1.1 query.",
            openapi_examples={"a": {"value": [_EXAMPLE]}},
        ),
    ] = [],  # noqa: B006 (FastAPI copies a default)
    default_graph_uri: Annotated[GraphNames, Query(alias="default-graph-uri")] = [],  # noqa: B006
    named_graph_uri: Annotated[GraphNames, Query(alias="named-graph-uri")] = [],  # noqa: B006
) -> Response:
    """The answer to a query in the form that `Accept` asks for. SERVICE, LOAD, FROM and updates are refused.

    Without a query, the description of the service.
    """
    if "update" in request.query_params:
        raise BadRequest(what="update", reason="an update is sent by POST")
    if not query:
        return _description(request, dataset)
    lanes: Lanes = request.app.state.lanes
    return await lanes.queries.run(_answer, request, dataset, query[0], default_graph_uri, named_graph_uri)


@router.post(
    "/api/v1/sparql",
    summary="Ask in SPARQL by POST",
    response_class=Response,
    responses=_RESPONSES | {204: {"description": "The update was carried out."}},
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/sparql --data 'ASK { ?s ?p ?o }' "
        "--header 'Content-Type: application/sparql-query'",
        "requestBody": {
            "required": True,
            "content": {
                _DIRECT: {"schema": {"type": "string", "minLength": 1}, "example": _EXAMPLE},
                _UPDATE: {"schema": {"type": "string", "minLength": 1}, "example": _UPDATE_EXAMPLE},
                _FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {"query": {"type": "string", "minLength": 1}},
                        "required": ["query"],
                    },
                    "example": {"query": _EXAMPLE},
                },
            },
        },
    },
)
@router.post("/sparql", include_in_schema=False)
async def ask_by_post(request: Request, dataset: Asked) -> Response:
    """As GET; the body is the query itself or a form that holds it.

    Updates get 403 unless the server takes them (`DANCHIEU_UPDATES`, graphs at a SPARQL server) and 401
    without the token; they write graphs for notes (`{base}graph/notes/NAME`) and answer 204.
    """
    kind, body = await _posted(request)
    # The graphs to read stand where the query does not: in the address where the body is the query.
    fields = parse_qs(body if kind == _FORM else request.url.query, keep_blank_values=True)
    if kind != _FORM:
        fields["update" if kind == _UPDATE else "query"] = [body]
    queries, updates = fields.get("query", []), fields.get("update", [])
    if len(queries) + len(updates) != 1:
        raise BadRequest(what="query", reason="exactly one query, or one update")
    lanes: Lanes = request.app.state.lanes
    if updates:
        settings: Settings = request.app.state.settings
        if not settings.updates:
            raise UpdatesClosed(reason="the server was not started with DANCHIEU_UPDATES")
        await check_writer(request)
        graphs = fields.get("using-graph-uri", []), fields.get("using-named-graph-uri", [])
        return await lanes.queries.run(_update, settings, dataset, updates[0], *graphs)
    graphs = fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])
    return await lanes.queries.run(_answer, request, dataset, queries[0], *graphs)


async def _posted(request: Request) -> tuple[str, str]:
    """The media type of the body, and the body as text."""
    settings: Settings = request.app.state.settings
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    kind, charset = kind.strip(), parameters.partition("charset=")[2].strip(' "')
    if kind not in (_FORM, _DIRECT, _UPDATE) or charset not in ("", "utf-8", "utf8"):
        raise HTTPException(415)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > 4 * settings.query_length:
            raise HTTPException(413)
    try:
        return kind, body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(what="query", reason="UTF-8") from error


def _answer(
    request: Request, dataset: Dataset, query: str, default_graphs: list[str], named_graphs: list[str]
) -> Response:
    settings: Settings = request.app.state.settings
    if len(query) > settings.query_length:
        raise HTTPException(413)
    accept = request.headers.get("accept")
    if best(accept, (*SELECT_FORMS, *GRAPH_FORMS)) is None:
        raise HTTPException(406)
    answer = run(
        dataset,
        query,
        timeout=settings.query_seconds,
        max_rows=settings.query_rows,
        max_characters=settings.query_characters,
        default_graphs=default_graphs,
        named_graphs=named_graphs,
    )
    kind = best(accept, tuple(GRAPH_FORMS if answer.form == "graph" else SELECT_FORMS))
    if kind is None:
        raise HTTPException(406)
    data = (
        as_rdf(answer, GRAPH_FORMS[kind])
        if answer.form == "graph"
        else SELECT_FORMS[kind](answer).encode("utf-8", "replace")
    )
    headers = {"Vary": "Accept"}
    if answer.truncated:
        headers["X-Result-Truncated"] = "true"
    return Response(data, media_type=kind, headers=headers)


def _update(
    settings: Settings, dataset: Dataset, update: str, default_graphs: list[str], named_graphs: list[str]
) -> Response:
    if len(update) > settings.query_length:
        raise HTTPException(413)
    write_notes(
        dataset,
        update,
        timeout=settings.query_seconds,
        max_statements=settings.query_rows,
        default_graphs=default_graphs,
        named_graphs=named_graphs,
    )
    return Response(status_code=204)


def _description(request: Request, dataset: Dataset) -> Response:
    kind = best(request.headers.get("accept"), tuple(form.media_type for form in TRIPLE_FORMS))
    form = form_by_media_type(kind or "")
    if form is None:
        raise HTTPException(406)
    endpoint = f"{dataset.base}{request.url.path.removeprefix('/')}"
    settings: Settings = request.app.state.settings
    updates = settings.updates and settings.token is not None and dataset.at_endpoint
    data = write_triples(service_description(dataset, endpoint, updates=updates), form)
    return Response(data, media_type=form.media_type, headers={"Vary": "Accept"})

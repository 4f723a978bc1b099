"""SPARQL 1.1 Protocol: query by GET, by POST of a form, by POST of the query itself; updates are refused."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.answers import GRAPH_FORMS, SELECT_FORMS, as_rdf
from api.lanes import Lanes
from api.negotiation import best
from api.routes.parameters import Asked
from api.settings import Settings
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export.rdf import TRIPLE_FORMS, form_by_media_type, write_triples
from kg.export.void import service_description
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
        raise BadRequest(what="update", reason="an update is sent by POST, and not taken here")
    if not query:
        return _description(request, dataset)
    lanes: Lanes = request.app.state.lanes
    return await lanes.queries.run(_answer, request, dataset, query[0], default_graph_uri, named_graph_uri)


@router.post(
    "/api/v1/sparql",
    summary="Ask in SPARQL by POST",
    response_class=Response,
    responses=_RESPONSES,
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/sparql --data 'ASK { ?s ?p ?o }' "
        "--header 'Content-Type: application/sparql-query'",
        "requestBody": {
            "required": True,
            "content": {
                _DIRECT: {"schema": {"type": "string", "minLength": 1}, "example": _EXAMPLE},
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
    """As GET; the body is the query itself or a form that holds it. Updates get 403: all is read-only."""
    kind, body = await _posted(request)
    if kind == _UPDATE:
        raise HTTPException(403)
    # The graphs to read stand where the query does not: in the address where the body is the query.
    fields = parse_qs(body if kind == _FORM else request.url.query, keep_blank_values=True)
    if kind == _FORM:
        if "update" in fields and "query" not in fields:
            raise HTTPException(403)
        queries = fields.get("query", [])
        if len(queries) != 1 or "update" in fields:
            raise BadRequest(what="query", reason="exactly one query, and no update beside it")
        query = queries[0]
    else:
        query = body
    graphs = fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])
    lanes: Lanes = request.app.state.lanes
    return await lanes.queries.run(_answer, request, dataset, query, *graphs)


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


def _description(request: Request, dataset: Dataset) -> Response:
    kind = best(request.headers.get("accept"), tuple(form.media_type for form in TRIPLE_FORMS))
    form = form_by_media_type(kind or "")
    if form is None:
        raise HTTPException(406)
    endpoint = f"{dataset.base}{request.url.path.removeprefix('/')}"
    data = write_triples(service_description(dataset, endpoint), form)
    return Response(data, media_type=form.media_type, headers={"Vary": "Accept"})

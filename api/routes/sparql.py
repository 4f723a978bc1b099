"""SPARQL 1.1 Protocol, query operation: GET, POST with a form, POST with the query itself."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.answers import GRAPH_FORMS, SELECT_FORMS
from api.negotiation import best
from api.routes.parameters import Asked
from api.settings import Settings
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.sparql import run

router = APIRouter(tags=["sparql"])

_CURL = (
    "curl --get http://127.0.0.1:8000/api/v1/sparql --header 'Accept: text/csv' "
    "--data-urlencode 'query=SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'"
)
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {"content": {kind: {"schema": {"type": "string"}} for kind in (*SELECT_FORMS, *GRAPH_FORMS)}}
}


@router.get(
    "/api/v1/sparql",
    summary="Ask in SPARQL",
    response_class=Response,
    responses=_RESPONSES,
    openapi_extra={"x-curl": _CURL},
)
@router.get("/sparql", include_in_schema=False)
def ask(
    request: Request,
    dataset: Asked,
    query: Annotated[str, Query(min_length=1, description="A read-only SPARQL 1.1 query.")],
) -> Response:
    """The answer to a query in the form that `Accept` asks for. SERVICE, LOAD and updates are refused."""
    return _answer(request, dataset, query)


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
                _DIRECT: {"schema": {"type": "string"}},
                _FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {"query": {"type": "string"}},
                        "required": ["query"],
                    }
                },
            },
        },
    },
)
@router.post("/sparql", include_in_schema=False)
async def ask_by_post(request: Request, dataset: Asked) -> Response:
    """As GET; the body is the query itself or a form that holds it."""
    query = await _posted_query(request)
    return await run_in_threadpool(_answer, request, dataset, query)


async def _posted_query(request: Request) -> str:
    settings: Settings = request.app.state.settings
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_FORM, _DIRECT):
        raise HTTPException(415)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > 4 * settings.query_length:
            raise HTTPException(413)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(what="query", reason="UTF-8") from error
    if kind == _DIRECT:
        return text
    from urllib.parse import parse_qs

    queries = parse_qs(text, keep_blank_values=True).get("query", [])
    if len(queries) != 1:
        raise BadRequest(what="query", reason=str(len(queries)))
    return queries[0]


def _answer(request: Request, dataset: Dataset, query: str) -> Response:
    settings: Settings = request.app.state.settings
    if len(query) > settings.query_length:
        raise HTTPException(413)
    accept = request.headers.get("accept")
    if best(accept, (*SELECT_FORMS, *GRAPH_FORMS)) is None:
        raise HTTPException(406)
    answer = run(dataset, query, timeout=settings.query_seconds, max_rows=settings.query_rows)
    forms = GRAPH_FORMS if answer.form == "graph" else SELECT_FORMS
    kind = best(accept, tuple(forms))
    if kind is None:
        raise HTTPException(406)
    headers = {"Vary": "Accept"}
    if answer.truncated:
        headers["X-Result-Truncated"] = "true"
    return Response(forms[kind](answer).encode("utf-8"), media_type=kind, headers=headers)

"""Errors over HTTP: problem+json (RFC 9457) for programs, a page for people, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from api.guard import HEADERS
from api.lanes import Busy
from api.reader import language, wants_page
from api.reading import ReadingFailed, ReadingTimeout
from kg.errors import (
    Ambiguous,
    BadRequest,
    KgError,
    NotFound,
    QueryBusy,
    QueryFailed,
    QueryRejected,
    QueryTimeout,
    StoreBusy,
    StoreError,
    UpdatesClosed,
)
from kg.models import InstrumentRef, SourceRef
from viz.language import messages
from viz.policy import PAGE_POLICY
from viz.site import error_page

STATUS: tuple[tuple[type[KgError], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (Ambiguous, HTTPStatus.CONFLICT),
    (BadRequest, HTTPStatus.BAD_REQUEST),
    (UpdatesClosed, HTTPStatus.FORBIDDEN),
    (QueryRejected, HTTPStatus.BAD_REQUEST),
    (QueryFailed, HTTPStatus.BAD_REQUEST),
    (ReadingFailed, HTTPStatus.BAD_REQUEST),
    (Busy, HTTPStatus.SERVICE_UNAVAILABLE),
    (QueryBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (QueryTimeout, HTTPStatus.SERVICE_UNAVAILABLE),
    (ReadingTimeout, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
"""Which status an error of `kg` has; the first class that fits decides."""

MEDIA_TYPE = "application/problem+json"
_RETRY_SECONDS = "5"

_SCHEMA = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong and what to do."},
        "code": {"type": "string", "description": "Stable, for programs."},
        "candidates": {"type": "array", "items": {"type": "object"}},
        "total": {"type": "integer", "description": "How many fit; the candidates are the first of them."},
        "faults": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["type", "title", "status", "detail", "code"],
}
_EXAMPLE = {
    "type": "about:blank",
    "title": "Not Found",
    "status": 404,
    "detail": "Nothing in the dataset answers to “1/X”. Check the number, or search by keyword.",
    "code": "not_found",
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": _SCHEMA, "example": _EXAMPLE}},
    }
    for status in (400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 429, 503)
}
"""How the description of the API shows problems, at every operation."""


def install(app: FastAPI) -> None:
    """Answer every error of this application as a problem."""
    app.add_exception_handler(KgError, _kg_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _defect)


def _kg_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)
    status = next(
        (code for kind, code in STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR
    )
    candidates = error.candidates if isinstance(error, Ambiguous) else ()
    more: dict[str, Any] = {}
    if isinstance(error, Ambiguous):
        more = {"candidates": [asdict(candidate) for candidate in candidates], "total": error.total}
    return _answer(request, status, error.message(language(request)), error.code, more, candidates)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    say = messages(language(request))
    key = f"problems.{status.value}"
    detail = say(key) if say.has(key) else str(error.detail)
    answer = _answer(request, status, detail, status.name.lower())
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        {"parameter": ".".join(str(part) for part in fault["loc"][1:]), "reason": fault["msg"]}
        for fault in error.errors()
    ]
    detail = messages(language(request))(
        "problems.422", names=", ".join(fault["parameter"] for fault in faults)
    )
    return _answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail, "invalid", {"faults": faults})


def _defect(request: Request, error: Exception) -> Response:
    detail = messages(language(request))("problems.500")
    answer = _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail, "defect")
    # This answer is made outside of the middleware that guards the others.
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def _answer(
    request: Request,
    status: HTTPStatus,
    detail: str,
    code: str,
    more: dict[str, Any] | None = None,
    candidates: Sequence[InstrumentRef | SourceRef] = (),
) -> Response:
    headers = {"Retry-After": _RETRY_SECONDS} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    if wants_page(request):
        headers |= {"Content-Security-Policy": PAGE_POLICY}
        page = error_page(int(status), detail, language(request), candidates=candidates)
        return HTMLResponse(page, int(status), headers)
    problem = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    return JSONResponse(
        {**problem, "code": code, **(more or {})}, int(status), headers, media_type=MEDIA_TYPE
    )

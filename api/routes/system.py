"""Whether the server is well, ready to answer, and how much it does."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.routes.parameters import Asked
from api.traffic import Metrics

router = APIRouter(tags=["system"])


@router.get(
    "/healthz", summary="Is the server well?", openapi_extra={"x-curl": "curl http://127.0.0.1:8000/healthz"}
)
def health(dataset: Asked) -> dict[str, str | int]:
    """`ok` and the generation of the dataset that answers."""
    return {"status": "ok", "generation": dataset.generation}


@router.get(
    "/readyz",
    summary="Can the server answer questions?",
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/readyz"},
)
def ready(dataset: Asked) -> dict[str, str | int]:
    """`ready` once the store and its indexes have answered; an error of the store is a 5xx."""
    dataset.search_index.find("2024", 0, 1)
    return {"status": "ready", "generation": dataset.generation, "quads": dataset.index.counts["quads"]}


@router.get(
    "/metrics",
    summary="Counts for Prometheus",
    response_class=PlainTextResponse,
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/metrics"},
)
def metrics(request: Request) -> PlainTextResponse:
    """Requests and seconds by route, of the worker that answers."""
    counted: Metrics = request.app.state.metrics
    text = generate_latest(counted.registry).decode("utf-8")
    return PlainTextResponse(text, media_type=CONTENT_TYPE_LATEST)

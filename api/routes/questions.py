"""Questions to the graph: chains and implementations."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.routes.parameters import Asked, Depth, InstrumentId, Relations, Towards
from kg.models import ChainResult, ImplementationResult
from kg.questions.chain import chain
from kg.questions.implementations import implementations

router = APIRouter(prefix="/api/v1", tags=["questions"])


@router.get(
    "/implementations",
    summary="Who implements an instrument",
    openapi_extra={
        "x-curl": "curl --get http://127.0.0.1:8000/api/v1/implementations "
        "--data-urlencode instrument=2457/QĐ-BGDĐT"
    },
)
def who_implements(
    dataset: Asked,
    instrument: Annotated[
        str,
        Query(
            min_length=1,
            max_length=2_000,
            description="A number, an IRI, an id, or number@body@year.",
            examples=["2457/QĐ-BGDĐT"],
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=10_000, description="How many to give at most.")] = 1_000,
) -> ImplementationResult:
    """The direct implementers, each with the sentences that say so."""
    return implementations(dataset, instrument, limit=limit)


@router.get(
    "/chains/{id:path}",
    summary="The chain from an instrument",
    openapi_extra={"x-curl": "curl 'http://127.0.0.1:8000/api/v1/chains/29-NQ/TW?direction=down'"},
)
def follow_chain(
    dataset: Asked,
    id: InstrumentId,
    direction: Towards = "down",
    relation: Relations = ["implements"],  # noqa: B006 (FastAPI copies a default)
    depth: Depth = None,
) -> ChainResult:
    """The links reached from the instrument, nearest first, each with its evidence."""
    return chain(dataset, id, direction=direction, relations=relation, depth=depth)

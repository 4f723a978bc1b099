"""Questions to the graph: chains, implementations, impact, comparison, timeline, paths, rankings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.direct import DirectRoute
from api.paging import link_pages
from api.routes.parameters import (
    LONGEST_TEXT,
    Asked,
    Depth,
    EraOfProvinces,
    InstrumentId,
    Instruments,
    Limit,
    Offset,
    OneInstrument,
    Relations,
    Through,
    Towards,
)
from extractors.models import Relation
from kg.models import ChainResult, ImplementationResult
from kg.questions import ranking as most
from kg.questions.chain import chain
from kg.questions.compare import Comparison, compare
from kg.questions.impact import Impact, impact
from kg.questions.implementations import implementations
from kg.questions.paths import CommonAncestors, Loop, PathResult, common_ancestors, loops, shortest_path
from kg.questions.ranking import By, Ranking
from kg.questions.timeline import Timeline, timeline

router = APIRouter(prefix="/api/v1", tags=["questions"], route_class=DirectRoute)

_HERE = "http://127.0.0.1:8000/api/v1"
AnyRelations = Annotated[
    list[Relation], Query(alias="relation", description="Only these relations; may be repeated.")
]
Most = Annotated[int, Query(ge=1, le=10_000, description="How many to give at most.")]


@router.get(
    "/implementations",
    summary="Who implements an instrument",
    openapi_extra={"x-curl": f"curl --get {_HERE}/implementations --data-urlencode instrument=9120/QĐ-TTg"},
)
def who_implements(
    dataset: Asked, instrument: OneInstrument, through: Through = "direct", limit: Most = 1_000
) -> ImplementationResult:
    """The implementers, nearest first, each with the sentences that say so."""
    return implementations(dataset, instrument, through=through, limit=limit)


@router.get(
    "/chains/{id:path}",
    summary="The chain from an instrument",
    openapi_extra={
        "x-curl": f"curl '{_HERE}/chains/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg?direction=down'"
    },
)
def follow_chain(
    dataset: Asked,
    id: InstrumentId,
    direction: Towards = "down",
    relation: Relations = ["implements"],  # noqa: B006 (FastAPI copies a default)
    depth: Depth = None,
    limit: Most = 10_000,
) -> ChainResult:
    """The links reached from the instrument, nearest first, each with its evidence."""
    return chain(dataset, id, direction=direction, relations=relation, depth=depth, limit=limit)


@router.get(
    "/impact",
    summary="Who is affected when an instrument changes",
    openapi_extra={"x-curl": f"curl --get {_HERE}/impact --data-urlencode instrument=9120/QĐ-TTg"},
)
def who_is_affected(
    dataset: Asked,
    instrument: OneInstrument,
    depth: Depth = None,
    era: EraOfProvinces = "34",
    limit: Most = 1_000,
) -> Impact:
    """What rests on it, directly with evidence and through others, counted by type and province."""
    return impact(dataset, instrument, depth=depth, era=era, limit=limit)


@router.get(
    "/comparison",
    summary="What two instruments cite",
    openapi_extra={
        "x-curl": f"curl --get {_HERE}/comparison --data-urlencode first=38/KH-UBND@lang-son@2024 "
        "--data-urlencode second=38/KH-UBND@dong-nai@2024"
    },
)
def compare_two(
    dataset: Asked,
    first: Annotated[str, Query(min_length=1, max_length=2_000, description="One instrument.")],
    second: Annotated[str, Query(min_length=1, max_length=2_000, description="The other one.")],
    relation: AnyRelations = [],  # noqa: B006
) -> Comparison:
    """What both cite, and what only one of them cites, with the evidence of each."""
    return compare(dataset, first, second, relations=relation)


@router.get(
    "/timeline",
    summary="Who answered an instrument when",
    openapi_extra={"x-curl": f"curl --get {_HERE}/timeline --data-urlencode instrument=9120/QĐ-TTg"},
)
def when_answered(
    dataset: Asked,
    instrument: OneInstrument,
    chain: Annotated[bool, Query(description="All the way down, not direct implementers only.")] = False,
    era: EraOfProvinces = "34",
    limit: Most = 1_000,
) -> Timeline:
    """The implementers by date, and how long each province took from the instrument to its first answer."""
    return timeline(dataset, instrument, chain=chain, era=era, limit=limit)


@router.get(
    "/paths",
    summary="The shortest path between two instruments",
    openapi_extra={
        "x-curl": f"curl --get {_HERE}/paths --data-urlencode source=38/KH-UBND@lang-son@2024 "
        "--data-urlencode target=9120/QĐ-TTg"
    },
)
def find_path(
    dataset: Asked,
    source: Annotated[str, Query(min_length=1, max_length=2_000, description="Where the path begins.")],
    target: Annotated[str, Query(min_length=1, max_length=2_000, description="Where it ends.")],
    relation: AnyRelations = [],  # noqa: B006
    either_way: Annotated[bool, Query(description="Citations may be followed against their way.")] = False,
) -> PathResult:
    """The fewest citations from one instrument to the other, each with its evidence."""
    return shortest_path(dataset, source, target, relations=relation, either_way=either_way)


@router.get(
    "/ancestors",
    summary="What several instruments rest on together",
    openapi_extra={
        "x-curl": f"curl --get {_HERE}/ancestors --data-urlencode instrument=38/KH-UBND@lang-son@2024 "
        "--data-urlencode instrument=38/KH-UBND@dong-nai@2024"
    },
)
def find_ancestors(dataset: Asked, instrument: Instruments, limit: Limit = 100) -> CommonAncestors:
    """The instruments that all of them lead up to, nearest first, with the distance from each."""
    return common_ancestors(dataset, instrument, limit=limit)


@router.get(
    "/loops",
    summary="Instruments that rest on each other in a circle",
    openapi_extra={"x-curl": f"curl {_HERE}/loops"},
)
def find_loops(dataset: Asked, limit: Limit = 100) -> tuple[Loop, ...]:
    """Circles of implementing and resting on; most of them are mistakes in documents."""
    return loops(dataset, limit=limit)


@router.get(
    "/ranking",
    summary="Which instruments are cited most",
    openapi_extra={"x-curl": f"curl '{_HERE}/ranking?by=documents&limit=10'"},
)
def rank(
    request: Request,
    response: Response,
    dataset: Asked,
    by: Annotated[By, Query(description="Citations, citing documents, or PageRank.")] = "citations",
    type: Annotated[str | None, Query(max_length=LONGEST_TEXT, description="Only of this type.")] = None,
    issuer: Annotated[str | None, Query(max_length=LONGEST_TEXT, description="Only of this body.")] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Only of this year.")] = None,
    relation: AnyRelations = [],  # noqa: B006
    offset: Offset = 0,
    limit: Limit = 50,
) -> Ranking:
    """Instruments by how much they are cited."""
    found = most.ranking(
        dataset, by=by, type=type, issuer=issuer, year=year, relations=relation, offset=offset, limit=limit
    )
    link_pages(request, response, found.total, offset, limit)
    return found

"""How provinces stand to central instruments."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.direct import DirectRoute
from api.routes.parameters import Asked, Day, EraOfProvinces, Instruments, Limit, OneInstrument, Through
from kg.models import Edge
from kg.questions import coverage as question
from kg.questions.coverage import Coverage, Gap

router = APIRouter(prefix="/api/v1", tags=["coverage"], route_class=DirectRoute)

_CURL = "curl --get http://127.0.0.1:8000/api/v1/{} --data-urlencode instrument=9120/QĐ-TTg"
SchoolYear = Annotated[
    str | None,
    Query(
        pattern=r"^\d{4}-\d{4}$", description="A school year, in place of a period.", examples=["2023-2024"]
    ),
]


@router.get(
    "/coverage",
    summary="Which provinces implement which instrument",
    openapi_extra={"x-curl": _CURL.format("coverage")},
)
def provinces_covered(
    dataset: Asked,
    instrument: Instruments,
    era: EraOfProvinces = "34",
    since: Day = None,
    until: Day = None,
    school_year: SchoolYear = None,
    through: Through = "direct",
) -> Coverage:
    """Provinces × instruments: implements, has documents that do not cite it, or has no documents here."""
    first, last = _period(since, until, school_year)
    return question.coverage(dataset, instrument, era=era, since=first, until=last, through=through)


@router.get(
    "/gaps", summary="Which provinces do not implement", openapi_extra={"x-curl": _CURL.format("gaps")}
)
def provinces_missing(
    dataset: Asked,
    instrument: Instruments,
    era: EraOfProvinces = "34",
    since: Day = None,
    until: Day = None,
    school_year: SchoolYear = None,
    through: Through = "direct",
) -> tuple[Gap, ...]:
    """The provinces without a known implementing document, and whether any document of theirs is here."""
    first, last = _period(since, until, school_year)
    return question.gaps(dataset, instrument, era=era, since=first, until=last, through=through)


@router.get(
    "/coverage/{province}",
    summary="How one province implements an instrument",
    openapi_extra={"x-curl": _CURL.format("coverage/lang-son")},
)
def province_evidence(
    dataset: Asked,
    province: Annotated[
        str, Path(max_length=100, description="Slug of the province.", examples=["lang-son"])
    ],
    instrument: OneInstrument,
    era: EraOfProvinces = "34",
    since: Day = None,
    until: Day = None,
    through: Through = "direct",
    limit: Limit = 100,
) -> tuple[Edge, ...]:
    """The documents of a province that implement the instrument, each with the sentences that say so."""
    first, last = _period(since, until, None)
    return question.coverage_evidence(
        dataset, instrument, province, era=era, since=first, until=last, through=through, limit=limit
    )


def _period(since: date | None, until: date | None, year: str | None) -> tuple[str | None, str | None]:
    if year is not None:
        return question.school_year(year)
    return since.isoformat() if since else None, until.isoformat() if until else None

"""What may be wrong: problems, effect on a day, why a mention means what it means, what a corpus gives."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.paging import link_pages
from api.routes.parameters import Asked, InstrumentId, Limit, Offset
from kg.questions import effect as effects
from kg.questions import problems as question
from kg.questions.effect import EffectStatus
from kg.questions.explain import Explanation, explain
from kg.questions.given import Given, given
from kg.questions.problems import ProblemPage
from ontology.models import Severity

router = APIRouter(prefix="/api/v1", tags=["checks"])


@router.get(
    "/problems",
    summary="What does not fit together",
    openapi_extra={"x-curl": "curl 'http://127.0.0.1:8000/api/v1/problems?severity=error'"},
)
def list_problems(
    request: Request,
    response: Response,
    dataset: Asked,
    kind: Annotated[list[str], Query(description="Only these kinds; may be repeated.", max_length=30)] = [],  # noqa: B006
    severity: Annotated[list[Severity], Query(description="Only of these severities.")] = [],  # noqa: B006
    document: Annotated[str | None, Query(max_length=2_000, description="Only in this document.")] = None,
    instrument: Annotated[str | None, Query(max_length=2_000, description="Only about this one.")] = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> ProblemPage:
    """Contradictions, impossible numbers, instruments no longer in force: each with evidence and advice."""
    found = question.problems(
        dataset,
        kinds=kind,
        severities=severity,
        document=document,
        instrument=instrument,
        offset=offset,
        limit=limit,
    )
    link_pages(request, response, found.total, offset, limit)
    return found


@router.get(
    "/effect/{id:path}",
    summary="Is an instrument in force?",
    openapi_extra={
        "x-curl": "curl 'http://127.0.0.1:8000/api/v1/effect/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg?on=2024-01-01'"
    },
)
def effect_on(
    dataset: Asked,
    id: InstrumentId,
    on: Annotated[date | None, Query(description="The day; today where left out.")] = None,
) -> EffectStatus:
    """How the instrument stands on a day, and the acts that make it so; unknown stays unknown."""
    return effects.effect(dataset, id, on or date.today())


@router.get(
    "/given/{id:path}",
    summary="What corpora say of an instrument",
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/given/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
    },
)
def what_is_given(dataset: Asked, id: InstrumentId, limit: Limit = 100) -> Given:
    """Metadata and relations that a corpus states; no sentence bears them out, no other answer has them."""
    return given(dataset, id, limit=limit)


@router.get(
    "/explanations/{id:path}",
    summary="Why a mention means what it means",
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/explanations/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
    },
)
def explain_mention(dataset: Asked, id: InstrumentId, offset: Offset = 0, limit: Limit = 20) -> Explanation:
    """The rule that resolved each mention, its reasons, the other candidates, and the evidence."""
    return explain(dataset, id, offset=offset, limit=limit)

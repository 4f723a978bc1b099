"""People have the last word: their verdicts on citations and resolutions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from api.access import Writer
from api.routes.parameters import Asked
from api.settings import Settings
from extractors.models import Relation
from kg import review as reviewing
from kg.review import Review, Verdict

router = APIRouter(prefix="/api/v1", tags=["reviews"])

_HERE = "http://127.0.0.1:8000/api/v1"


class VerdictGiven(BaseModel):
    """What a person says of a citation, or of what a mention was resolved to."""

    target: str = Field(
        max_length=2_000,
        description="IRI or id of the citation, or of the node known in part.",
        examples=["doc/0123456789abcdef/c/120-140"],
    )
    verdict: Verdict = Field(description="Confirmed, rejected or corrected.")
    author: str = Field(min_length=1, max_length=200, examples=["Nguyễn Văn A"])
    reason: str = Field(default="", max_length=2_000)
    relation: Relation | None = Field(default=None, description="The right relation, where that was wrong.")
    cited: str | None = Field(default=None, max_length=2_000, description="The instrument that is meant.")


@router.get(
    "/reviews",
    summary="What people said",
    openapi_extra={"x-curl": f"curl {_HERE}/reviews"},
)
def list_reviews(
    dataset: Asked,
    document: Annotated[str | None, Query(max_length=2_000, description="Only in this document.")] = None,
) -> tuple[Review, ...]:
    """All verdicts, with author, time and reason."""
    return reviewing.reviews(dataset, document=document)


@router.get(
    "/reviews/gold",
    summary="What people settled, as gold",
    openapi_extra={"x-curl": f"curl {_HERE}/reviews/gold"},
)
def gold_of_reviews(
    dataset: Asked,
    document: Annotated[str | None, Query(max_length=2_000, description="Only this document.")] = None,
) -> list[dict[str, Any]]:
    """Confirmed and corrected citations in the schema that `danchieu eval` measures against."""
    return reviewing.gold(dataset, document=document)


@router.post(
    "/reviews",
    status_code=201,
    summary="Confirm, reject or correct",
    dependencies=[Writer],
    openapi_extra={
        "x-curl": f"curl {_HERE}/reviews --header 'Authorization: Bearer TOKEN' "
        "--header 'Content-Type: application/json' "
        '--data \'{"target": "doc/0123456789abcdef/c/120-140", "verdict": "confirmed", "author": "A"}\''
    },
)
def give_verdict(request: Request, given: VerdictGiven) -> Review:
    """Write a verdict; it wins over the machine and outlives it. Needs the token."""
    settings: Settings = request.app.state.settings
    return reviewing.review(
        settings.store,
        given.target,
        given.verdict,
        author=given.author,
        reason=given.reason,
        relation=given.relation,
        cited=given.cited,
    )


@router.delete(
    "/reviews",
    status_code=204,
    summary="Take a verdict back",
    dependencies=[Writer],
    openapi_extra={
        "x-curl": f"curl --request DELETE '{_HERE}/reviews?review=IRI' --header 'Authorization: Bearer TOKEN'"
    },
)
def withdraw_verdict(
    request: Request, review: Annotated[str, Query(max_length=2_000, description="IRI of the review.")]
) -> None:
    """The machine's answer stands again. Needs the token."""
    settings: Settings = request.app.state.settings
    reviewing.withdraw(settings.store, review)

"""What the islands of pages ask for while a person works: small JSON answers, prepared by `viz`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.reader import language
from api.routes.parameters import LONGEST_TEXT, Asked
from kg.questions.explain import explain
from kg.questions.search import suggest as suggestions_for
from viz.address import ADDRESSES
from viz.island_data import Json, suggestions, why

router = APIRouter(include_in_schema=False)

_SUGGESTIONS = 8


@router.get(ADDRESSES.suggestions)
def suggest(
    request: Request, dataset: Asked, q: Annotated[str, Query(max_length=LONGEST_TEXT)] = ""
) -> list[Json]:
    """Documents that what was typed so far may mean."""
    hits = suggestions_for(dataset, q, limit=_SUGGESTIONS) if q.strip() else ()
    return suggestions((hit.instrument for hit in hits), language(request))


@router.get(ADDRESSES.card_prefix + "{mention:path}")
def card(request: Request, dataset: Asked, mention: str) -> Json:
    """Why one mention was taken for what it is, for its hover card."""
    return why(explain(dataset, mention, limit=1), language(request))

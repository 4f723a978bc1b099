"""Who states what of an instrument."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.direct import DirectRoute
from api.paging import link_pages
from api.routes.parameters import Asked, InstrumentId, Limit, Offset
from kg.models import StatementPage
from kg.questions.statements import statements

router = APIRouter(prefix="/api/v1", tags=["instruments"], route_class=DirectRoute)


@router.get(
    "/statements/{id:path}",
    summary="What documents state of an instrument",
    openapi_extra={
        "x-curl": "curl http://127.0.0.1:8000/api/v1/statements/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
    },
)
def list_statements(
    request: Request,
    response: Response,
    dataset: Asked,
    id: InstrumentId,
    offset: Offset = 0,
    limit: Limit = 100,
) -> StatementPage:
    """Each value of each of its properties with every document that states it."""
    found = statements(dataset, id, offset=offset, limit=limit)
    link_pages(request, response, found.total, offset, limit)
    return found

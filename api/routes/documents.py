"""Source documents: the list, and one with its text and marks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.routes.parameters import Asked, Limit, Offset
from kg.models import DatasetStats, DocumentView, SourceRef
from kg.questions import documents as question
from kg.questions.stats import stats

router = APIRouter(prefix="/api/v1", tags=["documents"])


@router.get(
    "/documents",
    summary="List the source documents",
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/api/v1/documents"},
)
def list_documents(dataset: Asked, offset: Offset = 0, limit: Limit = 100) -> tuple[SourceRef, ...]:
    """The documents that the dataset was built from."""
    return question.documents(dataset, offset=offset, limit=limit)


@router.get(
    "/documents/{hash:path}",
    summary="One source document",
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/api/v1/documents/07-lang-son-38-kh-ubnd.txt"},
)
def one_document(
    dataset: Asked,
    hash: Annotated[str, Path(max_length=2_000, description="Content hash, IRI or file name.")],
) -> DocumentView:
    """The raw text with every citation's range and the instrument it names."""
    return question.document(dataset, hash)


@router.get(
    "/statistics",
    summary="How much the dataset holds",
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/api/v1/statistics"},
)
def statistics(dataset: Asked) -> DatasetStats:
    """Counts of documents, instruments, citations, relations and bytes."""
    return stats(dataset)

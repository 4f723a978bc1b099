"""Whether the server is well."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes.parameters import Asked

router = APIRouter(tags=["system"])


@router.get(
    "/healthz", summary="Is the server well?", openapi_extra={"x-curl": "curl http://127.0.0.1:8000/healthz"}
)
def health(dataset: Asked) -> dict[str, str | int]:
    """`ok` and the generation of the dataset that answers."""
    return {"status": "ok", "generation": dataset.generation}

"""The dataset as a whole: its description in VoID, and files with all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response, StreamingResponse
from starlette.exceptions import HTTPException

from api.negotiation import best
from api.routes.parameters import Asked
from kg.dataset import Dataset
from kg.export.dump import DUMP_FORMS, compressed, dump
from kg.export.rdf import TRIPLE_FORMS, form_by_media_type, write_triples
from kg.export.void import void

router = APIRouter(tags=["dataset"])

_NAME = "danchieu"
_CONTENT: dict[str, object] = {
    kind: {"schema": {}} for kind in ("application/gzip", *(form.media_type for form in DUMP_FORMS))
}
_FILES = {f"{_NAME}.{form.extension}{gz}": form for form in DUMP_FORMS for gz in ("", ".gz")}


@router.get(
    "/.well-known/void",
    summary="What the dataset holds, in VoID",
    response_class=Response,
    responses={200: {"content": {form.media_type: {"schema": {}} for form in TRIPLE_FORMS}}},
    openapi_extra={"x-curl": "curl http://127.0.0.1:8000/.well-known/void"},
)
def describe_dataset(request: Request, dataset: Asked) -> Response:
    """Size, vocabularies, classes and properties of the dataset, and where its dumps are."""
    kind = best(request.headers.get("accept"), tuple(form.media_type for form in TRIPLE_FORMS))
    form = form_by_media_type(kind or "")
    if form is None:
        raise HTTPException(406)
    triples = void(dataset, [f"{dataset.base}dumps/{name}" for name in _FILES])
    return Response(write_triples(triples, form), media_type=form.media_type, headers={"Vary": "Accept"})


@router.get(
    "/dumps/{file}",
    summary="All statements in one file",
    response_class=StreamingResponse,
    responses={200: {"content": _CONTENT}},
    openapi_extra={"x-curl": "curl --remote-name http://127.0.0.1:8000/dumps/danchieu.nq.gz"},
)
def dump_dataset(
    dataset: Asked,
    file: Annotated[str, Path(description=f"One of {', '.join(_FILES)}.", examples=["danchieu.nq.gz"])],
) -> Response:
    """The dataset as N-Quads, TriG, Turtle or N-Triples, plain or compressed, named with its version."""
    form = _FILES.get(file)
    if form is None:
        raise HTTPException(404)
    packed = file.endswith(".gz")
    pieces: Iterator[bytes] = dump(dataset, form)
    return StreamingResponse(
        compressed(pieces) if packed else pieces,
        media_type="application/gzip" if packed else form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{_dated(dataset, file)}"'},
    )


def _dated(dataset: Dataset, file: str) -> str:
    return file.replace(_NAME, f"{_NAME}-{dataset.generation}", 1)

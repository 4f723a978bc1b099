"""Documents that come over HTTP: to be read and forgotten, or, with the token, to be loaded."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, File, Path, Query, Request, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from api.access import Writer
from api.extraction import as_gold, as_json
from api.jobs import Job, Jobs
from api.reading import Reading
from api.reading_worker import Read
from api.settings import Settings
from api.uploads import keep
from kg.ingest import remove
from kg.models import IngestReport
from kg.questions.draft import DraftReport

router = APIRouter(prefix="/api/v1", tags=["documents"])

_HERE = "http://127.0.0.1:8000/api/v1"
_LONGEST_TEXT = 2_000_000
_EVERY = 0.5
"""Seconds between two looks at a job."""
_LONGEST_WATCH = 3_600.0
_EXAMPLE = "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo, …"


class TextToRead(BaseModel):
    """A text to read; it is not stored."""

    text: str = Field(min_length=1, max_length=_LONGEST_TEXT, examples=[_EXAMPLE])
    name: str = Field(default="text", max_length=200, description="What the answer calls it.")


@router.post(
    "/extract",
    summary="Find the citations in a text",
    openapi_extra={
        "x-curl": f"curl {_HERE}/extract --header 'Content-Type: application/json' "
        '--data \'{"text": "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;"}\''
    },
)
async def extract_text(
    request: Request,
    given: TextToRead,
    form: Annotated[Literal["json", "gold"], Query(description="`gold`: the schema of annotation.")] = "json",
) -> list[dict[str, Any]]:
    """The head and the citations of a text, each with its evidence. Nothing is stored."""
    reading: Reading = request.app.state.reading
    documents = [await request.app.state.lanes.readings.run(reading.text, given.name, given.text)]
    return as_gold(documents) if form == "gold" else as_json(documents)


@router.post(
    "/extract/files",
    summary="Find the citations in files",
    openapi_extra={"x-curl": f"curl {_HERE}/extract/files --form files=@ke-hoach.docx"},
)
async def extract_files(
    request: Request,
    files: Annotated[list[UploadFile], File(description="Text, Word, PDF … files.")],
    form: Annotated[Literal["json", "gold"], Query(description="`gold`: the schema of annotation.")] = "json",
) -> dict[str, list[Any]]:
    """What was found in each, and the files that could not be read, with the reason. Nothing is stored."""
    documents, skipped = await request.app.state.lanes.readings.run(
        _read, files, request.app.state.reading, request.app.state.settings
    )
    faults = [
        {"file": FilePath(name).name, "reason": error.message("vi"), "reason_en": error.message("en")}
        for name, error in skipped
    ]
    return {"documents": as_gold(documents) if form == "gold" else as_json(documents), "skipped": faults}


def _read(files: list[UploadFile], reading: Reading, settings: Settings) -> Read:
    with tempfile.TemporaryDirectory(prefix="danchieu-", ignore_cleanup_errors=True) as folder:
        return reading.files(keep(files, FilePath(folder), settings))


@router.post(
    "/drafts",
    summary="Check the citations of a draft",
    openapi_extra={
        "x-curl": f"curl {_HERE}/drafts --header 'Content-Type: application/json' "
        '--data \'{"text": "Căn cứ Luật Giáo dục năm 2019;"}\''
    },
)
async def check_a_draft(request: Request, given: Annotated[TextToRead, Body()]) -> DraftReport:
    """Each citation with what it means, whether that is in force, what is wrong. Nothing is stored."""
    reading: Reading = request.app.state.reading
    settings: Settings = request.app.state.settings
    report: DraftReport = await request.app.state.lanes.readings.run(
        reading.draft, settings.store, given.text, date.today()
    )
    return report


@router.post(
    "/documents",
    status_code=202,
    summary="Add documents",
    dependencies=[Writer],
    openapi_extra={
        "x-curl": f"curl {_HERE}/documents --header 'Authorization: Bearer TOKEN' --form files=@ke-hoach.docx"
    },
)
def add_documents(
    request: Request, files: Annotated[list[UploadFile], File(description="Text, Word, PDF … files.")]
) -> Job:
    """Begin to load the files. Follow the job at `/api/v1/jobs/{id}` or its events. Needs the token."""
    settings: Settings = request.app.state.settings
    jobs: Jobs = request.app.state.jobs
    return jobs.load(keep(files, settings.store / "uploads", settings))


@router.delete(
    "/documents/{hash}",
    summary="Remove a document",
    dependencies=[Writer],
    openapi_extra={
        "x-curl": f"curl --request DELETE {_HERE}/documents/0123456789abcdef "
        "--header 'Authorization: Bearer TOKEN'"
    },
)
def remove_document(
    request: Request, hash: Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="Content hash.")]
) -> IngestReport:
    """Take a document out, with all it stated. Needs the token."""
    settings: Settings = request.app.state.settings
    return remove(settings.store, hash)


@router.get(
    "/jobs/{id}",
    summary="How far a job is",
    openapi_extra={"x-curl": f"curl {_HERE}/jobs/0123456789abcdef"},
)
def one_job(request: Request, id: Annotated[str, Path(max_length=64, description="The job's id.")]) -> Job:
    """State, files done, and at the end the report."""
    jobs: Jobs = request.app.state.jobs
    return jobs.job(id)


@router.get(
    "/jobs/{id}/events",
    summary="A job as it goes on",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
    openapi_extra={"x-curl": f"curl --no-buffer {_HERE}/jobs/0123456789abcdef/events"},
)
def job_events(
    request: Request, id: Annotated[str, Path(max_length=64, description="The job's id.")]
) -> StreamingResponse:
    """Server-sent events `progress`, then `done` or `failed`; the data is the job as JSON."""
    jobs: Jobs = request.app.state.jobs
    first = jobs.job(id)
    return StreamingResponse(
        _events(jobs, first), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


def _events(jobs: Jobs, job: Job) -> Iterator[str]:
    shown, until = None, time.monotonic() + _LONGEST_WATCH
    while time.monotonic() < until:
        if job != shown:
            name = "progress" if job.state == "running" else job.state
            yield f"event: {name}\ndata: {json.dumps(asdict(job), ensure_ascii=False)}\n\n"
            shown = job
        if job.state != "running":
            return
        time.sleep(_EVERY)
        job = jobs.job(job.id)

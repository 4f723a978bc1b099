"""The page that checks a draft. What is sent is read, answered and forgotten."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.page_answer import address_of, page_answer
from api.page_export import exported
from api.reader import language
from api.reading import Reading
from api.routes.parameters import Asked
from api.settings import Settings
from extractors.readers import UnreadableFile
from kg.export.worklists import draft_selection
from viz.address import ADDRESSES
from viz.draft_pages import draft_page

router = APIRouter(include_in_schema=False)

LARGEST_FILE = 20_000_000
LONGEST_TEXT = 1_000_000


@router.get(ADDRESSES.draft)
def draft_box(request: Request) -> Response:
    """The box for a draft."""
    return page_answer(request, draft_page(None, "", (), language(request), address_of(request)))


@router.post(ADDRESSES.draft)
def draft_report(
    request: Request,
    dataset: Asked,
    text: Annotated[str, Form(max_length=LONGEST_TEXT)] = "",
    file: Annotated[UploadFile | None, File()] = None,
    form: Annotated[str, Form(alias="format", max_length=20)] = "",
) -> Response:
    """The report on a draft that was pasted or sent as a file; a file comes first."""
    chosen = language(request)
    reading: Reading = request.app.state.reading
    settings: Settings = request.app.state.settings
    notes: tuple[str, ...] = ()
    if file is not None and file.filename:
        try:
            text = _text_of(file, reading)
        except UnreadableFile as error:
            notes = (f"{error.message(chosen)} {error.advice(chosen)}",)
            text = ""
    text = text[:LONGEST_TEXT].replace("\r\n", "\n")
    report = reading.draft(settings.store, text, date.today()) if text.strip() else None
    if form and report:
        return exported(request, dataset, draft_selection(dataset, report), form)
    return page_answer(request, draft_page(report, text, notes, chosen, address_of(request)))


def _text_of(file: UploadFile, reading: Reading) -> str:
    """The text of an uploaded file; its name serves for its suffix only, and the file is gone afterwards."""
    content = file.file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise HTTPException(413)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"draft{Path(file.filename or '').suffix[:8]}"
        path.write_bytes(content)
        return reading.plain(path)

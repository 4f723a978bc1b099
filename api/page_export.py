"""What a page shows as a file: the page's own address with `?format=`."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Query, Request
from fastapi.responses import Response

from api.reader import language
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export.formats import EXPORT_FORMS, export
from kg.export.questions import ExportQuestion, select
from kg.export.selection import Selection
from ontology import slug

Format = Annotated[str, Query(alias="format", max_length=20, description="Give the page as a file.")]

_LONGEST_NAME = 60


def exported(request: Request, dataset: Dataset, asked: ExportQuestion | Selection, form: str) -> Response:
    """The answer to a question, or what was selected, as a file to keep. Raises BadRequest."""
    known = EXPORT_FORMS.get(form)
    if known is None:
        raise BadRequest(what=form, reason=f"the formats are {', '.join(EXPORT_FORMS)}")
    selection = select(dataset, asked) if isinstance(asked, ExportQuestion) else asked
    content = export(selection, dataset, form, language(request))
    name = f"{slug(selection.title)[:_LONGEST_NAME].strip('-')}.{known.extension}"
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    if selection.stamp.cut:
        headers["X-Result-Truncated"] = "true"
    return Response(content, media_type=known.media_type, headers=headers)

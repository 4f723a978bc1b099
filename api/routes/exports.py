"""Any answer as a file: spreadsheets, Word, references, RDF, networks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.lanes import Lanes
from api.reader import language
from api.routes.parameters import LONGEST_TEXT, Asked, Day, Depth, EraOfProvinces, Narrowed, Through, Towards
from api.settings import Settings
from extractors.models import Relation
from kg.dataset import Dataset
from kg.errors import Language
from kg.export.formats import EXPORT_FORMS, export
from kg.export.questions import ExportQuestion, QuestionName, select
from kg.models import EvidenceSide
from ontology.models import Severity

router = APIRouter(prefix="/api/v1", tags=["exports"])

_CONTENT: dict[str, object] = {form.media_type: {"schema": {}} for form in EXPORT_FORMS.values()}


@router.get(
    "/exports/{question}",
    summary="An answer as a file",
    response_class=Response,
    responses={200: {"content": _CONTENT}},
    openapi_extra={
        "x-curl": "curl --get -OJ http://127.0.0.1:8000/api/v1/exports/citations "
        "--data-urlencode instrument=38/KH-UBND@lang-son@2024 --data-urlencode format=docx"
    },
)
async def export_answer(
    request: Request,
    dataset: Asked,
    narrowing: Narrowed,
    question: Annotated[QuestionName, Path(description="The question whose answer is wanted.")],
    format: Annotated[
        str,
        Query(
            pattern=f"^({'|'.join(EXPORT_FORMS)})$",
            description="`docx` is the list of grounds by Nghị định 30/2020/NĐ-CP, `docx-table` the rows.",
        ),
    ] = "xlsx",
    instrument: Annotated[list[str], Query(max_length=50, description="What the question is about.")] = [],  # noqa: B006
    q: Annotated[str, Query(max_length=LONGEST_TEXT, description="Words to search for.")] = "",
    with_text: Annotated[bool, Query(description="Only those whose own text is in the dataset.")] = False,
    direction: Towards = "down",
    side: Annotated[EvidenceSide, Query(description="`out`: what it cites; `in`: what cites it.")] = "out",
    relation: Annotated[list[Relation], Query(description="Relations to follow.")] = [],  # noqa: B006
    through: Through = "direct",
    depth: Depth = None,
    era: EraOfProvinces = "34",
    since: Day = None,
    until: Day = None,
    kind: Annotated[list[str], Query(max_length=30, description="Only problems of these kinds.")] = [],  # noqa: B006
    severity: Annotated[list[Severity], Query(description="Only problems of these severities.")] = [],  # noqa: B006
    query: Annotated[str, Query(description="A SPARQL query, for the question `sparql`.")] = "",
    limit: Annotated[int, Query(ge=1, le=10_000, description="How many rows at most.")] = 10_000,
) -> Response:
    """The file names the version of the dataset, the question and the time, so that it can be made again."""
    settings: Settings = request.app.state.settings
    if len(query) > settings.query_length:
        raise HTTPException(413)
    asked = ExportQuestion(
        name=question,
        instruments=tuple(instrument),
        words=q,
        direction=direction,
        side=side,
        relations=tuple(relation),
        through=through,
        depth=depth,
        era=era,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        type=narrowing.type,
        issuer=narrowing.issuer,
        province=narrowing.province,
        year=narrowing.year,
        status=narrowing.status,
        on=narrowing.on.isoformat() if narrowing.on else None,
        with_text=with_text,
        kinds=tuple(kind),
        severities=tuple(severity),
        query=query,
        limit=limit,
        seconds=settings.query_seconds,
    )
    form = EXPORT_FORMS[format]
    lanes: Lanes = request.app.state.lanes
    data, cut = await lanes.exports.run(_made, dataset, asked, format, language(request))
    name = f"danchieu-{question}-{dataset.generation}.{form.extension}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if cut:
        headers["X-Result-Truncated"] = "true"
    return Response(data, media_type=form.media_type, headers=headers)


def _made(dataset: Dataset, asked: ExportQuestion, form: str, language: Language) -> tuple[bytes, bool]:
    selection = select(dataset, asked)
    return export(selection, dataset, form, language), selection.stamp.cut

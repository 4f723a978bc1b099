"""The page of coverage."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes.parameters import Asked
from api.starting_points import starting_points
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export.questions import ExportQuestion
from kg.questions.coverage import Coverage, coverage, coverage_evidence, school_year
from kg.questions.scope import Through
from viz.address import ADDRESSES
from viz.coverage_pages import Chosen, coverage_page

router = APIRouter(include_in_schema=False)

Era = Literal["34", "63"]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
_MOST_INSTRUMENTS = 20


@router.get(ADDRESSES.coverage)
def province_coverage(
    request: Request,
    dataset: Asked,
    instrument: Annotated[list[str], Query()] = [],  # noqa: B006 (FastAPI copies a default)
    era: Era = "34",
    since: Day = "",
    until: Day = "",
    school_year_name: Annotated[str, Query(alias="school_year", max_length=20)] = "",
    through: Through = "direct",
    province: Annotated[str, Query(max_length=100)] = "",
    form: Format = "",
) -> Response:
    """Which provinces carry the chosen documents out; a school year stands for its first and last day."""
    wanted = list(dict.fromkeys(text.strip() for text in instrument if text.strip()))[:_MOST_INSTRUMENTS]
    first, last = school_year(school_year_name) if school_year_name else (since or None, until or None)
    if form:
        question = ExportQuestion(
            "coverage", tuple(wanted), through=through, era=era, since=first, until=last
        )
        return exported(request, dataset, question, form)
    period = {"since": first, "until": last}
    found = coverage(dataset, wanted, era=era, through=through, **period) if wanted else None
    chosen = _chosen(dataset, found, province, through) if found and province else None
    asked = {
        "era": era, "through": through, "school_year": school_year_name,
        "since": since, "until": until,
    }  # fmt: skip
    text = coverage_page(
        found, asked, chosen, language(request), address_of(request),
        starts=() if found else starting_points(dataset),
    )  # fmt: skip
    return page_answer(request, text)


def _chosen(dataset: Dataset, found: Coverage, province: str, through: Through) -> Chosen:
    """What one province says of each document. Raises BadRequest where the era has no such province."""
    row = next((row for row in found.provinces if row.slug == province), None)
    if row is None:
        raise BadRequest(what=province, reason=f"no province of {found.era}")
    edges = [
        edge
        for instrument in found.instruments
        for edge in coverage_evidence(
            dataset, instrument.iri, province,
            era=found.era, since=found.since, until=found.until, through=through,
        )
    ]  # fmt: skip
    return Chosen(row, tuple(edges))

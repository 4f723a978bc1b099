"""Parameters that several routes share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from api.datasets import dataset
from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.provinces import Era
from kg.models import Direction
from kg.questions.effect import Status
from kg.questions.narrowing import Narrowing
from kg.questions.scope import Through as Scope

LONGEST_TEXT = 300

Asked = Annotated[Dataset, Depends(dataset)]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over.")]
Limit = Annotated[int, Query(ge=1, le=1_000, description="How many to give at most.")]
Depth = Annotated[int | None, Query(ge=1, le=50, description="How many levels at most; all where left out.")]
Towards = Annotated[
    Direction, Query(description="`down` to those who carry it out, `up` to what it rests on.")
]
Relations = Annotated[
    list[Relation], Query(alias="relation", description="Relations to follow, may be repeated.")
]
Through = Annotated[
    Scope,
    Query(
        description="`direct`; `programme`: also through a programme it approves; `chain`: all the way down."
    ),
]
EraOfProvinces = Annotated[Era, Query(description="`34` provinces since 1 July 2025, or the `63` before.")]
Day = Annotated[
    date | None, Query(description="An ISO day; documents of the period only.", examples=["2023-09-01"])
]
OneInstrument = Annotated[
    str,
    Query(
        alias="instrument",
        min_length=1,
        max_length=2_000,
        description="A number, an IRI, an id, or number@body@year.",
        examples=["9120/QĐ-TTg"],
    ),
]
Instruments = Annotated[
    list[str],
    Query(
        alias="instrument",
        min_length=1,
        max_length=50,
        description="Numbers, IRIs, ids, or number@body@year; may be repeated.",
        examples=[["9120/QĐ-TTg"]],
    ),
]
InstrumentId = Annotated[
    str,
    Path(
        max_length=2_000,
        description="The path after `id/`, a number, an IRI, or number@body@year.",
        examples=["thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"],
    ),
]


def _narrowing(
    type: Annotated[str | None, Query(max_length=LONGEST_TEXT, description="Type: `Quyết định`.")] = None,
    issuer: Annotated[
        str | None, Query(max_length=LONGEST_TEXT, description="Full name of the body.")
    ] = None,
    province: Annotated[
        str | None,
        Query(max_length=LONGEST_TEXT, description="Province of the body, as it was then: `Lạng Sơn`."),
    ] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Year of issue.")] = None,
    status: Annotated[
        Status | None, Query(description="How it stands on the day `on`, which must be given with it.")
    ] = None,
    on: Annotated[
        date | None, Query(description="An ISO day, for the status.", examples=["2025-12-31"])
    ] = None,
) -> Narrowing:
    return Narrowing(type, issuer, province, year, status, on)


Narrowed = Annotated[Narrowing, Depends(_narrowing)]

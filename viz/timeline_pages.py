"""The page of a timeline: who answered an instrument and when, and how long each province took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.questions.timeline import Event, Timeline
from viz.language import Language
from viz.pages import vietnamese_date
from viz.render import render

WIDTH = 1_000
"""Of the drawing, in its own units; the page scales it."""
LANE = 16
MOST_LANES = 12
_MARGIN = 30
_DOT = 14


@dataclass(frozen=True, slots=True)
class Dot:
    """An answer in the drawing; `number` is its place in the list below."""

    x: float
    y: float
    number: int
    event: Event


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots in lanes above an axis, so that none covers another; `start` is where the instrument lies."""

    width: int
    height: int
    axis: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    start: float | None


def timeline_page(found: Timeline | None, asked: dict[str, object], language: Language, address: str) -> str:
    """The drawing, the delays and the list; without an instrument the box to choose one."""
    return render(
        "timeline.html", language, address, found=found, asked=asked,
        drawing=drawing(found) if found and found.events else None,
    )  # fmt: skip


def drawing(found: Timeline) -> Drawing:
    """Where each answer stands."""
    days = [day for event in found.events if (day := _day(event.date)) is not None]
    begin = _day(found.query.date)
    first, last = min([*days, *([begin] if begin else [])]), max([*days, *([begin] if begin else [])])
    span = max(1, last - first)

    def x(day: int) -> float:
        return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (day - first) / span, 1)

    lanes = _lanes([x(day) for day in days])
    height = (max(lanes, default=0) + 2) * LANE + 34
    axis = height - 26
    dots = tuple(
        Dot(x(day), axis - (lane + 1) * LANE, number, event)
        for number, (day, lane, event) in enumerate(zip(days, lanes, found.events, strict=False), start=1)
    )
    return Drawing(WIDTH, height, axis, dots, _ticks(first, last, x), x(begin) if begin else None)


def _lanes(places: Sequence[float]) -> list[int]:
    """The lowest lane for each place, given in order, in which it touches none before it."""
    ends: list[float] = []
    lanes = []
    for place in places:
        lane = next((number for number, end in enumerate(ends) if end + _DOT <= place), len(ends))
        lane = min(lane, MOST_LANES - 1)
        if lane == len(ends):
            ends.append(place)
        else:
            ends[lane] = place
        lanes.append(lane)
    return lanes


def _ticks(first: int, last: int, x: object) -> tuple[Tick, ...]:
    assert callable(x)
    ticks = [Tick(x(first), vietnamese_date(date.fromordinal(first)))]
    for year in range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1):
        day = date(year, 1, 1).toordinal()
        if x(day) - ticks[-1].x > 70:
            ticks.append(Tick(x(day), str(year)))
    if last > first and x(last) - ticks[-1].x > 90:
        ticks.append(Tick(x(last), vietnamese_date(date.fromordinal(last))))
    return tuple(ticks)


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None

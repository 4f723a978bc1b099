"""The page of a timeline: who answered an instrument and when, and how long each province took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.models import Edge, InstrumentRef
from kg.questions.timeline import Event, Timeline
from viz.address import ADDRESSES
from viz.language import Language
from viz.pages import vietnamese_date
from viz.render import render

WIDTH = 1_000
"""Of the drawing, in its own units; the page scales it."""
LANE = 16
MOST_LANES = 12
MOST_LISTED = 150
"""So many answers are written out with their sentences; the file has all."""
_MARGIN = 30
_DOT = 14


@dataclass(frozen=True, slots=True)
class Answer:
    """A document that answers, once, whatever the number of instruments of the chain that it implements."""

    event: Event
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """An answer in the drawing; `href` leads to its place in the list, else to its page."""

    x: float
    y: float
    href: str
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


def timeline_page(
    found: Timeline | None,
    asked: dict[str, object],
    language: Language,
    address: str,
    *,
    starts: Sequence[InstrumentRef] = (),
) -> str:
    """The drawing, the delays and the list; without an instrument the box to choose one."""
    given = answers(found.events) if found else ()
    return render(
        "timeline.html", language, address, found=found, asked=asked, starts=starts,
        answers=given, listed=given[:MOST_LISTED], drawing=drawing(found, given) if found and given else None,
    )  # fmt: skip


def answers(events: Iterable[Event]) -> tuple[Answer, ...]:
    """The documents that answer, in the order of their days."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.edge.source.iri, []).append(event)
    return tuple(Answer(same[0], tuple(event.edge for event in same)) for same in found.values())


def drawing(found: Timeline, given: Sequence[Answer]) -> Drawing:
    """Where each answer stands."""
    days = [day for answer in given if (day := _day(answer.event.date)) is not None]
    begin = _day(found.query.date)
    first, last = min([*days, *([begin] if begin else [])]), max([*days, *([begin] if begin else [])])
    span = max(1, last - first)

    def x(day: int) -> float:
        return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (day - first) / span, 1)

    lanes = _lanes([x(day) for day in days])
    height = (max(lanes, default=0) + 2) * LANE + 34
    axis = height - 26
    dots = tuple(
        Dot(x(day), axis - (lane + 1) * LANE, _place(number, answer.event), answer.event)
        for number, (day, lane, answer) in enumerate(zip(days, lanes, given, strict=False), start=1)
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


def _place(number: int, event: Event) -> str:
    return f"#e{number}" if number <= MOST_LISTED else ADDRESSES.instrument(event.edge.source)


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

"""An instrument and those that answer it, over time; and how long each province took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import edges_with_evidence, links_at
from kg.index.names import NO_DAY
from kg.index.provinces import NO_PROVINCE, Era, provinces_of, rolled_up
from kg.models import Edge, InstrumentRef
from kg.questions.chain import follow
from kg.questions.lookup import find_node
from kg.questions.scope import IMPLEMENTS


@dataclass(frozen=True, slots=True)
class Event:
    """On `date` the source of `edge` answered; `days_after` the instrument asked for, where that has a day.

    `province` is the name of the province that acted, None for others.
    """

    date: str
    edge: Edge
    days_after: int | None
    province: str | None


@dataclass(frozen=True, slots=True)
class Delay:
    """The days from the instrument to the first answer of a province."""

    province: str
    days: int
    instrument: InstrumentRef


@dataclass(frozen=True, slots=True)
class Timeline:
    """Answers in the order of their days, those without one apart, and the delay of each province."""

    query: InstrumentRef
    events: tuple[Event, ...]
    undated: tuple[Edge, ...]
    delays: tuple[Delay, ...]
    truncated: bool


def timeline(
    dataset: Dataset,
    instrument: str,
    *,
    relations: Sequence[Relation] = IMPLEMENTS,
    chain: bool = False,
    era: Era = "34",
    limit: int = 1_000,
) -> Timeline:
    """Who answered `instrument` and when, with `chain` also those that answered the answers.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    names = index.names
    node = find_node(dataset, instrument)
    if chain:
        links, _, cut = follow(dataset, node, "down", relations, None, limit)
    else:
        links = links_at(dataset, node, "in", index.numbers(relations))
        cut = len(links) > limit
    begin = int(names.days[node])
    ordered = sorted(links, key=lambda link: (int(names.days[link.source]), link))[:limit]
    events: list[Event] = []
    undated: list[Edge] = []
    first: dict[str, Delay] = {}
    edges = edges_with_evidence(dataset, {link: links[link] for link in ordered})
    for link, edge in zip(ordered, edges, strict=True):
        day, date = int(names.days[link.source]), edge.source.date
        if day == NO_DAY or date is None:
            undated.append(edge)
            continue
        after = None if begin == NO_DAY else day - begin
        unit = int(names.provinces[link.source])
        place = NO_PROVINCE if unit == NO_PROVINCE else int(rolled_up(era)[unit])
        province = None if place == NO_PROVINCE else provinces_of(era)[place].name
        events.append(Event(date, edge, after, province))
        if province and after is not None:
            first.setdefault(province, Delay(province, after, edge.source))
    delays = tuple(sorted(first.values(), key=lambda delay: (delay.days, delay.province)))
    return Timeline(names.ref(node), tuple(events), tuple(undated), delays, cut)

"""The timeline as it is drawn: each document once, dots that do not cover each other."""

from __future__ import annotations

import pytest

from kg.models import Edge, EvidenceRef, InstrumentRef
from kg.questions.timeline import Event, Timeline
from viz.timeline_pages import MOST_LISTED, Drawing, answers, drawing

DECISION = InstrumentRef("http://localhost:8000/id/q", "q", "Quyết định", "1/QĐ-TTg", date="2024-01-01")


def event(name: str, day: str, target: str = "q") -> Event:
    source = InstrumentRef(f"http://localhost:8000/id/{name}", name, "Kế hoạch", f"{name}/KH-UBND", date=day)
    edge = Edge(source, "implements", InstrumentRef(target, target), (EvidenceRef("d", 0, 3, "câu"),))
    return Event(day, edge, 10, None)


def drawn(*events: Event) -> Drawing:
    return drawing(Timeline(DECISION, events, (), (), False), answers(events))


def test_a_document_that_answers_twice_is_one_answer_with_both_edges() -> None:
    found = answers([event("a", "2024-02-01"), event("b", "2024-02-02"), event("a", "2024-02-01", "other")])

    assert [answer.event.edge.source.id for answer in found] == ["a", "b"]
    assert [len(answer.edges) for answer in found] == [2, 1]


def test_answers_of_one_day_stand_in_lanes_of_their_own() -> None:
    dots = drawn(*(event(str(number), "2024-03-01") for number in range(5))).dots

    assert len({(dot.x, dot.y) for dot in dots}) == 5
    assert len({dot.x for dot in dots}) == 1


@pytest.mark.parametrize(("place", "href"), [(0, "#e1"), (MOST_LISTED, f"/van-ban/{MOST_LISTED}")])
def test_a_dot_leads_to_the_list_or_beyond_it_to_the_page(place: int, href: str) -> None:
    events = [event(str(number), "2024-03-01") for number in range(MOST_LISTED + 1)]

    assert drawn(*events).dots[place].href == href

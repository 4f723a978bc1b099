"""A number is never enough: what must come to it to say which instrument it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.resolve.facts import Node, Target
from kg.resolve.numbered import resolve_number

DIRECTIVE = Target("directive", "chi-thi", frozenset({"bo-chinh-tri"}), ("n:05-ct-tw",), year=2016,
                   days=frozenset({date(2016, 5, 15)}), term="XII", in_table=True)  # fmt: skip
OLDER = replace(DIRECTIVE, iri="older", year=2011, days=frozenset({date(2011, 5, 15)}), term="XI")
DECREE = Target("decree", "nghi-dinh", frozenset({"chinh-phu"}), ("n:80-nd-cp",), 2017, 2017,
                frozenset({date(2017, 7, 17)}), in_store=True)  # fmt: skip
DECISION = Target(
    "decision",
    "quyet-dinh",
    frozenset({"thu-tuong-chinh-phu"}),
    ("n:1076-qd-ttg",),
    year=2016,
    days=frozenset({date(2016, 6, 17)}),
    titles=frozenset({"phe-duyet-de-an"}),
    in_store=True,
)
MENTION = Node("mention", True, "chi-thi", frozenset({"bo-chinh-tri"}), ("n:05-ct-tw",))
LATER = date(2019, 9, 13)


def decided(
    node: Node, *targets: Target, latest: date | None = LATER, here: frozenset[str] = frozenset()
) -> tuple[str | None, str | None]:
    found = resolve_number(node, targets, latest, here, None)
    return found.target, found.rule


@pytest.mark.parametrize(
    ("node", "targets", "outcome"),
    [
        (replace(MENTION, term="XII"), (DIRECTIVE, OLDER), ("directive", "issuer-and-term")),
        (replace(MENTION, term="X"), (DIRECTIVE, OLDER), (None, None)),
        (MENTION, (DIRECTIVE,), ("directive", "citing-date")),
        (MENTION, (DIRECTIVE, OLDER), (None, None)),
        (
            replace(MENTION, bodies=frozenset({"ban-bi-thu"}), term="XII"),
            (DIRECTIVE,),
            ("directive", "issuer-and-term"),
        ),
        (replace(MENTION, bodies=frozenset({"bo-noi-vu"}), term="XII"), (DIRECTIVE,), (None, None)),
        (replace(MENTION, date=date(2016, 5, 16)), (DIRECTIVE,), (None, None)),
        (
            Node("m", True, "nghi-dinh", keys=("n:80-nd-cp",), number_year=2017, year=2017),
            (DECREE,),
            ("decree", "known-instrument"),
        ),
        (
            Node("m", True, "thong-tu", keys=("n:80-nd-cp",), number_year=2017, year=2017),
            (DECREE,),
            (None, None),
        ),
        (Node("m", True, "quyet-dinh", DECISION.bodies, DECISION.keys), (DECISION,), (None, None)),
        (
            Node("m", True, "quyet-dinh", DECISION.bodies, DECISION.keys, title="Phê duyệt Đề án"),
            (DECISION,),
            ("decision", "known-instrument"),
        ),
    ],
)
def test_what_singles_an_instrument_out(
    node: Node, targets: tuple[Target, ...], outcome: tuple[str | None, str | None]
) -> None:
    assert decided(node, *targets) == outcome


def test_nobody_cites_the_future() -> None:
    assert decided(MENTION, DIRECTIVE, OLDER, latest=date(2012, 1, 1)) == ("older", "citing-date")
    assert decided(replace(MENTION, term="XII"), DIRECTIVE, latest=date(2012, 1, 1)) == (None, None)


def test_the_same_document_decides_between_two() -> None:
    assert decided(MENTION, DIRECTIVE, OLDER, here=frozenset({"older"})) == ("older", "same-document")
    assert decided(MENTION, DIRECTIVE, OLDER, here=frozenset({"older", "directive"})) == (None, None)


def test_what_stays_open_keeps_its_candidates_with_reasons() -> None:
    found = resolve_number(MENTION, (DIRECTIVE, OLDER), LATER, frozenset(), None)
    assert {candidate.target for candidate in found.candidates} == {"directive", "older"}
    assert all("several-fit" in candidate.reasons for candidate in found.candidates)

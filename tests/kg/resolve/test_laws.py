"""The version of a law that a title means on a day, in a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.resolve.facts import Node, Target
from kg.resolve.laws import Citing, resolve_law, standing

OLD = Target("old", "luat", frozenset(), (), year=2005, days=frozenset({date(2005, 11, 29)}),
             effective=date(2006, 4, 1), expired=date(2014, 7, 1), in_table=True)  # fmt: skip
NOW = Target("now", "luat", frozenset(), (), year=2013, days=frozenset({date(2013, 11, 26)}),
             effective=date(2014, 7, 1), expired=date(2024, 1, 1), in_table=True)  # fmt: skip
NEW = Target("new", "luat", frozenset(), (), year=2023, days=frozenset({date(2023, 6, 23)}),
             effective=date(2024, 1, 1), in_table=True)  # fmt: skip
MISPRINT = Target("misprint", "luat", frozenset(), (), year=2011)
FUTURE = Target("future", "luat", frozenset(), (), year=2030)
LAW = Node("law", True, "luat", keys=("l:luat-dau-thau",))
VERSIONS = (OLD, NOW, NEW)


def resolved(
    node: Node = LAW,
    versions: tuple[Target, ...] = VERSIONS,
    days: tuple[date | None, ...] = (date(2024, 6, 1),),
    here: frozenset[str] = frozenset(),
    basis: frozenset[str] = frozenset(),
    *,
    consolidated: bool = False,
) -> str | None:
    citing = [Citing(day) for day in days]
    found = resolve_law(
        node, versions, citing, here, quotes_older_text=consolidated, complete=True, basis=basis
    )
    return found.target


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2005, 1, 1), None),
        (date(2006, 1, 1), None),
        (date(2010, 1, 1), "old"),
        (date(2014, 1, 1), None),
        (date(2014, 7, 1), "now"),
        (date(2023, 6, 22), "now"),
        (date(2023, 8, 1), None),
        (date(2024, 1, 1), "new"),
        (None, None),
    ],
)
def test_the_version_in_force_while_no_newer_one_waits(day: date | None, version: str | None) -> None:
    assert resolved(days=(day,)) == version


def test_a_year_or_a_date_decides() -> None:
    assert resolved(Node("law", True, "luat", year=2013)) == "now"
    assert resolved(Node("law", True, "luat", year=2013, date=date(2013, 11, 26))) == "now"
    assert resolved(Node("law", True, "luat", year=2013, date=date(2013, 11, 27))) is None
    assert resolved(Node("law", True, "luat", year=2013), days=(date(2010, 1, 1),)) is None


def test_the_document_s_own_naming_decides_unless_time_speaks_against_it() -> None:
    assert resolved(days=(date(2023, 8, 1),), here=frozenset({"new"})) == "new"
    assert resolved(days=(date(2023, 8, 1),), here=frozenset({"now"})) is None
    assert resolved(days=(date(2024, 6, 1),), here=frozenset({"now"})) is None
    assert resolved(days=(date(2024, 6, 1),), here=frozenset({"now"}), basis=frozenset({"now"})) == "now"
    assert (
        resolved(days=(date(2024, 6, 1),), here=frozenset({"now", "new"}), basis=frozenset({"new"})) == "new"
    )


@pytest.mark.parametrize(
    ("days", "here", "version"),
    [
        ((None, date(2024, 6, 1)), frozenset(), None),
        ((date(2012, 1, 5), date(2024, 6, 1)), frozenset(), None),
        ((date(2015, 1, 5), date(2022, 6, 1)), frozenset(), "now"),
        ((date(2015, 1, 5), date(2024, 6, 1)), frozenset({"now"}), "now"),
        ((None, date(2024, 6, 1)), frozenset({"now"}), "now"),
        ((date(2015, 1, 5), date(2024, 6, 1)), frozenset({"new"}), None),
        ((date(2015, 1, 5), date(2024, 6, 1)), frozenset({"old"}), None),
    ],
    ids=["first text unknown", "a version came between", "one version all the time", "named in full",
         "named in full, first text unknown",
         "named in full, younger than the first text", "named in full, ended before the first text"],
)  # fmt: skip
def test_a_consolidated_text_is_as_old_as_its_first_text_or_as_young_as_itself(
    days: tuple[date | None, ...], here: frozenset[str], version: str | None
) -> None:
    assert resolved(days=days, here=here, consolidated=True) == version


WAITING = date(2023, 8, 1)
"""A day on which the version of 2023 was issued and not yet in force."""


@pytest.mark.parametrize(
    ("citing", "version"),
    [
        (Citing(WAITING), None),
        (Citing(WAITING, date(2023, 9, 15)), "now"),
        (Citing(WAITING, date(2024, 1, 1)), None),
        (Citing(WAITING, date(2024, 1, 1), prepares=True), "new"),
        (Citing(WAITING, date(2023, 9, 15), prepares=True), "now"),
        (Citing(WAITING, None, prepares=True), None),
        (Citing(date(2023, 11, 20), None, prepares=True), "new"),
        (Citing(WAITING, date(2023, 9, 15), prepares=True, amends=True), None),
        (Citing(WAITING, date(2024, 1, 1), prepares=True, amends=True), "new"),
    ],
    ids=["effect unknown", "in force before", "in force with it", "works upon it, in force with it",
         "works upon it, in force before", "works upon it, effect unknown", "works upon it, usual wait",
         "amends it, in force before", "amends it, in force with it"],
)  # fmt: skip
def test_while_a_version_waits_the_effect_of_the_citing_act_tells_which(
    citing: Citing, version: str | None
) -> None:
    found = resolve_law(LAW, VERSIONS, [citing], frozenset(), quotes_older_text=False, complete=True)
    assert found.target == version


def test_in_the_title_of_another_act_the_time_of_that_act_tells_the_version() -> None:
    found = resolve_law(
        LAW, VERSIONS, [Citing(date(2024, 6, 1))], frozenset({"now"}), basis=frozenset({"now"}),
        quotes_older_text=False, complete=True, elsewhere=True,
    )  # fmt: skip
    assert found.target == "new"


def test_before_the_first_version_has_effect_only_what_prepares_it_speaks_of_it() -> None:
    first = Citing(date(2006, 3, 1), date(2006, 4, 15), prepares=True)
    assert resolve_law(
        LAW, VERSIONS, [first], frozenset(), quotes_older_text=False, complete=True
    ).target == "old"  # fmt: skip
    assert resolved(days=(date(2006, 3, 1),)) is None


def test_one_name_with_two_meanings_in_one_document_stays_open() -> None:
    assert resolved(days=(date(2010, 1, 1), date(2024, 6, 1))) is None
    assert resolved(days=(date(2015, 1, 1), date(2016, 1, 1))) == "now"


def test_a_number_that_only_a_text_knows_counts_where_it_would_be_newer() -> None:
    assert resolved(versions=(*VERSIONS, MISPRINT)) == "new"
    assert resolved(versions=(*VERSIONS, FUTURE)) == "new"
    assert resolved(versions=(*VERSIONS, replace(FUTURE, year=2024))) is None


def test_what_stays_open_keeps_every_version_ranked() -> None:
    found = resolve_law(
        LAW, VERSIONS, [Citing(date(2023, 8, 1))], frozenset(), quotes_older_text=False, complete=True
    )
    assert [candidate.target for candidate in found.candidates] == ["now", "new", "old"]
    assert "not-yet-effective" in found.candidates[1].reasons


@pytest.mark.parametrize(
    ("version", "day", "state"),
    [
        (NOW, date(2013, 1, 1), "after-citing"),
        (NOW, date(2014, 6, 30), "not-yet-effective"),
        (NOW, date(2014, 7, 1), "in-force"),
        (NOW, date(2024, 1, 1), "ended"),
        (MISPRINT, date(2024, 1, 1), "unknown"),
    ],
)
def test_how_a_version_stands(version: Target, day: date, state: str) -> None:
    assert standing(version, day) == state

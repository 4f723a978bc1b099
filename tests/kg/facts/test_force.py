"""From when to when an instrument has effect, where texts and tables say so, or contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.models import EffectEvent
from kg.facts.force import EffectStatement, force
from kg.resolve.authority import KnownInstrument
from kg.resolve.keys import Naming

LISTED = KnownInstrument("a/b/2020/c", Naming("Luật"), date(2021, 1, 1), date(2025, 1, 1), "table")
MARCH, MAY = date(2021, 3, 1), date(2021, 5, 1)


def says(document: str, day: date, event: EffectEvent = "begins", *, own: bool = False) -> EffectStatement:
    return EffectStatement(f"{document}/f/1-2", document, event, day, own)


@pytest.mark.parametrize(
    ("row", "statements", "begins", "resting_on"),
    [
        (None, [], None, ""),
        (None, [says("a", MARCH)], MARCH, "a"),
        (None, [says("a", MARCH), says("b", MARCH), says("c", MAY)], MARCH, "ab"),
        (None, [says("a", MARCH), says("b", MAY)], None, ""),
        (None, [says("a", MARCH, own=True), says("b", MAY), says("c", MAY)], MARCH, "a"),
        (None, [says("a", MARCH, own=True), says("b", MAY, own=True)], None, ""),
        (LISTED, [], LISTED.effective, ""),
        (LISTED, [says("a", MARCH)], LISTED.effective, ""),
        (LISTED, [says("a", date(2021, 1, 1))], LISTED.effective, "a"),
        (LISTED, [says("a", MARCH, own=True)], MARCH, "a"),
    ],
    ids=["nothing", "one text", "most texts", "as many for each", "own text first", "own texts contradict",
         "table", "table before other texts", "table and text agree", "own text before the table"],
)  # fmt: skip
def test_from_when_an_instrument_has_effect(
    row: KnownInstrument | None, statements: list[EffectStatement], begins: date | None, resting_on: str
) -> None:
    found = force(row, statements)
    assert found.begins == begins
    assert "".join(one.document for one in found.statements) == resting_on


def test_begin_and_end_are_settled_apart() -> None:
    found = force(None, [says("a", MARCH, own=True), says("a", MAY, "ends", own=True)])
    assert (found.begins, found.ends) == (MARCH, MAY)
    assert force(LISTED, [says("a", MAY, "ends", own=True)]).ends == MAY

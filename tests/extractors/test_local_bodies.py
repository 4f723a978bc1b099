"""Bodies of provinces, districts and communes: the unit, and whose it is when it is not named."""

from __future__ import annotations

import pytest

import ontology
from extractors.home import NOWHERE, Home
from extractors.local_bodies import PROPER, PROPER_UPPER, UNIT, at_home, read_place
from ontology.models import BodyPattern

BAC_HA = Home("district", "tỉnh Lào Cai", "huyện Bắc Hà")
LAO_CAI = Home("province", "tỉnh Lào Cai")
HANOI = Home("province", "thành phố Hà Nội")


def committees() -> list[BodyPattern]:
    return [pattern for pattern in ontology.body_patterns() if "UBND" in pattern.symbols]


@pytest.mark.parametrize("unit", [" tỉnh", " TP.", " tp", " của thị\nxã", " HUYỆN", " đặc khu"])
def test_words_for_units(unit: str) -> None:
    assert UNIT.fullmatch(unit)


@pytest.mark.parametrize("text", [" tỉnhnhà", "tỉnh", " xãhội"])
def test_no_words_for_units(text: str) -> None:
    assert UNIT.match(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [(" Tuy Phong về", "Tuy Phong"), (" Bắc Hà Kế hoạch", "Bắc Hà"), (" 10 về", "10")],
)
def test_a_place_ends_before_what_the_act_is_about(text: str, name: str) -> None:
    match = PROPER.match(text)
    assert match is not None
    assert match["name"] == name


@pytest.mark.parametrize("text", [" Về việc", " Ban hành", " 10/2020", " và"])
def test_what_begins_no_place(text: str) -> None:
    assert PROPER.match(text) is None


def test_places_in_capitals() -> None:
    assert PROPER_UPPER.fullmatch(" TUY PHONG")


@pytest.mark.parametrize(
    ("home", "text", "name", "end"),
    [
        (NOWHERE, " tỉnh Lạng Sơn về", "Ủy ban nhân dân tỉnh Lạng Sơn", 14),
        (NOWHERE, " Lạng Sơn về", "Ủy ban nhân dân tỉnh Lạng Sơn", 9),
        (NOWHERE, " HUYỆN TUY PHONG", "Ủy ban nhân dân huyện Tuy Phong", 16),
        (NOWHERE, " tỉnh về", None, 5),
        (BAC_HA, " tỉnh về", "Ủy ban nhân dân tỉnh Lào Cai", 5),
        (BAC_HA, " huyện về", "Ủy ban nhân dân huyện Bắc Hà", 6),
        (BAC_HA, " về", "Ủy ban nhân dân huyện Bắc Hà", 0),
        (LAO_CAI, " về", "Ủy ban nhân dân tỉnh Lào Cai", 0),
        (HANOI, " thành phố về", "Ủy ban nhân dân thành phố Hà Nội", 10),
        (LAO_CAI, " thành phố về", None, 10),
    ],
)
def test_the_place_of_a_local_body(home: Home, text: str, name: str | None, end: int) -> None:
    assert read_place(text, 0, committees(), home) == (name, end)


def test_a_body_without_home_has_no_place() -> None:
    assert at_home(committees(), NOWHERE) is None

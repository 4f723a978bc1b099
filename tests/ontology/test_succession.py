"""Successions: what the tables say of ends and successors, as dated events."""

from collections import Counter
from datetime import date

import pytest

from ontology import bodies, heirs, provinces, successions


def test_slugs_tell_events_apart() -> None:
    assert [
        event for event, count in Counter(event.slug for event in successions()).items() if count > 1
    ] == []


def test_everyone_who_is_gone_with_successors_is_in_one_event() -> None:
    ended = Counter(name for event in successions() for name in event.originals)
    gone = [one.name for one in (*bodies(), *provinces()) if one.valid_to and one.successors]
    assert ended == Counter(gone)


def test_events_are_in_order_and_sourced() -> None:
    days = [event.day for event in successions()]
    assert days == sorted(days)
    assert all(event.source and event.results for event in successions())


def test_the_provinces_that_became_lam_dong() -> None:
    (event,) = [event for event in successions() if event.results == ("Lâm Đồng",)]
    assert (event.day, set(event.originals)) == (date(2025, 7, 1), {"Bình Thuận", "Đắk Nông"})


def test_two_ministries_became_one_in_march_2025() -> None:
    (event,) = [event for event in successions() if event.results == ("Bộ Nông nghiệp và Môi trường",)]
    assert event.day == date(2025, 3, 1)
    assert set(event.originals) == {"Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Tài nguyên và Môi trường"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bình Thuận", ("Lâm Đồng",)),
        ("Lâm Đồng", ("Lâm Đồng",)),
        ("Hà Tây", ("Hà Nội",)),
        ("Thuận Hải", ("Lâm Đồng", "Khánh Hòa")),
        ("Bình Trị Thiên", ("Quảng Trị", "Huế")),
        ("Nam Hà", ("Ninh Bình",)),
    ],
)
def test_the_heirs_of_a_province_are_of_the_34(name: str, expected: tuple[str, ...]) -> None:
    assert heirs(name) == expected


def test_a_name_that_is_no_province_has_no_heirs() -> None:
    with pytest.raises(KeyError, match="Bình Thuân"):
        heirs("Bình Thuân")

"""Provinces: the 63, the 34 since 1 July 2025, and those before."""

from collections import Counter
from datetime import date

import pytest

from ontology import key, provinces, provinces_by_name


def test_a_name_and_kind_is_one_unit() -> None:
    assert [unit for unit, count in Counter(unit.unit for unit in provinces()).items() if count > 1] == []


def test_there_are_63_and_then_34() -> None:
    eras = Counter(unit.era for unit in provinces())
    assert eras["63"] + eras["both"] == 63
    assert eras["34"] + eras["both"] == 34


def test_of_the_34_six_are_cities() -> None:
    cities = {unit.name for unit in provinces() if unit.kind == "thành phố" and unit.era in ("34", "both")}
    assert cities == {"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}


def test_codes_are_two_digits_and_unique_in_their_list() -> None:
    for codes in ([unit.code_63 for unit in provinces() if unit.code_63],
                  [unit.code_34 for unit in provinces() if unit.code_34]):  # fmt: skip
        assert all(len(code) == 2 and code.isdigit() for code in codes)
        assert len(codes) == len(set(codes))


def test_who_is_gone_has_successors_and_who_stays_has_none() -> None:
    names = {unit.name for unit in provinces()}
    for unit in provinces():
        assert bool(unit.successors) == (unit.valid_to is not None), unit.name
        assert set(unit.successors) <= names, unit.name
        assert (unit.era in ("63", "older")) == (unit.valid_to is not None), unit.name
        assert unit.source, unit.name


def test_successions_end_in_the_34() -> None:
    by_name = {unit.name: unit for unit in provinces()}
    for unit in provinces():
        ahead, steps = list(unit.successors), 0
        while ahead and steps < 20:
            ahead, steps = [name for gone in ahead for name in by_name[gone].successors], steps + 1
        assert not ahead, unit.name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bình Thuận", "Lâm Đồng"),
        ("Đắk Nông", "Lâm Đồng"),
        ("Bình Dương", "Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
        ("Hà Giang", "Tuyên Quang"),
        ("Yên Bái", "Lào Cai"),
        ("Quảng Bình", "Quảng Trị"),
        ("Kiên Giang", "An Giang"),
        ("Hải Dương", "Hải Phòng"),
        ("Thừa Thiên Huế", "Huế"),
        ("Hà Tây", "Hà Nội"),
    ],
)
def test_a_merged_province_knows_its_successor(old: str, new: str) -> None:
    (unit,) = provinces_by_name()[key(old)]
    assert unit.successor == new


def test_eleven_units_were_left_as_they_were() -> None:
    """Nghị quyết 202/2025/QH15, Điều 1 khoản 24: 11 provinces and cities were not merged."""
    targets = {name for unit in provinces() if unit.valid_to == date(2025, 6, 30) for name in unit.successors}
    untouched = {unit.name for unit in provinces() if unit.era in ("both", "34")} - targets
    assert untouched == {
        "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh", "Thanh Hóa",
        "Sơn La", "Hà Nội", "Huế",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Đắc Lắc", "Đắk Lắk"),
    ],
)
def test_an_alias_leads_to_the_province(written: str, name: str) -> None:
    assert {unit.name for unit in provinces_by_name()[key(written)]} == {name}

"""Laws by short title: every version, with what amended and replaced it."""

import re
from collections import Counter
from datetime import date

import pytest

from ontology import Law, assembly_terms, instruments, key, laws, laws_by_number, laws_by_title

NUMBER = re.compile(r"\d{1,3}(/\d{4}/(QH\d+|UBTVQH\d+|PL-UBTVQH\d+)|-L/CTN|-LCT/HĐNN[78])")


def _law(number: str) -> Law:
    (found,) = laws_by_number()[key(number)]
    return found


def test_there_are_hundreds_of_versions() -> None:
    assert len(laws()) >= 250


def test_a_number_is_one_law() -> None:
    assert [number for number, count in Counter(law.number for law in laws() if law.number).items()
            if count > 1] == []  # fmt: skip


def test_every_row_is_complete() -> None:
    for law in laws():
        assert all((law.source, law.slug, law.date)), law.title
        assert law.title.startswith(law.type), law.title
        assert law.issuer == ("Ủy ban Thường vụ Quốc hội" if law.type == "Pháp lệnh" else "Quốc hội"), (
            law.title
        )
        assert not law.number or NUMBER.fullmatch(law.number), law.number


def test_only_constitutions_and_acts_before_1999_lack_a_number() -> None:
    for law in laws():
        assert law.number or law.type == "Hiến pháp" or (law.date and law.date.year < 1999), law.title


def test_days_come_in_order() -> None:
    for law in laws():
        if law.effective and law.date and law.number != "31-L/CTN":
            assert law.effective >= law.date, law.number
        if law.expired and law.effective:
            assert law.expired > law.effective, law.number


def test_the_number_agrees_with_the_day() -> None:
    for law in laws():
        year = re.search(r"/(\d{4})/", law.number)
        if year and law.date:
            assert int(year[1]) == law.date.year, law.number
        term = re.search(r"QH(\d+)$", law.number)
        if term and law.date:
            span = assembly_terms()[f"QH{term[1]}"]
            assert span.start <= law.date < (span.end or date.max), law.number


def test_what_replaces_or_amends_comes_later() -> None:
    for law in laws():
        for number in (*law.replaced_by, *law.amended_by):
            later = laws_by_number().get(key(number))
            if later and later[0].date and law.date:
                assert later[0].date > law.date, (law.number, number)


def test_what_replaces_a_law_is_a_law_of_the_table() -> None:
    for law in laws():
        assert all(key(number) in laws_by_number() for number in law.replaced_by), law.number


def test_versions_of_a_title_follow_each_other() -> None:
    for title, versions in laws_by_title().items():
        days = [law.date for law in versions]
        assert days == sorted(days, key=lambda day: day or date.min), title


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Luật Giáo dục", ["11/1998/QH10", "38/2005/QH11", "43/2019/QH14"]),
        ("Luật Đấu thầu", ["61/2005/QH11", "43/2013/QH13", "22/2023/QH15"]),
        ("Luật Đất đai", ["3-LCT/HĐNN8", "24-L/CTN", "13/2003/QH11", "45/2013/QH13", "31/2024/QH15"]),
        ("Bộ luật Lao động", ["35-L/CTN", "10/2012/QH13", "45/2019/QH14"]),
        ("Luật Đầu tư", ["59/2005/QH11", "67/2014/QH13", "61/2020/QH14", "143/2025/QH15"]),
        ("Luật Bảo hiểm xã hội", ["71/2006/QH11", "58/2014/QH13", "41/2024/QH15"]),
        ("Luật Viên chức", ["58/2010/QH12", "129/2025/QH15"]),
    ],
)
def test_a_title_has_all_its_versions(title: str, numbers: list[str]) -> None:
    assert [law.number for law in laws_by_title()[key(title)]] == numbers


@pytest.mark.parametrize(
    ("number", "day", "effective", "replaced_by"),
    [
        ("43/2019/QH14", "2019-06-14", "2020-07-01", ()),
        ("43/2013/QH13", "2013-11-26", "2014-07-01", ("22/2023/QH15",)),
        ("76/2006/QH11", "2006-11-29", "2007-06-01", ("74/2014/QH13",)),
        ("23/2008/QH12", "2008-11-13", "2009-07-01", ("35/2024/QH15", "36/2024/QH15")),
        ("38/2019/QH14", "2019-06-13", "2020-07-01", ("108/2025/QH15",)),
    ],
)
def test_a_version_knows_its_days_and_its_end(
    number: str, day: str, effective: str, replaced_by: tuple[str, ...]
) -> None:
    law = _law(number)
    assert (law.date, law.effective) == (date.fromisoformat(day), date.fromisoformat(effective))
    assert law.replaced_by == replaced_by


@pytest.mark.parametrize(
    ("number", "by"),
    [
        ("25/2008/QH12", "46/2014/QH13"),
        ("25/2008/QH12", "51/2024/QH15"),
        ("58/2010/QH12", "52/2019/QH14"),
        ("50/2005/QH11", "07/2022/QH15"),
        ("15/2012/QH13", "67/2020/QH14"),
    ],
)
def test_a_law_knows_what_amended_it(number: str, by: str) -> None:
    assert by in _law(number).amended_by


def test_laws_and_instruments_agree() -> None:
    """The two tables state one fact each where both know a law."""
    known = {i.number: i for i in instruments() if i.type in ("Luật", "Bộ luật", "Pháp lệnh")}
    for law in laws():
        twin = known.get(law.number)
        if twin and twin.date:
            assert (law.date, law.effective) == (twin.date, twin.effective), law.number

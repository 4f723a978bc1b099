"""The central instruments, cleaned of what crawling did to them."""

import re
from collections import Counter

import pytest

from ontology import Instrument, bodies, document_types, instruments

NUMBER = re.compile(r"\d{1,4}[a-z]?[/-]\S+")


def _instrument(number: str, type_: str) -> Instrument:
    (found,) = [one for one in instruments() if (one.number, one.type) == (number, type_)]
    return found


def test_nearly_all_rows_are_kept() -> None:
    assert len(instruments()) == 3404


def test_a_number_and_type_is_one_instrument() -> None:
    seen = Counter((one.number, one.type) for one in instruments())
    assert [pair for pair, count in seen.items() if count > 1] == []


def test_every_row_is_complete() -> None:
    kinds = {kind.name for kind in document_types()}
    for one in instruments():
        assert NUMBER.fullmatch(one.number), one.number
        assert one.type in kinds, one.number
        assert all((one.title, one.source)), one.number
        assert not set(one.number) & set("Ð&"), one.number


def test_every_issuer_is_a_body_of_the_table() -> None:
    names = {body.name for body in bodies()}
    unknown = {name for one in instruments() for name in one.issuer.split("; ")} - names
    assert unknown == set()


def test_the_year_in_the_number_is_that_of_the_date() -> None:
    for one in instruments():
        year = re.search(r"/((?:19|20)\d\d)/", one.number)
        if year and one.date:
            assert int(year[1]) == one.date.year, one.number


def test_few_dates_are_unknown() -> None:
    assert sum(1 for one in instruments() if one.date is None) <= 10


@pytest.mark.parametrize(
    ("number", "type_", "issuer"),
    [
        ("08/2017/TT-BTNMT", "Thông tư", "Bộ Tài nguyên và Môi trường"),  # the number was cut in two
        ("50/2022/NĐ-CP", "Nghị định", "Chính phủ"),  # NĐ_CP
        ("85/2017/NĐ-CP", "Nghị định", "Chính phủ"),  # lower case
        ("89/2015/NĐ-CP", "Nghị định", "Chính phủ"),  # Ð of another alphabet
        ("113/2017/NĐ-CP", "Nghị định", "Chính phủ"),  # the ministry that drafted it stood as its issuer
        ("54/2014/QH13", "Luật", "Quốc hội"),
        ("01/2021/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
    ],
)
def test_a_dirty_row_was_repaired_and_says_so(number: str, type_: str, issuer: str) -> None:
    one = _instrument(number, type_)
    assert one.issuer == issuer
    assert one.repaired


def test_laws_of_one_number_and_resolutions_stay_apart() -> None:
    assert _instrument("18/2008/QH12", "Luật").title == "Luật Năng lượng nguyên tử"
    assert _instrument("18/2008/QH12", "Nghị quyết").title.startswith("Về đẩy mạnh thực hiện chính sách")

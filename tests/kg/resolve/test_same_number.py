"""Two full namings of one number: one instrument, or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.resolve.facts import Target
from kg.resolve.same_number import is_national, is_same, same_numbers

DAY = date(2015, 3, 24)
SECRETARIAT = Target(
    "a", "chi-thi", frozenset({"ban-bi-thu"}), ("n:42-ct-tw",), year=2015, days=frozenset({DAY})
)
POLITBURO = replace(SECRETARIAT, iri="b", bodies=frozenset({"bo-chinh-tri"}))
CODE = Target("c", "bo-luat", frozenset({"quoc-hoi"}), ("n:91-qh13",), 2015, 2015, in_table=True)
LAW = replace(CODE, iri="d", type="luat", in_table=False)
CIRCULAR = Target("e", "thong-tu", frozenset({"bo-noi-vu"}), ("n:06-tt-bgddt",), 2015, 2015)
RIGHT = replace(CIRCULAR, iri="f", bodies=frozenset({"bo-giao-duc-va-dao-tao"}))
PLAN = Target(
    "g", "ke-hoach", frozenset({"ubnd-tinh-lang-son"}), ("n:38-kh-ubnd",), None, 2015, frozenset({DAY})
)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (SECRETARIAT, POLITBURO, True),
        (SECRETARIAT, replace(POLITBURO, days=frozenset()), False),
        (SECRETARIAT, replace(POLITBURO, days=frozenset({date(2015, 3, 25)})), False),
        (SECRETARIAT, replace(POLITBURO, type="nghi-quyet"), False),
        (CODE, LAW, True),
        (CODE, replace(LAW, year=2014, number_year=2014), False),
        (CIRCULAR, RIGHT, True),
        (CIRCULAR, replace(RIGHT, type="thong-tu-lien-tich"), False),
        (RIGHT, replace(RIGHT, iri="h", number_year=None), True),
        (PLAN, replace(PLAN, iri="i", bodies=frozenset({"ubnd-tinh-binh-thuan"})), False),
    ],
)
def test_when_two_namings_are_one(first: Target, second: Target, same: bool) -> None:
    assert is_same(first, second) is same
    assert is_same(second, first) is same


def test_the_one_of_the_tables_stands_for_all() -> None:
    assert same_numbers([LAW, CODE]) == {"d": "c"}
    assert same_numbers([POLITBURO, SECRETARIAT]) == {"b": "a"}
    assert same_numbers([CODE, PLAN]) == {}


@pytest.mark.parametrize(
    ("key", "national"),
    [("n:80-nd-cp", True), ("n:2457-qd-bgddt", True), ("n:38-kh-ubnd", False), ("n:11-ct-tu", False)],
)
def test_whose_sign_a_number_bears(key: str, national: bool) -> None:
    assert is_national(key) is national

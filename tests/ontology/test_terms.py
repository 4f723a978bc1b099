"""Terms of the Party and the National Assembly, plenums and what they issued."""

import itertools
from collections import Counter
from datetime import date, timedelta

import pytest

from ontology import assembly_terms, bodies, document_types, party_acts, party_terms, terms


@pytest.mark.parametrize(("kind", "count"), [("party", 14), ("assembly", 16)])
def test_terms_follow_each_other_without_a_gap(kind: str, count: int) -> None:
    row = [term for term in terms() if term.kind == kind]
    assert [term.ordinal for term in row] == list(range(1, count + 1))
    for before, after in itertools.pairwise(row):
        assert before.end == after.start, before.roman
    assert row[-1].end is None


def test_the_term_of_an_assembly_number() -> None:
    assert assembly_terms()["QH14"].start == date(2016, 7, 20)
    assert assembly_terms()["QH15"].end == date(2026, 4, 6)


@pytest.mark.parametrize(
    ("symbol", "first", "last"),
    [
        ("QH10", "2000-12-09", "2000-12-09"),
        ("QH11", "2003-06-17", "2006-11-29"),
        ("QH12", "2007-11-21", "2011-03-29"),
        ("QH13", "2011-11-11", "2016-04-09"),
        ("QH14", "2016-11-11", "2021-06-10"),
        ("QH15", "2021-11-12", "2025-06-26"),
    ],
)
def test_acts_known_of_a_term_lie_in_it(symbol: str, first: str, last: str) -> None:
    term = assembly_terms()[symbol]
    assert term.start <= date.fromisoformat(first)
    assert term.end is not None
    # Until the new assembly meets, acts of the old one's last sessions bear its symbol.
    assert date.fromisoformat(last) < term.end


def test_plenums_lie_in_their_term_and_in_order() -> None:
    for term in party_terms().values():
        ordinals = [plenum.ordinal for plenum in term.plenums]
        assert ordinals == sorted(set(ordinals)), term.roman
        for plenum in term.plenums:
            assert plenum.start
            assert plenum.end
            assert plenum.source
            assert term.start <= plenum.start <= plenum.end <= (term.end or date.max), term.roman


def test_a_plenum_issues_its_acts_on_its_last_day_or_after() -> None:
    for term in party_terms().values():
        for plenum in term.plenums:
            for act in plenum.acts:
                days = act.date - plenum.start if act.date and plenum.start else timedelta(-1)
                assert timedelta(0) <= days < timedelta(120), act.number


@pytest.mark.parametrize(
    ("roman", "ordinal", "number", "day"),
    [
        ("XI", 8, "29-NQ/TW", "2013-11-04"),
        ("XII", 6, "18-NQ/TW", "2017-10-25"),
        ("XII", 7, "27-NQ/TW", "2018-05-21"),
        ("XIII", 5, "18-NQ/TW", "2022-06-16"),
        ("XIII", 6, "29-NQ/TW", "2022-11-17"),
    ],
)
def test_a_plenum_knows_its_resolutions(roman: str, ordinal: int, number: str, day: str) -> None:
    (plenum,) = [plenum for plenum in party_terms()[roman].plenums if plenum.ordinal == ordinal]
    assert (number, date.fromisoformat(day)) in {(act.number, act.date) for act in plenum.acts}


def test_one_number_of_two_terms_is_two_acts() -> None:
    days = {act.date for act in party_acts() if act.number == "51-KL/TW"}
    assert days == {date(2012, 10, 29), date(2019, 5, 30)}


def test_every_act_of_the_party_is_complete_and_known_once() -> None:
    names, kinds = {body.name for body in bodies()}, {kind.name for kind in document_types()}
    seen = Counter((act.number, act.date, act.issuer, act.title) for act in party_acts())
    assert [act for act, count in seen.items() if count > 1] == []
    for act in party_acts():
        assert all((act.date, act.title, act.source)), act.number
        assert act.issuer in names, act.number
        assert act.type in kinds, act.number
        assert "?" not in act.title, act.number

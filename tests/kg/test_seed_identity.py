"""Identity on the five seeds, given what a perfect extractor would read in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.dataset import Dataset
from kg.ingest import ingest
from kg.questions.explain import explain
from kg.questions.instrument import citations
from kg.questions.problems import problems
from tests.kg.gold import SEEDS, SHARED, gold_extractions, needs_shared

pytestmark = [needs_shared, pytest.mark.shared]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    known = gold_extractions(SHARED / "gold" / "seeds.json", SEEDS)
    store = tmp_path_factory.mktemp("seeds") / "data"
    ingest([SEEDS], store, extract=known.__getitem__)
    with Dataset.open(store) as dataset:
        yield dataset


def test_the_scheme_of_lai_chau_is_the_one_that_binh_thuan_says_was_approved(seeds: Dataset) -> None:
    rows = citations(seeds, "1076/QĐ-TTg").rows
    scheme = next(row.target for row in rows if row.relation == "approves")
    assert scheme.type == "Đề án"
    assert not scheme.partial
    naming = citations(seeds, scheme.id, side="in").rows
    assert {row.source.issuer for row in naming if row.relation != "approves"} == {
        "Ủy ban nhân dân tỉnh Lai Châu",
    }
    assert [row.source.number for row in naming if row.relation == "approves"] == ["1076/QĐ-TTg"]


def test_the_directive_without_a_date_is_that_of_its_day(seeds: Dataset) -> None:
    found = explain(seeds, "05-CT/TW").mentions
    assert len(found) == 2
    assert {one.target.date for one in found if one.target} == {"2016-05-15"}
    assert {one.target.iri for one in found if one.target} == {
        found[0].target.iri if found[0].target else None
    }


def test_the_problems_that_anyone_would_see(seeds: Dataset) -> None:
    found = {(one.kind, one.instrument.number) for one in problems(seeds).items}
    assert ("missing-year", "06/TTLT-BGDĐT-BNV") in found
    assert not {kind for kind, _ in found} & {"two-dates", "date-contradicts-known", "number-impossible"}

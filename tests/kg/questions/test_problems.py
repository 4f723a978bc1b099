"""The list of problems: gravest first, chosen by kind, severity, document or instrument, with evidence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.questions.problems import problems
from tests.kg.resolve.datasets import dataset_of
from tests.kg.resolve.world import Doc, Said

FIRST = Doc(
    "first",
    (
        Said("Thông tư liên tịch", "06/TTLT-BGDĐT-BNV", "Bộ Giáo dục và Đào tạo; Bộ Nội vụ", "2015-03-16"),
        Said("Luật", "43/2019/QH14", "Quốc hội", "2019-06-15"),
    ),
)
SECOND = Doc("second", (Said("Luật", "43/2019/QH14", "Quốc hội", "2019-06-15"),), number="11/KH-UBND")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    with Dataset.open(dataset_of(tmp_path_factory.mktemp("problems"), FIRST, SECOND)) as opened:
        yield opened


def test_the_gravest_come_first_with_evidence_and_advice(dataset: Dataset) -> None:
    page = problems(dataset)
    assert [one.kind for one in page.items] == [
        "date-contradicts-known",
        "date-contradicts-known",
        "missing-year",
    ]
    assert page.counts == (("date-contradicts-known", 2), ("missing-year", 1))
    worst = page.items[0]
    assert worst.severity == "error"
    assert worst.instrument.number == "43/2019/QH14"
    assert "14/06/2019" in worst.detail_vi
    assert "2019-06-14" in worst.detail_en
    assert worst.suggestion_vi
    assert worst.suggestion_en
    assert worst.evidence[0].quote == "Luật số 43/2019/QH14 ngày 2019-06-15 của Quốc hội"


def test_a_choice_of_problems(dataset: Dataset) -> None:
    assert problems(dataset, kinds=["missing-year"]).total == 1
    assert problems(dataset, severities=["warning"]).total == 1
    assert problems(dataset, document=SECOND.hash).total == 1
    assert problems(dataset, instrument="43/2019/QH14").total == 2
    assert problems(dataset, offset=1, limit=1).items == problems(dataset).items[1:2]


@pytest.mark.parametrize("asked", [{"kinds": ["none"]}, {"severities": ["fatal"]}])
def test_a_kind_that_does_not_exist(dataset: Dataset, asked: dict[str, list[str]]) -> None:
    with pytest.raises(BadRequest):
        problems(dataset, **asked)  # type: ignore[arg-type]

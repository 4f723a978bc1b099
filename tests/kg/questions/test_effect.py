"""In force on a day: by dates, by the acts that end, suspend or touch it; unknown where nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.questions.effect import Status, effect
from tests.kg.resolve.datasets import dataset_of
from tests.kg.resolve.world import Doc, Said

QH = "Quốc hội"
LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"

CITING = Doc(
    "citing",
    (
        Said("Luật", "43/2013/QH13", QH, title="Luật Đấu thầu"),
        Said("Luật", "22/2023/QH15", QH, title="Luật Đấu thầu"),
        Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10"),
        Said("Luật", "58/2010/QH12", QH, title="Luật Viên chức"),
    ),
)
NEW = Doc(
    "new",
    (
        Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10", relation="replaces"),
        Said("Luật", "51/2010/QH12", QH, title="Luật Người khuyết tật", relation="repeals", part=True),
    ),
    type="Luật",
    number="99/2022/QH15",
    issuer=QH,
    date="2022-05-01",
)
SUSPENDING = Doc(
    "suspending",
    (Said("Luật", "42/2013/QH13", QH, title="Luật Tiếp công dân", relation="suspends"),),
    type="Nghị quyết",
    number="5/2020/QH14",
    issuer=QH,
    date="2020-05-01",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder: Path = tmp_path_factory.mktemp("effect")
    with Dataset.open(dataset_of(folder, CITING, NEW, SUSPENDING)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("number", "day", "status"),
    [
        ("43/2013/QH13", "2013-11-01", "not_yet"),
        ("43/2013/QH13", "2014-01-01", "not_yet"),
        ("43/2013/QH13", "2014-07-01", "in_force"),
        ("43/2013/QH13", "2023-12-31", "in_force"),
        ("43/2013/QH13", "2024-01-01", "ended"),
        ("22/2023/QH15", "2024-01-01", "in_force"),
        ("10/2020/QĐ-UBND", "2021-01-01", "unknown"),
        ("10/2020/QĐ-UBND", "2019-01-01", "not_yet"),
        ("10/2020/QĐ-UBND", "2023-01-01", "unknown"),
        ("51/2010/QH12", "2021-01-01", "in_force"),
        ("51/2010/QH12", "2023-01-01", "partly_ended"),
        ("42/2013/QH13", "2020-04-30", "in_force"),
        ("42/2013/QH13", "2020-05-01", "suspended"),
    ],
)
def test_the_status_on_a_day(dataset: Dataset, number: str, day: str, status: Status) -> None:
    assert effect(dataset, number, date.fromisoformat(day)).status == status


def test_the_act_that_ends_a_law_is_named_with_its_day(dataset: Dataset) -> None:
    found = effect(dataset, "43/2013/QH13", date(2024, 6, 1))
    assert (found.in_force, found.since, found.until) == (False, date(2014, 7, 1), date(2024, 1, 1))
    act = found.acts[0]
    assert (act.kind, act.instrument.number, act.effective) == ("replaces", "22/2023/QH15", date(2024, 1, 1))
    assert "22/2023/QH15" in found.reason.vi


def test_unknown_stays_unknown_and_says_what_is_missing(dataset: Dataset) -> None:
    found = effect(dataset, "10/2020/QĐ-UBND", date(2023, 1, 1))
    assert found.in_force is None
    assert [(act.instrument.number, act.effective) for act in found.acts] == [("99/2022/QH15", None)]
    assert "chưa rõ ngày" in found.reason.vi
    assert "not known" in found.reason.en

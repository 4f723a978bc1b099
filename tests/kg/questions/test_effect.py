"""In force on a day: by dates, by the acts that end, suspend or touch it; unknown where nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
DECREE = Said("Nghị định", "907/2019/NĐ-CP", "Chính phủ", "2019-02-01")
OLD_DECREE = Doc(
    "old decree", (), "Nghị định", "907/2019/NĐ-CP", "Chính phủ", "2019-02-01", effective="2019-03-20"
)
NEW_DECREE = Doc(
    "new decree",
    (replace(DECREE, relation="repeals", effective="2019-04-01"),),
    "Nghị định",
    "908/2023/NĐ-CP",
    "Chính phủ",
    "2023-05-01",
    effective="2023-07-01",
)
TRIAL = Doc(
    "trial", (), "Nghị quyết", "909/2021/NQ-CP", "Chính phủ", "2021-01-05", effective="2021-02-01",
    expired="2022-01-01",
)  # fmt: skip
CIRCULAR = Said("Thông tư", "905/2021/TT-BTC", "Bộ Tài chính", "2021-01-05")
SPEAKING = [
    Doc(f"text {number}", (replace(CIRCULAR, effective=day),), number=f"{number}/KH-UBND")
    for number, day in enumerate(("2021-03-01", "2021-03-01", "2021-05-01"), start=1)
]
OTHER_CIRCULAR = Said("Thông tư", "906/2021/TT-BTC", "Bộ Tài chính", "2021-01-05")
CONTRADICTING = [
    Doc(f"text {number}", (replace(OTHER_CIRCULAR, effective=day),), number=f"{number}/KH-UBND")
    for number, day in enumerate(("2021-03-01", "2021-05-01"), start=4)
]
CONSOLIDATED = Doc(
    "consolidated", (replace(DECREE, relation="repeals"),), "Văn bản hợp nhất", "9/VBHN-BTC", "Bộ Tài chính",
    "2020-02-01",
)  # fmt: skip
DOCUMENTS = (
    CITING, NEW, SUSPENDING, OLD_DECREE, NEW_DECREE, CONSOLIDATED, TRIAL, *SPEAKING, *CONTRADICTING,
)  # fmt: skip


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder: Path = tmp_path_factory.mktemp("effect")
    with Dataset.open(dataset_of(folder, *DOCUMENTS)) as opened:
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
        ("907/2019/NĐ-CP", "2019-03-19", "not_yet"),
        ("907/2019/NĐ-CP", "2019-03-20", "in_force"),
        ("907/2019/NĐ-CP", "2023-06-30", "in_force"),
        ("907/2019/NĐ-CP", "2023-07-01", "ended"),
        ("909/2021/NQ-CP", "2021-12-31", "in_force"),
        ("909/2021/NQ-CP", "2022-01-01", "ended"),
        ("905/2021/TT-BTC", "2021-02-28", "not_yet"),
        ("905/2021/TT-BTC", "2021-03-01", "in_force"),
        ("906/2021/TT-BTC", "2021-03-01", "unknown"),
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


def test_the_days_come_with_the_clause_of_the_own_text(dataset: Dataset) -> None:
    found = effect(dataset, "909/2021/NQ-CP", date(2021, 6, 1))
    assert (found.since, found.until) == (date(2021, 2, 1), date(2022, 1, 1))
    assert [(one.event, one.day, one.evidence.file) for one in found.stated] == [
        ("begins", date(2021, 2, 1), "trial.txt"),
        ("ends", date(2022, 1, 1), "trial.txt"),
    ]


def test_a_day_of_the_tables_has_no_clause(dataset: Dataset) -> None:
    assert effect(dataset, "22/2023/QH15", date(2024, 1, 1)).stated == ()


def test_the_day_that_most_texts_give_comes_with_those_texts(dataset: Dataset) -> None:
    stated = effect(dataset, "905/2021/TT-BTC", date(2021, 6, 1)).stated
    assert {one.evidence.file for one in stated} == {"text 1.txt", "text 2.txt"}


def test_a_consolidated_text_ends_nothing_that_its_acts_ended(dataset: Dataset) -> None:
    acts = effect(dataset, "907/2019/NĐ-CP", date(2024, 1, 1)).acts
    assert [act.instrument.number for act in acts] == ["908/2023/NĐ-CP"]


def test_unknown_stays_unknown_and_says_what_is_missing(dataset: Dataset) -> None:
    found = effect(dataset, "10/2020/QĐ-UBND", date(2023, 1, 1))
    assert found.in_force is None
    assert [(act.instrument.number, act.effective) for act in found.acts] == [("99/2022/QH15", None)]
    assert "chưa rõ ngày" in found.reason.vi
    assert "not known" in found.reason.en

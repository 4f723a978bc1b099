"""A pass over everything gives what came about step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.errors import NoDataset
from kg.export.nquads import nquads_lines
from kg.recompute import recompute
from tests.kg.resolve.datasets import dataset_of
from tests.kg.resolve.world import Doc, Said

DOCS = (
    Doc("waiting", (Said("Thông tư", "77/2023/TT-BGDĐT"), Said("Kế hoạch", "38/KH-UBND"))),
    Doc("full", (Said("Thông tư", "77/2023/TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),), number="11/KH-UBND"),
    Doc("wrong", (Said("Luật", "43/2019/QH14", "Quốc hội", "2019-06-15"),), number="12/KH-UBND"),
)


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris))


def test_recomputing_changes_nothing_that_was_right(tmp_path: Path) -> None:
    store = dataset_of(tmp_path, *DOCS)
    before = lines(store)
    counted = recompute(store)
    assert lines(store) == before
    assert (counted.documents, counted.resolved, counted.open, counted.problems) == (
        3,
        (("known-instrument", 1),),
        1,
        (("date-contradicts-known", 1),),
    )


def test_there_must_be_a_dataset(tmp_path: Path) -> None:
    with pytest.raises(NoDataset):
        recompute(tmp_path / "nothing")

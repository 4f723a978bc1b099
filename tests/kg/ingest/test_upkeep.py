"""Copies of a dataset, and its index made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest, NoDataset, StoreBusy, StoreError
from kg.export.nquads import nquads_lines
from kg.ingest import ingest, remove
from kg.ingest.upkeep import backup, rebuild_index, restore
from kg.ingest.workspace import Workspace
from kg.questions.stats import stats
from tests.kg.samples import extract_sample, plan_of_lang_son, write_samples


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    write_samples(tmp_path / "files")
    ingest([tmp_path / "files"], tmp_path / "data", extract=extract_sample)
    return tmp_path / "data"


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris, provenance=True))


def test_a_backup_comes_back_as_it_was(store: Path, tmp_path: Path) -> None:
    before = lines(store)
    report = backup(store, tmp_path / "copy")
    remove(store, "lang-son.txt")
    assert lines(store) != before
    assert (report.generation, report.bytes > 0) == (1, True)
    restore(tmp_path / "copy", tmp_path / "restored")
    assert lines(tmp_path / "restored") == before
    with Dataset.open(tmp_path / "restored") as dataset:
        assert dataset.texts.get(plan_of_lang_son().hash) == plan_of_lang_son().text


def test_a_restored_dataset_goes_on(store: Path, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "restored")
    report = ingest([tmp_path / "files"], tmp_path / "restored", extract=extract_sample)
    assert (len(report.unchanged), report.loaded) == (3, ())
    assert remove(tmp_path / "restored", "lang-son.txt").removed == ("lang-son.txt",)


def test_nothing_is_written_over(store: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with pytest.raises(BadRequest):
        backup(store, tmp_path / "copy")
    with pytest.raises(NoDataset):
        backup(tmp_path / "nowhere", tmp_path / "other")


def test_an_index_is_made_anew_with_the_same_content(store: Path) -> None:
    folder = store / "index" / "1"
    before = {path.name: path.read_bytes() for path in folder.glob("*.npy")}
    report = rebuild_index(store)
    assert {path.name: path.read_bytes() for path in folder.glob("*.npy")} == before
    assert (report.generation, report.instruments > 0, report.edges > 0) == (1, True, True)


def test_an_index_of_another_version_says_what_to_do(store: Path) -> None:
    (store / "index" / "1" / "days.npy").unlink()
    with Dataset.open(store) as dataset, pytest.raises(StoreError, match="rebuild-index"):
        stats(dataset)
    rebuild_index(store)
    with Dataset.open(store) as dataset:
        assert stats(dataset).documents == 3


def test_an_index_is_not_made_while_the_dataset_is_written(store: Path) -> None:
    with Workspace(store), pytest.raises(StoreBusy):
        rebuild_index(store)

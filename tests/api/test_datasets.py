"""The server answers from the newest published state."""

from __future__ import annotations

from pathlib import Path

import pytest

from api import datasets
from api.datasets import PublishedDataset
from kg.errors import NoDataset
from kg.ingest import ingest
from kg.questions.stats import stats
from tests.api.conftest import SAMPLES


def test_a_newer_state_is_taken_up_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "_LOOK_EVERY", 0.0)
    ingest([SAMPLES / "07-lang-son-38-kh-ubnd.txt"], tmp_path / "kho")
    published = PublishedDataset(tmp_path / "kho")
    before = published.current()
    assert stats(before).documents == 1

    for name, documents in (("08-dong-nai-38-kh-ubnd.txt", 2), ("10-bac-son-55-kh-ubnd.txt", 3)):
        ingest([SAMPLES / name], tmp_path / "kho")
        assert stats(published.current()).documents == documents

    published.close()


def test_the_state_before_the_newest_still_answers_those_who_are_asking_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets, "_LOOK_EVERY", 0.0)
    ingest([SAMPLES / "07-lang-son-38-kh-ubnd.txt"], tmp_path / "kho")
    published = PublishedDataset(tmp_path / "kho")
    before = published.current()
    ingest([SAMPLES / "08-dong-nai-38-kh-ubnd.txt"], tmp_path / "kho")
    published.current()

    assert stats(before).documents == 1
    published.close()


def test_no_dataset_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(NoDataset):
        PublishedDataset(tmp_path / "none")

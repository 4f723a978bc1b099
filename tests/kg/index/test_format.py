"""An index of another version is not read, and its user told what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.errors import StoreError
from kg.ingest.upkeep import rebuild_index


@pytest.mark.parametrize("format_", [None, "1", "99", ""])
def test_an_index_of_another_version_is_made_anew(
    sample_store: Path, tmp_path: Path, format_: str | None
) -> None:
    store = tmp_path / "data"
    shutil.copytree(sample_store, store)
    with Dataset.open(store) as dataset:
        file = dataset.layout.index(dataset.generation) / "format"
    if format_ is None:
        file.unlink()
    else:
        file.write_text(format_, encoding="utf-8")
    with Dataset.open(store) as dataset, pytest.raises(StoreError, match="danchieu rebuild-index"):
        assert dataset.index
    rebuild_index(store)
    with Dataset.open(store) as dataset:
        assert len(dataset.index.canonical)

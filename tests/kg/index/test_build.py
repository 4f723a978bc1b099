"""An index is the same whether it is made of the rows that are kept or of what the store says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.ingest.upkeep import rebuild_index


@pytest.mark.parametrize("dataset", ["sample_store", "synthetic_store"])
def test_rows_that_are_kept_and_the_store_make_the_same_index(
    dataset: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    kept: Path = request.getfixturevalue(dataset)
    store = tmp_path / "data"
    shutil.copytree(kept, store)
    (store / "stated.sqlite").unlink()
    rebuild_index(store)
    assert files_in(store / "index") == files_in(kept / "index")


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

"""The manifest of a dataset's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import NoDataset, StoreError
from kg.store.layout import Layout, Manifest


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    layout.write_manifest(Manifest("https://example.org/", 7))
    assert layout.read_manifest() == Manifest("https://example.org/", 7)
    assert [path.name for path in tmp_path.iterdir()] == ["dataset.json"]


def test_an_empty_folder_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(NoDataset):
        Layout(tmp_path).read_manifest()


@pytest.mark.parametrize("content", ["", "[]", '{"base": 1, "other": 2}', '{"base": "b", "format": 99}'])
def test_a_manifest_that_cannot_be_read_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / "dataset.json").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError):
        Layout(tmp_path).read_manifest()

"""What tests of the graph share: a dataset made of the samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.bench_data import write_bench_data
from kg.dataset import Dataset
from kg.ingest import ingest
from tests.kg.samples import extract_sample, write_samples


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dataset with the three samples."""
    files = tmp_path_factory.mktemp("samples")
    write_samples(files)
    store = tmp_path_factory.mktemp("data") / "kg-data"
    report = ingest([files], store, extract=extract_sample)
    assert len(report.loaded) == 3
    return store


@pytest.fixture(scope="session")
def samples(sample_store: Path) -> Iterator[Dataset]:
    """The samples, open for questions."""
    with Dataset.open(sample_store) as dataset:
        yield dataset


@pytest.fixture(scope="session")
def synthetic_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dataset with 300 synthetic documents."""
    store = tmp_path_factory.mktemp("synthetic") / "data"
    write_bench_data(store, 300)
    return store


@pytest.fixture(scope="session")
def synthetic(synthetic_store: Path) -> Iterator[Dataset]:
    """The synthetic documents, open for questions."""
    with Dataset.open(synthetic_store) as dataset:
        yield dataset

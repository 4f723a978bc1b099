"""A small store for the competency queries: the samples of the graph's tests and of the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.pipeline import extract
from kg.dataset import Dataset
from kg.ingest import ingest
from tests.kg.samples import all_samples, extract_sample, write_samples

DEMO = Path(__file__).parents[2] / "api" / "samples"


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """Eighteen sample documents, open for questions."""
    folder = tmp_path_factory.mktemp("samples")
    write_samples(folder)
    texts = {sample.text for sample in all_samples()}
    store = tmp_path_factory.mktemp("data") / "store"
    ingest(
        [folder, *sorted(DEMO.glob("*.txt"))],
        store,
        extract=lambda text: extract_sample(text) if text in texts else extract(text),
    )
    with Dataset.open(store) as opened:
        yield opened

"""A dataset that many threads ask at once opens each of its parts once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kg.dataset import Dataset

THREADS = 16


@pytest.mark.parametrize("part", ["index", "search_index", "query_workers"])
def test_a_part_is_opened_once(sample_store: Path, part: str) -> None:
    with Dataset.open(sample_store) as dataset, ThreadPoolExecutor(THREADS) as threads:
        together = Barrier(THREADS)

        def ask() -> int:
            together.wait()
            return id(getattr(dataset, part))

        found = [threads.submit(ask) for _ in range(THREADS)]
        assert len({asked.result() for asked in found}) == 1

"""The gazette read by each engine, side by side: `python -m pytest tests/bench/test_bench_engines.py -s`.

Wall times of rounds taken in turns, medians, and the load of the machine. "Reading" is from the first file to
the last, with workers that have started and read one document each; "in all" counts their start too.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest.batch import tool_version
from kg.ingest.engines import Engine, EngineName, running
from kg.ingest.files import find_files
from kg.ingest.pool import ReaderPool
from kg.ingest.shard_work import ShardTask, read_shard
from kg.ingest.shards import shards
from kg.iris import DEFAULT_BASE, Iris
from tests.bench.corpora import GAZETTE

WORKERS = 2
ROUNDS = int(os.environ.get("DANCHIEU_BENCH_ROUNDS", "3"))
EVERY = int(os.environ.get("DANCHIEU_BENCH_EVERY", "1"))
"""Which part of the files is read: all, or every second, third … of them."""
SECONDS = 300.0

pytestmark = [
    pytest.mark.filterwarnings("default"),
    pytest.mark.skipif(not GAZETTE.is_dir(), reason="the shared corpus is not beside the project"),
]


def gazette() -> tuple[Path, ...]:
    return find_files([GAZETTE])[::EVERY]


def straight(_: Path) -> tuple[float, float]:
    """The process pool as `danchieu ingest` uses it, without shards: the graphs come to the caller."""
    files = gazette()
    start = time.perf_counter()
    with ReaderPool(Iris(DEFAULT_BASE), WORKERS, SECONDS) as pool:
        assert list(pool.read(files[:WORKERS]))
        started = time.perf_counter()
        assert sum(len(file.documents) for file in pool.read(files)) == len(files)
        return time.perf_counter() - started, time.perf_counter() - start


def by_shards(name: EngineName) -> Callable[[Path], tuple[float, float]]:
    """An engine that reads the same into a folder of shards."""

    def read(folder: Path) -> tuple[float, float]:
        files = gazette()

        def task(*paths: Path) -> ShardTask:
            return ShardTask(paths, str(folder), DEFAULT_BASE, tool_version(), SECONDS, force=True)

        start = time.perf_counter()
        with running(Engine(name, WORKERS)) as workers:
            assert list(workers.run(read_shard, [task(path) for path in files[:WORKERS]]))
            started = time.perf_counter()
            answers = list(workers.run(read_shard, [task(*shard) for shard in shards(files)]))  # type: ignore[arg-type]
            assert sum(answer.value.documents for answer in answers if answer.value) == len(files)
            return time.perf_counter() - started, time.perf_counter() - start

    return read


ENGINES: dict[str, Callable[[Path], tuple[float, float]]] = {
    "process pool, straight": straight,
    "process pool, shards": by_shards("local"),
    "Dask, shards": by_shards("dask"),
}


def test_engines_beside_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ENGINES}
    for number in range(ROUNDS):
        for name, measure in ENGINES.items():
            folder = tmp_path / f"{number}-{name}"
            taken[name].append(measure(folder))
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    base = statistics.median(reading for reading, _ in taken["process pool, shards"])
    with capsys.disabled():
        print(f"\n{WORKERS} workers, {len(gazette())} documents, load {load:.1f}\n")
        print("| engine | reading, s | in all, s | times the pool by shards |")
        print("| --- | ---: | ---: | ---: |")
        for name, rounds in taken.items():
            reading, whole = (statistics.median(part) for part in zip(*rounds, strict=True))
            print(f"| {name} | {reading:.1f} | {whole:.1f} | {reading / base:.2f} |")

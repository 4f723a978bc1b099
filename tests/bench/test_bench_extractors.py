"""Our extractor beside its nearest peers, each on its own language; linearity, hostile input and memory.

    python -m pytest tests/bench/test_bench_extractors.py

Not part of the ordinary test run. The peers come with the extra `bench`; a missing one is skipped.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.pipeline import extract
from tests.bench import corpora
from tests.bench.conftest import Measured
from tests.extractors.hostile import HOSTILE, Hostile

pytestmark = pytest.mark.filterwarnings("default")

ROOT = Path(__file__).resolve().parents[2]
MEMORY_LIMIT = 300_000_000
"""Bytes that one process may hold at its peak."""
SLOWEST = 3e-6
"""Seconds that one byte of hostile input may cost."""

Count = Callable[[str], int]


def ours(text: str) -> int:
    return len(extract(text).citations)


def eyecite(tmp_path: Path) -> Count:
    """eyecite with its fastest tokenizer; the compiled expressions are cached before the clock starts."""
    module = pytest.importorskip("eyecite")
    pytest.importorskip("hyperscan")
    from eyecite.tokenizers import HyperscanTokenizer

    tokenizer = HyperscanTokenizer(cache_dir=str(tmp_path))
    return lambda text: len(module.get_citations(text, tokenizer=tokenizer))


def eyecite_default(_: Path) -> Count:
    module = pytest.importorskip("eyecite")
    return lambda text: len(module.get_citations(text))


def legal_reference_extraction(_: Path) -> Count:
    orchestrator = pytest.importorskip("refex.orchestrator")
    extractor = orchestrator.CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize(
    ("name", "make", "texts"),
    [
        ("danchieu, Vietnamese gazette", lambda _: ours, corpora.vietnamese),
        ("eyecite with Hyperscan, English", eyecite, corpora.english),
        ("eyecite without Hyperscan, English", eyecite_default, lambda: corpora.english(40_000)),
        ("legal-reference-extraction, German", legal_reference_extraction, corpora.german),
    ],
    ids=["danchieu", "eyecite-hyperscan", "eyecite", "legal-reference-extraction"],
)
def test_speed(
    benchmark: BenchmarkFixture,
    report: Callable[[Measured], None],
    tmp_path: Path,
    name: str,
    make: Callable[[Path], Count],
    texts: Callable[[], list[str]],
) -> None:
    count, documents = make(tmp_path), texts()
    assert count(documents[0]) > 0, "the extractor must find something in the text it is measured on"

    def run() -> int:
        return sum(count(text) for text in documents)

    citations = benchmark.pedantic(run, rounds=3, iterations=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats
    size, seconds = corpora.size_of(documents), benchmark.stats.stats.min
    benchmark.extra_info.update(
        megabytes_per_second=round(size / 1e6 / seconds, 2), citations_per_second=round(citations / seconds)
    )
    report(Measured(name, size, citations, seconds))


def seconds_for(text: str, repeats: int = 3) -> float:
    """The best of some runs, in processor time, so that a busy machine disturbs less."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        extract(text)
        best = min(best, time.process_time() - start)
    return best


def test_sixteen_times_the_text_costs_at_most_twenty_times_the_time() -> None:
    document = max(corpora.vietnamese()[:40], key=len)[:200_000]
    extract(document)
    once, many = seconds_for(document), seconds_for(document * 16)
    assert many / once <= 20, f"{once:.3f} s for one, {many:.3f} s for sixteen"


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_hostile_repeats_never_run_away(hostile: Hostile) -> None:
    text = hostile.text(30_000)
    spent = seconds_for(text, repeats=1)
    assert spent <= SLOWEST * len(text.encode()) + 0.2, f"{spent:.2f} s for {len(text.encode()):,} bytes"


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_four_times_the_hostile_text_costs_at_most_six_times_the_time(hostile: Hostile) -> None:
    short, long = hostile.text(25_000), hostile.text(100_000)
    extract(short)
    once, many = seconds_for(short), seconds_for(long)
    assert many <= 6 * once + 0.05, f"{once:.3f} s for one, {many:.3f} s for four"


MEASURE = """
import re
from pathlib import Path
from extractors.pipeline import extract
from tests.bench.corpora import each_vietnamese
for text in each_vietnamese():
    extract(text)
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))[1])
"""
"""Prints the peak in kB. The kernel's own count for this program: `getrusage` would also count its parent."""


@pytest.mark.skipif(
    not Path("/proc/self/status").is_file(), reason="the peak is read from the proc file system"
)
def test_one_process_stays_small() -> None:
    """The whole corpus in one process, one document after the other."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    peak = int(done.stdout) * 1024
    assert peak <= MEMORY_LIMIT, f"{peak / 1e6:.0f} MB"

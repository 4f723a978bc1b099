"""Measures a dataset of one size: `python -m tests.bench.kg_scale DOCUMENTS FOLDER STAGE` prints JSON.

Each stage is a process of its own, so that memory is that of the stage. `load`, `baseline` and `rdflib` load
the same synthetic documents by this project, by pyoxigraph alone, and into rdflib's own store; `questions`
asks the loaded dataset, `serve` starts a server on it, `late` adds single documents. Times are wall seconds
with CPU seconds of the process beside them; those of a question and of the same in SPARQL or networkx are CPU
seconds, of one process each.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

import numpy as np

from kg.bench_data import synthetic_documents, write_bench_data
from kg.dataset import Dataset
from kg.graph import document_graph
from kg.ingest.upkeep import rebuild_index
from kg.ingest.workspace import Workspace
from kg.iris import Iris
from kg.written import written

ROUNDS = 5
LOOKUPS = 300
LATE_SEED = 1945
"""Of documents that are not among those loaded."""
QUERIES = (
    "2457", "giáo dục", "giao duc", "12/KH-UBND", "chuyển đổi số", "chuyen doi so 2019", "ubnd tinh lang son",
    "Quyết định về phát triển nông thôn", "an toan thuc pham", "5/2010", "ke hoach", "Bộ Nội vụ", "hđnd",
    "na",
)  # fmt: skip
Figures = dict[str, Any]


def load(documents: int, folder: Path) -> Figures:
    """Through the workspace: texts, journal, bulk load, optimize, snapshot and index."""
    cpu = time.process_time()
    report = write_bench_data(folder / "data", documents, resolve=False)
    cpu = time.process_time() - cpu
    clock, index_cpu = time.perf_counter(), time.process_time()
    rebuild_index(folder / "data")
    return {
        "citations": report.citations,
        "quads": report.quads,
        "seconds": report.load_seconds,
        "cpu": cpu - report.make_cpu,
        "index_seconds": time.perf_counter() - clock,
        "index_cpu": time.process_time() - index_cpu,
        "rss_mb": _peak_rss(),
        "bytes": {part.name: _size(part) for part in sorted((folder / "data").iterdir())},
    }


def baseline(documents: int, folder: Path) -> Figures:
    """pyoxigraph's own bulk load and optimize of the same N-Quads."""
    import pyoxigraph

    path = _nquads(documents, folder)
    store = pyoxigraph.Store(str(folder / "baseline"))
    clock, cpu = time.perf_counter(), time.process_time()
    store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    store.optimize()
    seconds = time.perf_counter() - clock
    return {"seconds": seconds, "cpu": time.process_time() - cpu, "nquads_bytes": path.stat().st_size}


def rdflib(documents: int, folder: Path) -> Figures:
    """rdflib's own store in memory, from the same N-Quads."""
    import rdflib as library

    path = _nquads(documents, folder)
    dataset = library.Dataset()
    clock, cpu = time.perf_counter(), time.process_time()
    dataset.parse(str(path), format="nquads")
    seconds = time.perf_counter() - clock
    return {"seconds": seconds, "cpu": time.process_time() - cpu, "rss_mb": _peak_rss()}


def late(_documents: int, folder: Path) -> Figures:
    """One more document into the loaded dataset, published; nothing is resolved, as in `load`."""
    coming = list(synthetic_documents(20, seed=LATE_SEED))[-ROUNDS:]
    seconds, cpu_seconds = [], []
    for source, extraction in coming:
        clock, cpu = time.perf_counter(), time.process_time()
        with Workspace(folder / "data") as workspace:
            graph = document_graph(extraction, source, workspace.iris)
            workspace.put(source.hash, extraction.text, written(graph, workspace.iris))
            workspace.journal.record(
                source.file_name, source.sha256, "bench", [(source.hash, source.file_name)]
            )
            workspace.publish(datetime.now(UTC), "bench", derive=False)
        seconds.append(time.perf_counter() - clock)
        cpu_seconds.append(time.process_time() - cpu)
    return {"seconds": statistics.median(seconds), "cpu": statistics.median(cpu_seconds)}


def questions(documents: int, folder: Path) -> Figures:
    """Every question of the index beside the same question in SPARQL or networkx, over the same store."""
    from kg.questions.coverage import coverage, coverage_matrix
    from kg.questions.instrument import citations
    from kg.questions.lookup import candidates
    from kg.questions.search import search

    clock = time.perf_counter()
    dataset = Dataset.open(folder / "data")
    candidates(dataset, "1/QĐ-TTg")
    opened = time.perf_counter() - clock
    index = dataset.index
    chosen = _instruments(dataset)
    refs = [index.names.ref(node) for node in chosen]
    found: Figures = {
        "open_seconds": opened,
        "lookup": _spread(lambda ref: candidates(dataset, ref.number or ref.iri), refs),
        "cited_by": _spread(lambda ref: citations(dataset, ref.iri, side="in"), refs),
        "cites": _spread(lambda ref: citations(dataset, ref.iri, side="out"), refs),
        "search": _spread(lambda query: search(dataset, query), QUERIES * 10),
        "rss_mb": _peak_rss(),
    }
    central = [index.iri(node) for node in _most_implemented(dataset)[:20]]
    found["coverage"] = _median(lambda: coverage(dataset, central, era="63"))
    found["matrix"] = _median(lambda: coverage_matrix(dataset, era="63"))
    terms = " ".join(f"<{iri}>" for iri in central)
    found["matrix_first"] = _first(lambda: coverage_matrix(Dataset.open(folder / "data"), era="63"))
    found["coverage_sparql"] = _median(
        lambda: list(
            dataset.store.select(
                f"SELECT ?t ?b (COUNT(DISTINCT ?s) AS ?n) {{ VALUES ?t {{ {terms} }} "
                "?s dch:implements ?t ; eli:passed_by ?b } GROUP BY ?t ?b"
            )
        )
    )
    return found | _chains(dataset, central)


def serve(_documents: int, folder: Path) -> Figures:
    """From the start of the command to the first answer, and the memory after look-ups, pages and chains."""
    with Dataset.open(folder / "data") as dataset:
        central = [quote(dataset.index.iri(node)) for node in _most_implemented(dataset)[:20]]
    starts, cpu = [], []
    for _ in range(ROUNDS):
        clock, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        with _server(folder / "data"):
            starts.append(time.perf_counter() - clock)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime)
    with _server(folder / "data") as url:
        for asked in central:
            for path in (f"citations/{asked}?side=in", f"chains/{asked}?limit=1000", f"search?q={asked}"):
                _get(f"{url}api/v1/{path}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "start_seconds": statistics.median(starts),
        "start_cpu": statistics.median(cpu),
        "start_cpu_least": min(cpu),
        "rss_mb": peak,
    }


@contextmanager
def _server(store: Path) -> Iterator[str]:
    """The address of a server that has answered that it is ready."""
    command = [sys.executable, "-m", "api.cli", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen([*command, "--format", "json"], stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None
            url: str = json.loads(server.stdout.readline())["url"]
            _get(f"{url}readyz")
            yield url
        finally:
            server.kill()


def _get(url: str) -> None:
    with build_opener(ProxyHandler({})).open(url, timeout=60) as answer:
        answer.read()


def _chains(dataset: Dataset, central: list[str]) -> Figures:
    import networkx

    from kg.questions.chain import chain, reached

    widest = max(central, key=lambda iri: len(reached(dataset, iri)))
    graph = networkx.DiGraph()
    for source, target in dataset.store.select("SELECT DISTINCT ?a ?b { ?a dch:implements ?b }"):
        graph.add_edge(source.value, target.value)
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x dch:implements+ <{widest}> }}"
    everyone = reached(dataset, widest)
    node = dataset.index.canonical_node(widest) or 0
    relations = dataset.index.numbers(("implements",))
    assert set(everyone) == networkx.ancestors(graph, widest) - {widest}
    return {
        "reached": len(everyone),
        "chain": _median(lambda: dataset.index.edges.reach(node, "in", relations)),
        "chain_iris": _median(lambda: reached(dataset, widest)),
        "chain_evidence_100": _median(lambda: chain(dataset, widest, limit=100)),
        "chain_sparql": _median(lambda: list(dataset.store.select(query))),
        "chain_networkx": _median(lambda: networkx.ancestors(graph, widest)),
    }


def _instruments(dataset: Dataset) -> list[int]:
    """Half of them as they come, half as often as they are cited."""
    draw = random.Random(7)
    targets, _ = dataset.index.edges.all("in")
    nodes = np.unique(targets).tolist()
    return draw.choices(nodes, k=LOOKUPS // 2) + draw.choices(targets.tolist(), k=LOOKUPS // 2)


def _most_implemented(dataset: Dataset) -> list[int]:
    targets, rows = dataset.index.edges.all("in")
    counts = np.bincount(targets[rows.relation == dataset.index.numbers(("implements",))[0]])
    return [int(node) for node in np.argsort(-counts, kind="stable")]


def _spread(ask: Callable[[Any], object], subjects: Iterable[Any]) -> Figures:
    times, cpu_times = [], []
    for subject in subjects:
        clock, cpu = time.perf_counter(), time.process_time()
        ask(subject)
        times.append(time.perf_counter() - clock)
        cpu_times.append(time.process_time() - cpu)
    return {
        "median": statistics.median(times),
        "p95": _percentile(times),
        "cpu_p95": _percentile(cpu_times),
        "max": max(times),
    }


def _percentile(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _median(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        cpu = time.process_time()
        ask()
        times.append(time.process_time() - cpu)
    return statistics.median(times)


def _first(ask: Callable[[], object]) -> float:
    cpu = time.process_time()
    ask()
    return time.process_time() - cpu


def _nquads(documents: int, folder: Path) -> Path:
    path = folder / "documents.nq"
    if not path.exists():
        iris = Iris()
        with path.open("wb") as file:
            for source, extraction in synthetic_documents(documents):
                file.write(document_graph(extraction, source, iris).nquads())
    return path


def _peak_rss() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


if __name__ == "__main__":
    stages = {
        "load": load, "baseline": baseline, "rdflib": rdflib, "late": late, "questions": questions,
        "serve": serve,
    }  # fmt: skip
    json.dump(stages[sys.argv[3]](int(sys.argv[1]), Path(sys.argv[2])), sys.stdout)

"""Query processes: killed at the deadline, one query's end is no one else's."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.errors import QueryBusy, QueryRejected, QueryTimeout, StoreError
from kg.sparql import Limits, QueryResult, Question, run
from kg.sparql.workers import WorkerPool
from kg.store.layout import Layout

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
QUICK = "ASK { ?s ?p ?o }"
ASK = Question(QUICK)


def test_a_query_that_overruns_is_ended_and_the_next_is_answered(samples: Dataset) -> None:
    with pytest.raises(QueryTimeout, match=r"0\.5 s"):
        run(samples, ENDLESS, timeout=0.5)
    assert run(samples, QUICK).truth


def test_a_query_without_a_turn_is_told_so(samples: Dataset) -> None:
    pool = WorkerPool(samples.layout, samples.generation, size=0)
    with pytest.raises(QueryBusy):
        pool.run(ASK, Limits(timeout=0.1))


def test_queries_run_side_by_side(samples: Dataset) -> None:
    pool = WorkerPool(samples.layout, samples.generation, size=2, patience=60.0)
    answers: list[QueryResult] = []
    threads = [threading.Thread(target=lambda: answers.append(pool.run(ASK, Limits()))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.truth for answer in answers] == [True] * 6
    pool.close()


def test_what_only_the_engine_finds_wrong_is_rejected(samples: Dataset) -> None:
    pool = WorkerPool(samples.layout, samples.generation, size=1)
    with pytest.raises(QueryRejected):
        pool.run(Question("SELECT ?x WHERE { ?x unknown:p ?y }"), Limits())
    assert pool.run(ASK, Limits()).truth
    pool.close()


def test_a_dataset_that_is_not_there(tmp_path: Path) -> None:
    pool = WorkerPool(Layout(tmp_path / "nowhere"), 1)
    with pytest.raises(StoreError):
        pool.run(ASK, Limits())

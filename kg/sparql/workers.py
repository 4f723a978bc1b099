"""Query processes over one snapshot, each killed when its query overruns."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import KgError, QueryBusy, QueryFailed, QueryTimeout, StoreError
from kg.sparql.answers import Limits, QueryResult, Question
from kg.sparql.worker import receive, send

WORKERS = max(2, min(4, os.cpu_count() or 2))
"""Queries that run at the same time; more wait for their turn."""

PATIENCE = 2.0
"""Seconds that a query waits for its turn before it is told to come again."""


class WorkerPool:
    """Keeps idle workers for the next query. Safe to use from several threads."""

    def __init__(self, snapshot: Path, size: int = WORKERS) -> None:
        self._snapshot = snapshot
        self._turn = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._closed = False

    def run(self, question: Question, limits: Limits) -> QueryResult:
        """Check and answer a query.

        Raises QueryTimeout when it took too long, QueryBusy when no worker became free soon, QueryRejected
        where it may not run or the engine finds it wrong, QueryFailed where it brought its worker down.
        """
        if not self._turn.acquire(timeout=min(PATIENCE, limits.timeout)):
            raise QueryBusy()
        try:
            worker = self._take()
            answer = worker.ask(question, limits)
            self._give_back(worker)
        finally:
            self._turn.release()
        if isinstance(answer, KgError):
            raise answer
        return answer

    def _take(self) -> _Worker:
        with self._lock:
            return self._idle.pop() if self._idle else _Worker(self._snapshot)

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        """End all workers that are idle; one that is answering ends with its answer."""
        with self._lock:
            idle, self._idle, self._closed = self._idle, [], True
        for worker in idle:
            worker.end()


class _Worker:
    """One process."""

    def __init__(self, snapshot: Path) -> None:
        self._snapshot = snapshot
        self._ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kg.sparql.worker", str(snapshot)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def ask(self, question: Question, limits: Limits) -> QueryResult | KgError:
        """The answer, or the error the worker met. A worker that overran or died is gone afterwards."""
        overran = threading.Event()

        def overrun() -> None:
            overran.set()
            self._process.kill()

        alarm = threading.Timer(limits.timeout, overrun)
        alarm.start()
        try:
            send(cast(BinaryIO, self._process.stdin), (question, limits))
            if not self._ready:
                self._ready = bool(receive(cast(BinaryIO, self._process.stdout)))
            return cast(QueryResult | KgError, receive(cast(BinaryIO, self._process.stdout)))
        except (EOFError, OSError) as error:
            self.end()
            if overran.is_set():
                raise QueryTimeout(seconds=limits.timeout) from error
            if self._ready:
                raise QueryFailed() from error
            raise StoreError(path=self._snapshot, reason="the query process ended early") from error
        finally:
            alarm.cancel()

    def end(self) -> None:
        """Kill the process and close its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

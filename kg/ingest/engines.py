"""Where shards are read: in processes of this machine, or by the workers of a Dask cluster.

Both are handed small tasks and answer with small values; a task whose worker is lost is done again.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, Literal, TypeVar

from kg.errors import BadRequest, StoreError

T = TypeVar("T")
R = TypeVar("R")

EngineName = Literal["local", "dask"]

RETRIES = 3
"""How often a task is tried again after its worker was lost."""
_AHEAD = 2
"""Tasks handed out for each worker: one to do, one to go on with."""
_CONNECT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine reads, with how many workers of its own, or at which address a cluster waits."""

    name: EngineName = "local"
    workers: int | None = None
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Answer(Generic[T, R]):
    """What came of the task with this number: its value, or the error that it ended with at last."""

    number: int
    task: T
    value: R | None = None
    error: BaseException | None = None


@dataclass(slots=True)
class Workers:
    """An engine at work. `renew` gives an executor in the place of one that broke.

    `width` tells how many workers there are now: those of a cluster come and go.
    """

    width: Callable[[], int]
    executor: Executor
    renew: Callable[[], Executor] | None = None

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Answer[T, R]]:
        """Do the tasks, each once, and give the answers as they come; few tasks are out at a time."""
        waiting, todo = enumerate(tasks), list[tuple[int, T, int]]()
        out: dict[Future[R], tuple[int, T, int]] = {}
        while True:
            wanted = max(1, self.width()) * _AHEAD
            while len(out) < wanted:
                if not todo and (following := next(waiting, None)) is not None:
                    todo.append((*following, 0))
                if not todo:
                    break
                number, task, tried = todo.pop()
                out[self._submit(function, task)] = number, task, tried
            if not out:
                return
            for future in wait(out, return_when=FIRST_COMPLETED).done:
                number, task, tried = out.pop(future)
                error = future.exception()
                if isinstance(error, BrokenExecutor) and tried < RETRIES:
                    todo.append((number, task, tried + 1))
                else:
                    yield Answer(number, task, None if error else future.result(), error)

    def _submit(self, function: Callable[[T], R], task: T) -> Future[R]:
        try:
            return self.executor.submit(function, task)
        except BrokenExecutor:
            if self.renew is None:
                raise
            self.executor = self.renew()
            return self.executor.submit(function, task)


def in_order(answers: Iterable[Answer[T, R]]) -> Iterator[Answer[T, R]]:
    """The answers in the order of their tasks: of equal documents the same one is loaded first each time."""
    early: dict[int, Answer[T, R]] = {}
    number = 0
    for answer in answers:
        early[answer.number] = answer
        while number in early:
            yield early.pop(number)
            number += 1


@contextmanager
def running(engine: Engine) -> Iterator[Workers]:
    """Start the engine, or join the cluster, and leave it at the end; a cluster that was joined goes on.

    Raises BadRequest where the extra `cluster` is not installed, StoreError where nobody answers.
    """
    with ExitStack() as stack:
        start = _local if engine.name == "local" else _dask
        yield start(engine, stack)


def _local(engine: Engine, stack: ExitStack) -> Workers:
    workers = engine.workers or os.cpu_count() or 1

    def pool() -> Executor:
        # Processes begin empty everywhere, as they do on Windows: what is forked shares open files.
        context = multiprocessing.get_context("spawn")
        return stack.enter_context(ProcessPoolExecutor(workers, mp_context=context))

    return Workers(lambda: workers, pool(), pool)


def _dask(engine: Engine, stack: ExitStack) -> Workers:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise BadRequest(what="--engine dask", reason="pip install 'danchieu[cluster]'") from error
    if engine.scheduler is None:
        workers = engine.workers or os.cpu_count() or 1
        # Watching what a worker's thread does a hundred times a second is not for free, and nobody looks.
        stack.enter_context(import_module("dask").config.set({"distributed.worker.profile.enabled": False}))
        cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        client = stack.enter_context(distributed.Client(stack.enter_context(cluster)))
    else:
        try:
            client = stack.enter_context(distributed.Client(engine.scheduler, timeout=_CONNECT_SECONDS))
        except (OSError, ValueError) as error:
            raise StoreError(path=engine.scheduler, reason=error) from error
    return Workers(lambda: sum(client.nthreads().values()), client.get_executor(pure=False, retries=RETRIES))

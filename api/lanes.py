"""Places for work that takes long, apart from the threads of look-ups, which so never wait behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar, ParamSpec, TypeVar

import anyio
from anyio import CapacityLimiter, Semaphore, to_thread

from kg.errors import KgError, Language
from kg.processes import PATIENCE
from kg.sparql.workers import WORKERS

P = ParamSpec("P")
T = TypeVar("T")


class Busy(KgError):
    """So much of this kind is being done that there was no place in time."""

    code = "busy"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Máy chủ đang bận việc khác. Thử lại sau ít phút.",
        "en": "The server is busy with other work. Try again in a moment.",
    }


class Lane:
    """So many places side by side; who finds none within `patience` seconds is sent away."""

    def __init__(self, places: int, patience: float = PATIENCE) -> None:
        self._turn = Semaphore(places)
        self._threads = CapacityLimiter(places)
        self._patience = patience

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `work` returns, done in a thread of this lane. Raises Busy, or what `work` raises."""
        try:
            with anyio.fail_after(self._patience):
                await self._turn.acquire()
        except TimeoutError as error:
            raise Busy() from error
        try:
            return await to_thread.run_sync(partial(work, *args, **kwargs), limiter=self._threads)
        finally:
            self._turn.release()


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of one server: SPARQL, reading of documents, files made of answers."""

    queries: Lane = field(default_factory=lambda: Lane(WORKERS))
    readings: Lane = field(default_factory=lambda: Lane(WORKERS))
    exports: Lane = field(default_factory=lambda: Lane(2, patience=10.0))

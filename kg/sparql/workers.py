"""Query processes over one published state, each killed when its query overruns."""

from __future__ import annotations

import os
from typing import cast

from kg.errors import KgError, QueryBusy, QueryFailed, QueryTimeout, StoreError
from kg.processes import PATIENCE, Ended, NoTurn, Overran, Workers
from kg.sparql.answers import Limits, QueryResult, Question
from kg.store.layout import Layout

WORKERS = max(2, min(4, os.cpu_count() or 2))
"""Queries that run at the same time; more wait for their turn."""


class WorkerPool:
    """Processes that answer over one state. Safe to use from several threads."""

    def __init__(
        self, layout: Layout, generation: int, size: int = WORKERS, patience: float = PATIENCE
    ) -> None:
        self._place = layout.root
        self._workers = Workers(
            "kg.sparql.worker", str(layout.root), str(generation), size=size, patience=patience
        )

    def run(self, question: Question, limits: Limits) -> QueryResult:
        """Check and answer a query.

        Raises QueryTimeout when it took too long, QueryBusy when no worker became free soon, QueryRejected
        where it may not run or the engine finds it wrong, QueryFailed where it brought its worker down.
        """
        try:
            answer = cast(QueryResult | KgError, self._workers.ask((question, limits), limits.timeout))
        except NoTurn as error:
            raise QueryBusy() from error
        except Overran as error:
            raise QueryTimeout(seconds=limits.timeout) from error
        except Ended as error:
            if error.started:
                raise QueryFailed() from error
            raise StoreError(path=self._place, reason="the query process ended early") from error
        if isinstance(answer, KgError):
            raise answer
        return answer

    def close(self) -> None:
        """End the processes."""
        self._workers.close()

"""The process that answers queries over one snapshot: `python -m kg.sparql.worker SNAPSHOT`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError
from kg.processes import receive as receive
from kg.processes import send as send
from kg.processes import serve
from kg.sparql.answers import Limits, QueryResult, Question, evaluate
from kg.sparql.guard import check
from kg.store.embedded import EmbeddedStore

Task = tuple[Question, Limits]


def opened(snapshot: Path) -> Callable[[Task], QueryResult | KgError]:
    """What answers queries over `snapshot`, or gives the error a query met."""
    store = EmbeddedStore.open_read_only(snapshot)

    def answer(task: Task) -> QueryResult | KgError:
        question, limits = task
        try:
            # Parsing, too, can be made to take for ever: it happens here, where it can be ended.
            check(question.query)
            return evaluate(store.engine, question, limits)
        except KgError as error:
            return error

    return answer


if __name__ == "__main__":
    serve(lambda: opened(Path(sys.argv[1])))

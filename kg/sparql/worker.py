"""The process that answers queries over a published state: `python -m kg.sparql.worker FOLDER GENERATION`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError
from kg.processes import serve
from kg.sparql.answers import Limits, QueryResult, Question, evaluate
from kg.sparql.guard import check
from kg.store.layout import Layout
from kg.store.opening import open_published

Task = tuple[Question, Limits]


def opened(layout: Layout, generation: int) -> Callable[[Task], QueryResult | KgError]:
    """What answers queries over the state, or gives the error a query met."""
    store = open_published(layout, generation)

    def answer(task: Task) -> QueryResult | KgError:
        question, limits = task
        try:
            # Parsing, too, can be made to take for ever: it happens here, where it can be ended.
            check(question.query)
            return evaluate(store, question, limits)
        except KgError as error:
            return error

    return answer


if __name__ == "__main__":
    serve(lambda: opened(Layout(Path(sys.argv[1])), int(sys.argv[2])))

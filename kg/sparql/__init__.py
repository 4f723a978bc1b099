"""Read-only SPARQL queries, checked, and run in processes that are killed at their deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.sparql.answers import Limits, QueryResult, Term
from kg.sparql.guard import check

if TYPE_CHECKING:
    from kg.dataset import Dataset

__all__ = ["Limits", "QueryResult", "Term", "check", "run"]


def run(dataset: Dataset, query: str, *, timeout: float = 30.0, max_rows: int = 100_000) -> QueryResult:
    """Answer `query` over the union of all graphs (`GRAPH ?g` reaches each by name); prefixes are known.

    `timeout` in seconds. The union keeps a triple once for each graph that states it: say DISTINCT. Raises
    QueryRejected (syntax, update, SERVICE, FROM), QueryTimeout, or QueryBusy when too many queries run.
    """
    check(query)
    return dataset.query_workers.run(query, Limits(timeout, max_rows))

"""Read-only SPARQL queries, checked, and run in processes that are killed at their deadline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import BadRequest
from kg.sparql.answers import Limits, QueryResult, Question, Term
from kg.sparql.guard import check, settled

if TYPE_CHECKING:
    from kg.dataset import Dataset

__all__ = ["Limits", "QueryResult", "Question", "Term", "check", "run", "settled"]


def run(
    dataset: Dataset,
    query: str,
    *,
    timeout: float = 30.0,
    max_rows: int = 100_000,
    max_characters: int = 50_000_000,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> QueryResult:
    """Answer `query` over the union of all graphs (`GRAPH ?g` reaches each by name); prefixes are known.

    `default_graphs` and `named_graphs` (IRIs of graphs of this dataset) narrow what is read, as the RDF
    dataset of the SPARQL protocol does. `timeout` in seconds. The union keeps a triple once for each graph
    that states it: say DISTINCT. Raises QueryRejected (syntax, update, SERVICE, FROM), QueryTimeout,
    QueryFailed, QueryBusy when too many queries run, or BadRequest for a graph that is not there.
    """
    for graph in (*default_graphs, *named_graphs):
        try:
            known = dataset.store.has_graph(graph)
        except ValueError as error:
            raise BadRequest(what=graph, reason=str(error)) from error
        if not known:
            raise BadRequest(what=graph, reason="no graph of this dataset; nothing is fetched from elsewhere")
    question = Question(settled(query), tuple(default_graphs), tuple(named_graphs))
    return dataset.query_workers.run(question, Limits(timeout, max_rows, max_characters))

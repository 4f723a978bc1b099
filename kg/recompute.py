"""Deriving everything anew from the documents: after tables or rules have changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg import vocab
from kg.dataset import Dataset
from kg.ingest.batch import tool_version
from kg.ingest.workspace import Workspace
from kg.store.layout import Layout


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What a pass over the whole dataset came to: nodes by the rule that resolved them, problems by kind."""

    documents: int
    resolved: tuple[tuple[str, int], ...]
    open: int
    problems: tuple[tuple[str, int], ...]


def recompute(store: Path) -> Recomputed:
    """Resolve every document of the dataset anew, find its problems anew, and publish the result.

    Reviews stay and are applied again. Raises NoDataset or StoreBusy.
    """
    started = datetime.now(UTC)
    Layout(store).read_manifest()
    with Workspace(store) as workspace:
        for name in (vocab.RESOLUTION_GRAPH, vocab.AUTHORITY_GRAPH, vocab.PROBLEMS_GRAPH):
            workspace.store.remove_graph(workspace.iris.graph(name))
        workspace.touch(workspace.journal.hashes())
        workspace.publish(started, tool_version())
    with Dataset.open(store) as dataset:
        return _count(dataset)


def _count(dataset: Dataset) -> Recomputed:
    graph = dataset.iris.graph(vocab.RESOLUTION_GRAPH)
    rules = Counter(
        row["r"].value.rpartition("rule-")[2]
        for row in dataset.store.select(
            f"SELECT ?r WHERE {{ GRAPH <{graph}> {{ ?n dch:resolutionRule ?r }} }}"
        )
    )
    kinds = Counter(
        row["k"].value.rpartition("problem-")[2]
        for row in dataset.store.select("SELECT ?k WHERE { ?p a dch:Problem ; dch:problemKind ?k }")
    )
    partial = "SELECT (COUNT(DISTINCT ?i) AS ?n) WHERE { ?i a dch:PartialInstrument"
    still_open = f"{partial} FILTER NOT EXISTS {{ ?i dch:resolvedAs ?t }} }}"
    documents = "SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a dch:SourceDocument }"
    return Recomputed(
        documents=_number(dataset, documents),
        resolved=tuple(rules.most_common()),
        open=_number(dataset, still_open),
        problems=tuple(kinds.most_common()),
    )


def _number(dataset: Dataset, query: str) -> int:
    return int(next(iter(dataset.store.select(query)))["n"].value)

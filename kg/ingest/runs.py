"""What the graph says of one run of the tool: when, by which version, with which documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.iris import Iris


def run_quads(iris: Iris, started: datetime, version: str, hashes: Iterable[str]) -> list[Quad]:
    """The run that began at `started` and ends now, in the graph of runs."""
    graph = NamedNode(iris.graph(vocab.RUNS_GRAPH))
    run = NamedNode(iris.run(started.strftime("%Y%m%dT%H%M%S%fZ")))
    return [
        Quad(run, vocab.TYPE, vocab.RUN, graph),
        Quad(run, vocab.TOOL_VERSION, Literal(version), graph),
        Quad(run, vocab.STARTED, _instant(started), graph),
        Quad(run, vocab.ENDED, _instant(datetime.now(UTC)), graph),
        *(Quad(run, vocab.USED, NamedNode(iris.document(hash_)), graph) for hash_ in sorted(hashes)),
    ]


def _instant(moment: datetime) -> Literal:
    return Literal(moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"), datatype=vocab.DATETIME)

"""What a store of quads must do, whatever engine stands behind it.

Queries see the union of all named graphs as the default graph; `GRAPH ?g` reaches each by its name. Terms
and quads are those of pyoxigraph. Blank nodes never occur.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]
"""What a query answers: rows, yes or no, or triples."""


class Store(Protocol):
    """A store open for reading, and for writing where it was opened so."""

    def query(
        self, query: str, *, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Answer:
        """The answer to a query of any form. Raises SyntaxError.

        Where graphs are named (IRIs), it reads only those, as the RDF dataset of the SPARQL protocol.
        """
        ...

    def select(self, query: str) -> QuerySolutions:
        """The rows of a SELECT query, lazily."""
        ...

    def graph_names(self) -> Iterator[str]:
        """The IRIs of all named graphs."""
        ...

    def graph_quads(self, graph: str) -> Iterator[Quad]:
        """All quads of one named graph."""
        ...

    def has_graph(self, graph: str) -> bool:
        """Whether the named graph is there."""
        ...

    def replace_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        """Put `quads`, all of them of `graph`, in the place of what the graph held, in one transaction."""
        ...

    def write_graph(self, graph: str, triples: str) -> None:
        """The same with statements that are written already, as N-Triples."""
        ...

    def remove_graph(self, graph: str) -> None:
        """Drop the named graph, if it is there."""
        ...

    def update(self, update: str) -> None:
        """Run a SPARQL update in one transaction."""
        ...

    def add(self, quads: Sequence[Quad]) -> None:
        """Add quads, however many, the fastest way; many of them without one transaction around them."""
        ...

    def load(self, nquads: bytes) -> None:
        """Add quads written as N-Quads, in one transaction."""
        ...

    def bulk_load(self, nquads: bytes) -> None:
        """Add very many quads fast, without one transaction around them. Other threads run meanwhile."""
        ...

    def optimize(self) -> None:
        """Put the files in order after a bulk load: look-ups are many times faster afterwards."""
        ...

    def flush(self) -> None:
        """Return when everything written is safe on disk."""
        ...

    def snapshot(self, target: Path) -> None:
        """Write the present state as a store of its own into the folder `target`, which must not exist."""
        ...

    def close(self) -> None:
        """Let go of the store. Closing twice is harmless."""
        ...

    def __len__(self) -> int:
        """The number of quads."""
        ...

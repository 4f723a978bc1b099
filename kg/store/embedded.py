"""The embedded store: Oxigraph in this process, on disk or in memory.

Oxigraph keeps no lock against readers: opening a folder read-only while another process writes it is
undefined. Readers therefore open snapshots, which nobody writes (`kg.dataset`). Nothing is synced to disk
before `flush`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat

from kg.errors import StoreBusy, StoreError
from kg.store.protocol import Answer
from kg.vocab import PREFIXES

_MANY = 5_000
"""Quads from which on files of their own cost less than a transaction."""


class EmbeddedStore:
    """A `kg.store.protocol.Store` over pyoxigraph."""

    def __init__(self, engine: pyoxigraph.Store, path: Path | None = None) -> None:
        self._engine: pyoxigraph.Store | None = engine
        self._path = path

    @classmethod
    def in_memory(cls) -> Self:
        """An empty store that lives as long as the object."""
        return cls(pyoxigraph.Store())

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open for writing, made where absent. Raises StoreBusy while another process has it open."""
        try:
            path.mkdir(parents=True, exist_ok=True)
            return cls(pyoxigraph.Store(str(path)), path)
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreBusy(path=path, reason="locked by another process") from error
            raise StoreError(path=path, reason=error) from error

    @classmethod
    def open_read_only(cls, path: Path) -> Self:
        """Open a folder that nobody writes."""
        try:
            return cls(pyoxigraph.Store.read_only(str(path)), path)
        except OSError as error:
            raise StoreError(path=path, reason=error) from error

    @property
    def engine(self) -> pyoxigraph.Store:
        """The open pyoxigraph store. Raises StoreError when closed."""
        if self._engine is None:
            raise StoreError(path=self._path or "memory", reason="the store is closed")
        return self._engine

    def query(
        self, query: str, *, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Answer:
        everything = not (default_graphs or named_graphs)
        return self.engine.query(
            query,
            prefixes=PREFIXES,
            use_default_graph_as_union=everything,
            default_graph=None if everything else list(map(NamedNode, default_graphs)),
            named_graphs=None if everything else list(map(NamedNode, named_graphs)),
        )

    def select(self, query: str) -> QuerySolutions:
        solutions = self.query(query)
        if not isinstance(solutions, QuerySolutions):
            raise ValueError("not a SELECT query")
        return solutions

    def graph_names(self) -> Iterator[str]:
        for graph in self.engine.named_graphs():
            if isinstance(graph, NamedNode):
                yield graph.value

    def graph_quads(self, graph: str) -> Iterator[Quad]:
        return iter(self.engine.quads_for_pattern(None, None, None, NamedNode(graph)))

    def has_graph(self, graph: str) -> bool:
        return self.engine.contains_named_graph(NamedNode(graph))

    def replace_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        self.engine.update(f"DROP SILENT GRAPH <{graph}>; {insert_data(graph, quads)}")

    def write_graph(self, graph: str, triples: str) -> None:
        self.engine.update(
            f"DROP SILENT GRAPH <{graph}>; INSERT DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}"
        )

    def remove_graph(self, graph: str) -> None:
        self.engine.remove_graph(NamedNode(graph))

    def update(self, update: str) -> None:
        self.engine.update(update, prefixes=PREFIXES)

    def add(self, quads: Sequence[Quad]) -> None:
        if len(quads) < _MANY:
            self.engine.extend(quads)
        else:
            self.engine.bulk_extend(quads)

    def load(self, nquads: bytes) -> None:
        self.engine.load(nquads, format=RdfFormat.N_QUADS)

    def bulk_load(self, nquads: bytes) -> None:
        # Lenient: not every IRI is checked again, which would be an eighth of the time.
        self.engine.bulk_load(nquads, format=RdfFormat.N_QUADS, lenient=True)

    def optimize(self) -> None:
        self.engine.optimize()

    def flush(self) -> None:
        self.engine.flush()

    def snapshot(self, target: Path) -> None:
        self.engine.backup(str(target))

    def close(self) -> None:
        self._engine = None

    def __len__(self) -> int:
        return len(self.engine)


def insert_data(graph: str, quads: Iterable[Quad]) -> str:
    """An INSERT DATA of the quads into one graph."""
    triples = "\n".join(f"{quad.triple} ." for quad in quads)
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}"

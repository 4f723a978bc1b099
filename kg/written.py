"""A document's graph in the forms in which a dataset keeps it, made in the process that read the document.

Whoever loads it then only passes bytes on: the making is shared by as many processes as read.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.described import described_by
from kg.facts.said import encode, said_by
from kg.graph import DocumentGraph
from kg.iris import Iris
from kg.packed import PackedDocument, packed


class WrittenGraph(NamedTuple):
    """A graph with so many `statements`, as N-Quads for the store, as rows for the index (`kg.packed`), and
    what is said for all that follows from it (`kg.facts.said.encode`).
    """

    iri: str
    statements: int
    nquads: bytes
    rows: PackedDocument
    said: bytes

    def ntriples(self) -> str:
        """The graph as N-Triples."""
        return self.nquads.replace(f" <{self.iri}> .\n".encode(), b" .\n").decode("utf-8")


def written(graph: DocumentGraph, iris: Iris) -> WrittenGraph:
    """All forms of a graph."""
    statements = len(graph.about) + len(graph.records)
    rows = packed(graph.citations, described_by(graph.about), statements)
    return WrittenGraph(graph.iri, statements, graph.nquads(), rows, encode(said_by(graph, iris)))

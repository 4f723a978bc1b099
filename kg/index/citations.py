"""The index of one generation, open for reading: names of instruments, and the edges between them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from extractors.models import Relation
from kg.index.arrays import Edges
from kg.index.citation_table import CitationTable
from kg.index.mapping import mapped
from kg.index.names import Names
from kg.index.relations import relation_numbers
from kg.index.strings import Array, StringTable
from kg.iris import Iris


class CitationIndex:
    """Nodes are instruments by their number, in the order of their IRIs; documents likewise by their hash.

    `text_quality` is NaN for a document whose letters are beyond doubt. `counts` are of "instruments" known
    in full, "partial_instruments", "quads" and "text_bytes".
    """

    def __init__(self, folder: Path, iris: Iris) -> None:
        self.names = Names(folder, iris)
        self.edges = Edges(folder)
        self.documents = StringTable(folder, "documents")
        self.document_self: Array = mapped(folder / "document_self.npy")
        self.text_quality: Array = mapped(folder / "text_quality.npy")
        self.canonical: Array = mapped(folder / "canonical.npy")
        self.files = StringTable(folder, "files")
        self.citations = CitationTable(folder)
        self.counts: dict[str, int] = json.loads((folder / "counts.json").read_text(encoding="utf-8"))
        self._iris = iris

    def node(self, iri: str) -> int | None:
        """The node of an IRI, which may stand for another (`canonical`)."""
        return self.names.instruments.find(iri)

    def canonical_node(self, iri: str) -> int | None:
        """The node that an IRI finally stands for."""
        node = self.node(iri)
        return None if node is None else int(self.canonical[node])

    def iri(self, node: int) -> str:
        """The IRI of a node."""
        return self.names.instruments[node]

    def members(self, node: int) -> list[int]:
        """All nodes that stand for `node`, itself first."""
        aliases, meanings = self._aliases
        begin, end = np.searchsorted(meanings, [node, node + 1])
        return [node, *(int(alias) for alias in aliases[begin:end])]

    @cached_property
    def _aliases(self) -> tuple[Array, Array]:
        """The nodes that stand for others, in the order of those, and what they stand for."""
        aliases = np.flatnonzero(self.canonical != np.arange(len(self.canonical)))
        aliases = aliases[np.argsort(self.canonical[aliases], kind="stable")]
        return aliases, self.canonical[aliases]

    def numbers(self, relations: Sequence[Relation]) -> tuple[int, ...]:
        """Relations as the edges have them, in one order whatever the order they are named in."""
        return relation_numbers(tuple(relations))

    def in_corpus(self) -> Array:
        """For each node whether its own text, or a report of it, is in the dataset."""
        found = np.zeros(len(self.canonical), dtype=bool)
        found[self.document_self[self.document_self >= 0]] = True
        return found

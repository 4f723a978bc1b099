"""Loading into a SPARQL engine elsewhere, which keeps the graphs and no texts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kg import vocab
from kg.derive import derive_from
from kg.ingest.account import Account
from kg.ingest.batch import Outcome, tool_version
from kg.ingest.given import load_given
from kg.ingest.inputs import Input
from kg.ingest.reading import FileRead
from kg.ingest.runs import run_quads
from kg.iris import Iris
from kg.store.embedded import insert_data
from kg.store.protocol import Store


class RemoteBatch:
    """Puts each document's graph whole in the place of what it was: done twice, it is there once."""

    def __init__(self, store: Store, iris: Iris) -> None:
        self._store = store
        self._hashes: set[str] = set()
        self.iris = iris
        self.account = Account()

    def store(self, file: FileRead) -> Outcome:
        """Load the documents of one input."""
        self.account.skipped += [(file.source, skipped) for skipped in file.skipped]
        for document in file.documents:
            if document.hash in self._hashes:
                self.account.unchanged.append((file.source, document.name))
                continue
            self._store.write_graph(document.graph.iri, document.graph.ntriples())
            self._hashes.add(document.hash)
            self.account.add(file.source, document)
        return "loaded" if file.documents else "skipped"

    def load_given(self, inputs: Iterable[Input]) -> None:
        """Load the relations that the corpora among the inputs state."""
        load_given(self._store, self.iris, inputs)

    def publish(self, started: datetime) -> None:
        """Derive what follows from the documents, and record the run."""
        derive_from(self._store, self.iris, self._hashes)
        quads = run_quads(self.iris, started, tool_version(), self._hashes)
        self._store.update(insert_data(self.iris.graph(vocab.RUNS_GRAPH), quads))

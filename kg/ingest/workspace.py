"""A dataset open for writing: the store, the texts and the journal moved forward together.

The order of writing makes a crash harmless at any moment: texts, then the graphs, then a flush, then the
journal. What the journal does not know is cleared away when the dataset is next opened for writing, and the
files are simply loaded again. Readers see none of this before `publish`.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.dataset import Dataset
from kg.errors import BadRequest, NoDataset
from kg.index.build import build_index
from kg.ingest.journal import Journal
from kg.iris import DEFAULT_BASE, Iris
from kg.resolve.resolution import resolve_documents
from kg.store.embedded import EmbeddedStore, insert_data
from kg.store.layout import Layout, Manifest
from kg.store.texts import TextArchive

KEPT_SNAPSHOTS = 2
"""Published states kept: the newest, and the one that readers may still be leaving."""

_BULK_QUADS = 200_000


class Workspace:
    """Writes one dataset; `commit` makes batches last, `publish` shows them to readers."""

    def __init__(self, root: Path, base: str | None = None) -> None:
        """Open the folder `root`, made where absent. `base` None means the dataset's own, or the default.

        Raises StoreBusy while another process writes it, BadRequest where `base` is not the dataset's.
        """
        self.layout = Layout(root)
        root.mkdir(parents=True, exist_ok=True)
        self._store = EmbeddedStore.open(self.layout.store)
        self._manifest = self._read_or_make_manifest(base)
        self.iris = Iris(self._manifest.base)
        self.texts = TextArchive(self.layout.texts)
        self.journal = Journal(self.layout.journal)
        self._changed: set[str] = set()
        self._arriving: list[Quad] = []
        self._leaving: set[str] = set()
        self._bulk_loaded = False
        self._drop_unfinished()

    def _read_or_make_manifest(self, base: str | None) -> Manifest:
        try:
            manifest = self.layout.read_manifest()
        except NoDataset:
            manifest = Manifest(Iris(base or DEFAULT_BASE).base)
            self.layout.write_manifest(manifest)
        if base is not None and Iris(base).base != manifest.base:
            raise BadRequest(what=base, reason=f"the dataset's IRIs begin with {manifest.base}")
        return manifest

    def _drop_unfinished(self) -> None:
        known = set(self.journal.hashes())
        for graph in list(self._store.graph_names()):
            hash_ = self.iris.hash_of(graph)
            if hash_ is not None and hash_ not in known:
                self._take_out(hash_)

    def put(self, hash_: str, text: str, quads: Sequence[Quad]) -> None:
        """Store a document, in the place of what it was before."""
        self.texts.put(hash_, text)
        self._changed.add(hash_)
        self._leaving.discard(hash_)
        graph = self.iris.document_graph(hash_)
        if self._store.has_graph(graph):
            self._store.replace_graph(graph, quads)
            return
        self._arriving.extend(quads)
        if len(self._arriving) >= _BULK_QUADS:
            self._load_arriving()

    def drop(self, hash_: str) -> None:
        """Take a document out, with all that only it stated, at the next commit."""
        self._leaving.add(hash_)
        self._changed.add(hash_)

    def commit(self) -> None:
        """Make everything put and dropped so far last."""
        self._load_arriving()
        self._store.flush()
        self.journal.commit()
        # Only now: had the journal not lasted, it would speak of documents that are gone.
        for hash_ in sorted(self._leaving):
            self._take_out(hash_)
        self._leaving.clear()
        self._store.flush()

    def _load_arriving(self) -> None:
        """New documents go in together: as one transaction, or as files of their own where they are many."""
        if len(self._arriving) >= _BULK_QUADS:
            self._store.bulk_load(self._arriving)
            self._bulk_loaded = True
        elif self._arriving:
            self._store.extend(self._arriving)
        self._arriving = []

    def _take_out(self, hash_: str) -> None:
        self._store.remove_graph(self.iris.document_graph(hash_))
        document = self.iris.document(hash_)
        runs = self.iris.graph(vocab.RUNS_GRAPH)
        self._store.update(f"DELETE WHERE {{ GRAPH <{runs}> {{ ?run ?used <{document}> }} }}")
        self.texts.remove(hash_)

    def publish(self, started: datetime, version: str) -> bool:
        """Resolve, record the run, and show the new state to readers; False where nothing has changed."""
        self.commit()
        if not self._changed and self._manifest.generation:
            return False
        if self._bulk_loaded:
            self._store.optimize()
        resolve_documents(self._store, self.iris, self._changed)
        self._record_run(started, version)
        self._store.flush()
        generation = self._manifest.generation + 1
        target = self.layout.snapshot(generation)
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(exist_ok=True)
        self._store.snapshot(target)
        build_index(Dataset(self.layout, self._store, self.iris, generation))
        self._manifest = replace(self._manifest, generation=generation)
        self.layout.write_manifest(self._manifest)
        self._changed.clear()
        self._remove_old_snapshots()
        return True

    def _record_run(self, started: datetime, version: str) -> None:
        graph = NamedNode(self.iris.graph(vocab.RUNS_GRAPH))
        run = NamedNode(self.iris.run(started.strftime("%Y%m%dT%H%M%S%fZ")))
        known = self._changed.intersection(self.journal.hashes())
        quads = [
            Quad(run, vocab.TYPE, vocab.RUN, graph),
            Quad(run, vocab.TOOL_VERSION, Literal(version), graph),
            Quad(run, vocab.STARTED, _instant(started), graph),
            Quad(run, vocab.ENDED, _instant(datetime.now(UTC)), graph),
            *(Quad(run, vocab.USED, NamedNode(self.iris.document(h)), graph) for h in sorted(known)),
        ]
        self._store.update(insert_data(graph.value, quads))

    def _remove_old_snapshots(self) -> None:
        for folder in self.layout.snapshots.iterdir():
            if folder.name.isdigit() and int(folder.name) <= self._manifest.generation - KEPT_SNAPSHOTS:
                # Windows keeps files that a reader still has open; the next publish tries again.
                shutil.rmtree(folder, ignore_errors=True)
                shutil.rmtree(self.layout.index(int(folder.name)), ignore_errors=True)

    def close(self) -> None:
        """Let go of everything; what was not committed is not there next time."""
        self.journal.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _instant(moment: datetime) -> Literal:
    return Literal(moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"), datatype=vocab.DATETIME)

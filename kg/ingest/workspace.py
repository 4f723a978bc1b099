"""A dataset open for writing: the store, the texts and the journal moved forward together.

The order of writing makes a crash harmless at any moment: texts, then the graphs, then a flush, then the
journal. What the journal does not know is cleared away when the dataset is next opened for writing, and the
files are simply loaded again. Readers see none of this before `publish`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kg import vocab
from kg.dataset import Dataset
from kg.derive import derive_from, prepare
from kg.errors import BadRequest, NoDataset
from kg.facts.fresh import FreshStatements
from kg.facts.reviews import read_reviews
from kg.index.build import build_index
from kg.ingest.arriving import Arriving
from kg.ingest.journal import Journal
from kg.ingest.runs import run_quads
from kg.iris import DEFAULT_BASE, Iris
from kg.store.endpoint import Endpoint
from kg.store.layout import Layout, Manifest
from kg.store.opening import has_documents, open_for_writing
from kg.store.protocol import Store
from kg.store.stated import StatedArchive, StatedRows
from kg.store.texts import TextWriter
from kg.written import WrittenGraph

KEPT_SNAPSHOTS = 2
"""Published states kept: the newest, and the one that readers may still be leaving."""

COMMIT_STATEMENTS = 5_000_000
"""Statements after which a batch is committed, and"""
COMMIT_SECONDS = 60.0
"""the time after which it is: what a crash may cost to do again."""


class Workspace:
    """Writes one dataset; `commit` makes batches last, `publish` shows them to readers."""

    def __init__(self, root: Path, base: str | None = None, endpoint: Endpoint | None = None) -> None:
        """Open the folder `root`, made where absent. `base` None means the dataset's own, or the default.

        `endpoint` is the SPARQL server that a new dataset keeps its graphs at; None means the dataset's own,
        or its folder. Raises StoreBusy while another process writes it, BadRequest where `base` or `endpoint`
        is not the dataset's, or the server has documents under this base already.
        """
        self.layout = Layout(root)
        root.mkdir(parents=True, exist_ok=True)
        self.journal = Journal(self.layout.journal)
        try:
            self._manifest = self._read_or_make_manifest(base, endpoint)
            self._store = open_for_writing(self.layout, self._manifest)
            self._stated = StatedArchive(self.layout.stated)
            self.texts = TextWriter(self.layout.texts)
        except BaseException:
            self.journal.close()
            raise
        self.iris = Iris(self._manifest.base)
        # What an ingest left behind that ended before it published is derived with what comes now.
        self._changed = set(self.journal.unpublished())
        self._leaving: set[str] = set()
        first_build = not self._manifest.generation
        self._fresh = FreshStatements()
        self._arriving = Arriving(self._store, self.texts, self._fresh, first_build=first_build)
        self._committed = time.monotonic()
        self._present = self._drop_unfinished()

    def _read_or_make_manifest(self, base: str | None, endpoint: Endpoint | None) -> Manifest:
        try:
            manifest = self.layout.read_manifest()
        except NoDataset:
            manifest = Manifest(Iris(base or DEFAULT_BASE).base, endpoint=endpoint)
            if endpoint and has_documents(open_for_writing(self.layout, manifest), Iris(manifest.base)):
                reason = f"it has documents under {manifest.base} already; give another base, or drop them"
                raise BadRequest(what=endpoint.query, reason=reason) from None
            self.layout.write_manifest(manifest)
        if endpoint is not None and endpoint != manifest.endpoint:
            at = manifest.endpoint.query if manifest.endpoint else self.layout.store
            raise BadRequest(what=endpoint.query, reason=f"the dataset's graphs are at {at}")
        if base is not None and Iris(base).base != manifest.base:
            raise BadRequest(what=base, reason=f"the dataset's IRIs begin with {manifest.base}")
        return manifest

    def _drop_unfinished(self) -> set[str]:
        """Clear away what the journal does not know; gives the documents that it knows."""
        known = set(self.journal.hashes())
        for graph in list(self._store.graph_names()):
            hash_ = self.iris.hash_of(graph)
            if hash_ is not None and hash_ not in known:
                self._take_out(hash_)
        return known

    @property
    def store(self) -> Store:
        """The store that is written, for those who write other graphs than documents' own."""
        return self._store

    def touch(self, hashes: Iterable[str]) -> None:
        """Say that what is derived from these documents is to be derived anew."""
        self._changed.update(hashes)

    def put(self, hash_: str, text: str, graph: WrittenGraph) -> None:
        """Store a document, in the place of what it was before."""
        self._arriving.add(hash_, text, graph)
        self._stated.put(hash_, graph.rows)
        self._changed.add(hash_)
        self._leaving.discard(hash_)
        if hash_ in self._present:
            self._store.write_graph(graph.iri, graph.ntriples())
        else:
            self._arriving.add_graph(graph)
            self._present.add(hash_)

    def drop(self, hash_: str) -> None:
        """Take a document out, with all that only it stated, at the next commit."""
        self._leaving.add(hash_)
        self._changed.add(hash_)

    def commit_when_due(self) -> None:
        """Commit where a batch has grown large or old enough."""
        waited = time.monotonic() - self._committed
        if self._arriving.statements >= COMMIT_STATEMENTS or waited >= COMMIT_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Make everything put and dropped so far last."""
        self.texts.commit()
        self._arriving.finish()
        self._store.flush()
        self._stated.commit()
        self.journal.note_unpublished(self._changed)
        self.journal.commit()
        # Only now: had the journal not lasted, it would speak of documents that are gone.
        for hash_ in sorted(self._leaving):
            self._take_out(hash_)
        self._present -= self._leaving
        if self._leaving:
            self.texts.commit()
            self._store.flush()
        self._leaving.clear()
        self._committed = time.monotonic()

    def _take_out(self, hash_: str) -> None:
        graph = self.iris.document_graph(hash_)
        self._store.remove_graph(graph)
        self._fresh.forget([hash_])
        document = self.iris.document(hash_)
        runs = self.iris.graph(vocab.RUNS_GRAPH)
        self._store.update(f"DELETE WHERE {{ GRAPH <{runs}> {{ ?run ?used <{document}> }} }}")
        self.texts.remove(hash_)
        self._stated.forget([hash_])

    def publish(self, started: datetime, version: str, *, derive: bool = True) -> bool:
        """Resolve, record the run, and show the new state to readers; False where nothing has changed.

        Without `derive` nothing is resolved: for measurements that look at the store alone.
        """
        with ThreadPoolExecutor(1, "beside") as beside:
            if derive and self._changed:
                beside.submit(prepare)
            self.commit()
            if not self._changed and self._manifest.generation:
                return False
            optimized = beside.submit(self._store.optimize) if self._arriving.bulk_loaded else None
            generation = self._manifest.generation + 1
            self._derive_and_index(started, version, generation, derive=derive)
            if optimized:
                optimized.result()
        self._store.flush()
        if self._manifest.endpoint is None:
            self._take_snapshot(generation)
        self._stated.commit()
        self._manifest = replace(self._manifest, generation=generation)
        self.layout.write_manifest(self._manifest)
        self.journal.forget_unpublished()
        self.journal.commit()
        self._changed.clear()
        self._fresh.clear()
        self._remove_old_snapshots()
        return True

    def _derive_and_index(self, started: datetime, version: str, generation: int, *, derive: bool) -> None:
        if derive:
            derive_from(self._store, self.iris, self._changed, self._fresh)
        self._record_run(started, version)
        # What a person has said stands in the graph, and not in the rows of what was read.
        self._stated.forget({review.hash for review in read_reviews(self._store, self.iris)})
        build_index(
            Dataset(self.layout, self._store, self.iris, generation),
            StatedRows(self._stated, self._store, self.iris),
            previous=self.layout.index(self._manifest.generation),
        )

    def _take_snapshot(self, generation: int) -> None:
        target = self.layout.snapshot(generation)
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(exist_ok=True)
        self._store.snapshot(target)

    def _record_run(self, started: datetime, version: str) -> None:
        known = self._changed.intersection(self.journal.hashes())
        self._store.add(run_quads(self.iris, started, version, known))

    def _remove_old_snapshots(self) -> None:
        for folder in self.layout.indexes.iterdir():
            if folder.name.isdigit() and int(folder.name) <= self._manifest.generation - KEPT_SNAPSHOTS:
                # Windows keeps files that a reader still has open; the next publish tries again.
                shutil.rmtree(self.layout.snapshot(int(folder.name)), ignore_errors=True)
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of everything; what was not committed is not there next time."""
        self._arriving.close()
        self._fresh.close()
        self._store.close()
        self.texts.close()
        self._stated.close()
        self.journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

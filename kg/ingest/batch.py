"""Loading documents into a dataset, and taking them out again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from kg.errors import Ambiguous, NotFound
from kg.ingest.account import Account
from kg.ingest.files import ALL, Selection, find_files
from kg.ingest.given import load_given
from kg.ingest.inputs import CorpusPart, Input, fingerprint, name_of, place_of
from kg.ingest.pool import ReaderPool
from kg.ingest.reading import Extract, FileRead, ReadDocument, read_input
from kg.ingest.workspace import Workspace
from kg.models import IngestReport, SourceRef
from kg.store.endpoint import Endpoint
from kg.store.layout import Layout

TIME_LIMIT = 120.0
"""Seconds that one document may take."""

Outcome = Literal["loaded", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an ingest stands after `seconds`: `done` of `total` files, and what became of the last one."""

    done: int
    total: int
    file: str
    outcome: Outcome
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Files a second so far."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time left at this rate, None while there is none."""
        return (self.total - self.done) / self.rate if self.rate else None


def ingest(
    sources: Iterable[Input],
    store: Path,
    *,
    base: str | None = None,
    endpoint: Endpoint | None = None,
    force: bool = False,
    selection: Selection = ALL,
    progress: Callable[[Progress], None] | None = None,
    extract: Extract | None = None,
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
) -> IngestReport:
    """Load files, folders (searched through for what `selection` asks) and other inputs into a dataset.

    The dataset is the folder `store`, made where absent.

    Unchanged files are passed over unless `force`; a file with new content replaces what it said before; a
    file that cannot be read is reported with the reason and the others load. At the end the new state is
    published; whatever ends an ingest before that leaves the last published state, and the next one goes on
    from the last batch. `base` is the base of all IRIs, and `endpoint` the SPARQL server that keeps the
    graphs in the place of the folder: both are settled when the dataset is made.

    Files are read by `workers` processes, one a core where None, each document within `time_limit` seconds;
    0 reads them in this process, without limit. `extract` reads citations from a text in this process; by
    default it is the extraction pipeline.

    Raises StoreBusy while another process writes the dataset, else StoreError.
    """
    clock, started = time.monotonic(), datetime.now(UTC)
    inputs = all_inputs(sources, selection)
    with Workspace(store, base, endpoint) as workspace:
        batch = Batch(workspace, force)
        done = 0

        def tell(source: Input, outcome: Outcome) -> None:
            nonlocal done
            done += 1
            workspace.commit_when_due()
            if progress:
                progress(Progress(done, len(inputs), name_of(source), outcome, time.monotonic() - clock))

        def to_read() -> Iterator[Input]:
            for source in inputs:
                if batch.is_unchanged(source):
                    tell(source, "unchanged")
                else:
                    yield source

        processes = (os.cpu_count() or 1) if workers is None else workers
        if extract is not None or processes == 0:
            function = extract or _pipeline()
            for source in to_read():
                tell(source, batch.store(read_input(source, function, workspace.iris)))
        else:
            with ReaderPool(workspace.iris, min(processes, max(1, len(inputs))), time_limit) as pool:
                for file in pool.read(to_read()):
                    tell(file.source, batch.store(file))
        batch.load_given(inputs)
        workspace.publish(started, tool_version())
        return batch.account.report(inputs, time.monotonic() - clock)


def all_inputs(sources: Iterable[Input], selection: Selection = ALL) -> tuple[Input, ...]:
    """The inputs named, each once, folders searched through; files in the order of their paths come first."""
    named = list(sources)
    files = find_files((source for source in named if isinstance(source, Path)), selection)
    others = dict.fromkeys(source for source in named if not isinstance(source, Path))
    return (*files, *others)


def remove(store: Path, wanted: str) -> IngestReport:
    """Take one source document out, by content hash (8 digits or more) or file name, with all it stated.

    Raises NotFound, or Ambiguous where several documents bear the name.
    """
    clock, started = time.monotonic(), datetime.now(UTC)
    Layout(store).read_manifest()
    with Workspace(store) as workspace:
        journal = workspace.journal
        by_hash = [hash_ for hash_ in journal.hashes() if len(wanted) >= 8 and hash_.startswith(wanted[:16])]
        found = by_hash or list(journal.named(wanted))
        if not found:
            raise NotFound(what=wanted)
        if len(found) > 1:
            candidates = (SourceRef(workspace.iris.document(hash_), hash_, wanted) for hash_ in found)
            raise Ambiguous(wanted, tuple(candidates))
        names = journal.remove_document(found[0])
        workspace.drop(found[0])
        workspace.publish(started, tool_version())
        return IngestReport(removed=names, seconds=time.monotonic() - clock)


@cache
def tool_version() -> str:
    """The version of this program, as provenance records it."""
    try:
        return version("danchieu")
    except PackageNotFoundError:
        return "source"


def _pipeline() -> Extract:
    from extractors.pipeline import extract

    return extract


class Batch:
    """Stores what was read of one input after another and keeps account of what became of each."""

    def __init__(self, workspace: Workspace, force: bool) -> None:
        self._workspace = workspace
        self._force = force
        self._fresh: set[str] = set()
        self.account = Account()

    def is_unchanged(self, source: Input) -> bool:
        """Whether the input was loaded as it is, by this version; then it is accounted for."""
        sha256 = None if self._force else _fingerprint_or_none(source)
        return sha256 is not None and self._is_loaded(source, sha256)

    def store(self, file: FileRead) -> Outcome:
        """Store the documents of one input in the place of those it held before."""
        journal, place = self._workspace.journal, place_of(file.source)
        if file.sha256 and not self._force and self._is_loaded(file.source, file.sha256):
            return "unchanged"
        self.account.skipped += [(file.source, skipped) for skipped in file.skipped]
        if file.sha256 is None or (file.skipped and not file.documents):
            return "skipped"
        before = set(journal.documents_of(place))
        documents = {document.hash: document for document in file.documents}
        loaded = [self._keep(file.source, document) for document in documents.values()]
        names = [(hash_, document.name) for hash_, document in documents.items()]
        journal.record(place, file.sha256, tool_version(), names)
        for gone in sorted(before - documents.keys()):
            if not journal.paths_of(gone):
                self._workspace.drop(gone)
                self.account.removed.append((file.source, name_of(file.source)))
        return "loaded" if any(loaded) else "unchanged"

    def load_given(self, inputs: Iterable[Input]) -> None:
        """Load the relations that the corpora among the inputs state."""
        if any(isinstance(source, CorpusPart) for source in inputs):
            self._workspace.commit()
            self._workspace.touch(load_given(self._workspace.store, self._workspace.iris, inputs))

    def _keep(self, source: Input, document: ReadDocument) -> bool:
        """Store one document; False where the dataset has it already."""
        if document.hash in self._fresh or (not self._force and self._is_current(document.hash)):
            self.account.unchanged.append((source, document.name))
            return False
        self._workspace.put(document.hash, document.text, document.graph)
        self._fresh.add(document.hash)
        self.account.add(source, document)
        return True

    def _is_loaded(self, source: Input, sha256: str) -> bool:
        if not self._workspace.journal.is_current(place_of(source), sha256, tool_version()):
            return False
        self.account.unchanged.append((source, name_of(source)))
        return True

    def _is_current(self, hash_: str) -> bool:
        """Whether another file brought the same content before, read by this version."""
        return self._workspace.journal.is_read_by(hash_, tool_version())


def _fingerprint_or_none(source: Input) -> str | None:
    """The content's hash; a file that cannot be opened is left to its reader, which says why."""
    try:
        return fingerprint(source)
    except OSError:
        return None

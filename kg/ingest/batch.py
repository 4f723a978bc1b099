"""Loading files into a dataset, and taking documents out again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from extractors.models import Extraction
from extractors.readers import Document, UnreadableFile, read
from kg.errors import Ambiguous, NotFound
from kg.graph import DocumentSource, document_graph
from kg.ingest.files import file_hash, find_files
from kg.ingest.workspace import Workspace
from kg.iris import short_hash
from kg.models import IngestReport, LoadedFile, SkippedFile, SourceRef
from kg.store.layout import Layout

Outcome = Literal["loaded", "unchanged", "skipped"]
Extract = Callable[[str], Extraction]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an ingest stands: `done` of `total` files, and what became of the last one."""

    done: int
    total: int
    file: str
    outcome: Outcome


def ingest(
    sources: Iterable[Path],
    store: Path,
    *,
    base: str | None = None,
    force: bool = False,
    progress: Callable[[Progress], None] | None = None,
    extract: Extract | None = None,
) -> IngestReport:
    """Load files and folders (searched through) into the dataset folder `store`, made where absent.

    Unchanged files are passed over unless `force`; a file with new content replaces what it said before; a
    file that cannot be read is reported with the reason and the others load. At the end the new state is
    published. `base` is the base of all IRIs, settled when the dataset is made. `extract` reads citations
    from a text; by default it is the extraction pipeline.

    Raises StoreBusy while another process writes the dataset, else StoreError.
    """
    clock, started = time.monotonic(), datetime.now(UTC)
    files = find_files(sources)
    with Workspace(store, base) as workspace:
        batch = _Batch(workspace, extract or _pipeline(), force)
        for done, path in enumerate(files, start=1):
            outcome = batch.load(path)
            workspace.commit_when_due()
            if progress:
                progress(Progress(done, len(files), path.name, outcome))
        workspace.publish(started, tool_version())
        return batch.report(time.monotonic() - clock)


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


def tool_version() -> str:
    """The version of this program, as provenance records it."""
    try:
        return version("danchieu")
    except PackageNotFoundError:
        return "source"


def _pipeline() -> Extract:
    from extractors.pipeline import extract

    return extract


class _Batch:
    """Loads one file after another and keeps account of what became of each."""

    def __init__(self, workspace: Workspace, extract: Extract, force: bool) -> None:
        self._workspace = workspace
        self._extract = extract
        self._force = force
        self._loaded: list[LoadedFile] = []
        self._unchanged: list[str] = []
        self._removed: list[str] = []
        self._skipped: list[SkippedFile] = []
        self._fresh: set[str] = set()

    def load(self, path: Path) -> Outcome:
        try:
            return self._load(path)
        except UnreadableFile as error:
            self._skip(path.name, error)
            return "skipped"

    def _load(self, path: Path) -> Outcome:
        journal, place = self._workspace.journal, path.as_posix()
        sha256 = _hash_or_none(path)
        if sha256 and not self._force and journal.is_current(place, sha256, tool_version()):
            self._unchanged.append(path.name)
            return "unchanged"
        whole = read(path)
        for skipped in whole.all_skipped():
            self._skip(skipped.path, skipped.error)
        before = set(journal.documents_of(place))
        documents = {short_hash(document.sha256): document for document in whole.documents()}
        kept = {hash_: document for hash_, document in documents.items() if self._keep(hash_, document)}
        if documents and not kept:
            return "skipped"
        journal.record(
            place, whole.sha256, tool_version(), [(hash_, document.name) for hash_, document in kept.items()]
        )
        for gone in sorted(before - kept.keys()):
            if not journal.paths_of(gone):
                self._workspace.drop(gone)
                self._removed.append(path.name)
        return "loaded" if self._fresh.intersection(kept) else "unchanged"

    def _keep(self, hash_: str, document: Document) -> bool:
        """Load one document; False where its citations could not be read."""
        if hash_ in self._fresh or (not self._force and self._is_current(hash_)):
            self._unchanged.append(document.name)
            return True
        try:
            extraction = self._extract(document.text)
            source = DocumentSource(document.sha256, document.name, document.media_type)
            graph = document_graph(extraction, source, self._workspace.iris)
        except Exception as error:  # whatever fails in one document must not cost the others
            cause = f"{type(error).__name__}: {error}"
            self._skipped.append(
                SkippedFile(
                    document.path,
                    "internal",
                    f"Lỗi của chương trình khi đọc văn bản này ({cause}). Xin báo cho nhóm phát triển.",
                    f"The program failed on this document ({cause}). Please report it.",
                )
            )
            return False
        self._workspace.put(hash_, document.text, graph)
        self._fresh.add(hash_)
        notes = tuple(note.text("vi") for note in document.notes) + extraction.notes
        number = extraction.head.number
        self._loaded.append(
            LoadedFile(document.path, hash_, number, len(extraction.citations), len(graph.statements), notes)
        )
        return True

    def _is_current(self, hash_: str) -> bool:
        """Whether another file brought the same content before, read by this version."""
        return self._workspace.journal.is_read_by(hash_, tool_version())

    def _skip(self, file: str, error: UnreadableFile) -> None:
        vi = f"{error.message('vi')} {error.advice('vi')}".strip()
        en = f"{error.message('en')} {error.advice('en')}".strip()
        self._skipped.append(SkippedFile(file, str(error.reason), vi, en))

    def report(self, seconds: float) -> IngestReport:
        return IngestReport(
            tuple(self._loaded),
            tuple(self._unchanged),
            tuple(self._removed),
            tuple(self._skipped),
            seconds,
        )


def _hash_or_none(path: Path) -> str | None:
    """The file's hash; a file that cannot be opened is left to its reader, which says why."""
    try:
        return file_hash(path)
    except OSError:
        return None

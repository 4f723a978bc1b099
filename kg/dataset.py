"""A published state of a dataset, open for reading."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from kg.errors import NoDataset
from kg.index.citations import CitationIndex
from kg.index.format import broken_index, check_format
from kg.index.matching import SearchIndex
from kg.iris import Iris
from kg.sparql.workers import WorkerPool
from kg.store.layout import Layout
from kg.store.opening import open_published
from kg.store.protocol import Store
from kg.store.remote import RemoteStore
from kg.store.texts import TextArchive


class Dataset:
    """What every question is put to. Use as a context manager, or call `close`.

    `store` is a snapshot that nobody writes, so any number of processes may have it open, also while an
    ingest writes the next state. A store at an endpoint has but one state: what is asked of it directly, and
    not of the index, sees what an ingest has written so far. `generation` counts published states; a server
    opens the dataset anew when `published_generation` is ahead of it.
    """

    def __init__(self, layout: Layout, store: Store, iris: Iris, generation: int) -> None:
        self.layout = layout
        self.store = store
        self.iris = iris
        self.generation = generation
        self.texts = TextArchive(layout.texts)
        self._search: SearchIndex | None = None
        self._index: CitationIndex | None = None
        self._workers: WorkerPool | None = None
        # Many threads ask one dataset; each part is opened once, and the search opens the index.
        self._opening = RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the newest published state in the folder `path`.

        Raises NoDataset where there is no dataset or nothing was published yet, else StoreError.
        """
        layout = Layout(path)
        manifest = layout.read_manifest()
        if not manifest.generation:
            raise NoDataset(what=path)
        store = open_published(layout, manifest.generation)
        return cls(layout, store, Iris(manifest.base), manifest.generation)

    @property
    def path(self) -> Path:
        """The dataset's folder."""
        return self.layout.root

    @property
    def base(self) -> str:
        """The base of all IRIs, with its slash."""
        return self.iris.base

    @property
    def at_endpoint(self) -> bool:
        """Whether the graphs are at a SPARQL server, so that what they say may change between two states."""
        return isinstance(self.store, RemoteStore)

    @property
    def index(self) -> CitationIndex:
        """The names and edges of this state, opened when first asked for.

        Raises StoreError where the index is missing or another version of the program has written it.
        """
        # Asked for thousands of times a second: the lock is for whoever comes first.
        if self._index is None:
            with self._opening:
                self._index = self._index or self._open_index()
        return self._index

    def _open_index(self) -> CitationIndex:
        folder = self.layout.index(self.generation)
        check_format(folder)
        try:
            return CitationIndex(folder, self.iris)
        except FileNotFoundError as error:
            raise broken_index(folder, f"{error.filename} is missing") from error

    @property
    def search_index(self) -> SearchIndex:
        """The full-text index of this state, opened when first asked for."""
        with self._opening:
            if self._search is None:
                self._search = SearchIndex(self.layout.index(self.generation), self.index)
            return self._search

    @property
    def query_workers(self) -> WorkerPool:
        """The processes that answer SPARQL queries over this state, started when first needed."""
        with self._opening:
            if self._workers is None:
                self._workers = WorkerPool(self.layout, self.generation)
            return self._workers

    def published_generation(self) -> int:
        """The generation that is published now, which may be newer than this one."""
        return self.layout.read_manifest().generation

    def close(self) -> None:
        """Let go of the files. The dataset answers no questions afterwards."""
        self.store.close()
        with self._opening:
            if self._search is not None:
                self._search.close()
            if self._workers is not None:
                self._workers.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""Keeping a dataset: copies of it, and its index made anew."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.index.build import build_index
from kg.ingest.journal import Journal
from kg.store.embedded import EmbeddedStore
from kg.store.layout import Layout
from kg.store.stated import StatedArchive, StatedRows


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A copy of a dataset: where it lies, which generation it holds, and its size in bytes."""

    path: Path
    generation: int
    bytes: int


@dataclass(frozen=True, slots=True)
class IndexReport:
    """An index made anew, and the seconds it took."""

    generation: int
    instruments: int
    edges: int
    seconds: float


def backup(store: Path, target: Path) -> BackupReport:
    """Copy the published state of the dataset `store` into the folder `target`, which must not exist.

    The copy is a dataset of its own, texts and journal included. Readers and a writer go on meanwhile; what
    is written but not published is not in it. Graphs at an endpoint are copied as they are now, and the copy
    keeps them in its folder. Raises NoDataset, BadRequest or StoreError.
    """
    if target.exists():
        raise BadRequest(what=target, reason="it exists already")
    source = Layout(store)
    with Dataset.open(store) as dataset:
        generation, manifest = dataset.generation, source.read_manifest()
        unfinished = Layout(target.with_name(f"{target.name}.part"))
        shutil.rmtree(unfinished.root, ignore_errors=True)
        unfinished.root.mkdir(parents=True)
        if manifest.endpoint is None:
            shutil.copytree(source.snapshot(generation), unfinished.snapshot(generation))
        else:
            _copy_graphs(dataset, unfinished.snapshot(generation))
        shutil.copytree(source.index(generation), unfinished.index(generation))
        _copy_database(source.texts, unfinished.texts)
        _copy_database(source.journal, unfinished.journal)
        with closing(EmbeddedStore.open_read_only(unfinished.snapshot(generation))) as snapshot:
            snapshot.snapshot(unfinished.store)
        unfinished.write_manifest(replace(manifest, generation=generation, endpoint=None))
    unfinished.root.rename(target)
    return BackupReport(target, generation, _size(target))


def restore(source: Path, store: Path) -> BackupReport:
    """Put a copy that `backup` made at `store`, which must not exist. Raises as `backup` does."""
    return backup(source, store)


def rebuild_index(store: Path) -> IndexReport:
    """Make the index of the published state anew, in the place of the one it has.

    Raises NoDataset, StoreBusy while another process writes the dataset, or StoreError.
    """
    clock = time.perf_counter()
    layout = Layout(store)
    layout.read_manifest()
    with (
        closing(Journal(layout.journal)) as journal,
        closing(StatedArchive(layout.stated)) as archive,
        Dataset.open(store) as dataset,
    ):
        # What is kept of a document read since then is not what the published state says.
        unpublished = set(journal.unpublished())
        build_index(dataset, StatedRows(archive, dataset.store, dataset.iris, unpublished))
        archive.commit()
        index = dataset.index
        return IndexReport(
            dataset.generation, len(index.canonical), len(index.edges), time.perf_counter() - clock
        )


def _copy_graphs(dataset: Dataset, target: Path) -> None:
    """Copy the dataset's graphs from its endpoint, which may have others beside them."""
    with closing(EmbeddedStore.open(target)) as copy:
        for graph in dataset.store.graph_names():
            if graph.startswith(dataset.base):
                copy.replace_graph(graph, list(dataset.store.graph_quads(graph)))
        copy.flush()


def _copy_database(source: Path, target: Path) -> None:
    """Copy what the file holds now; what it says beyond the published state is loaded again anyway."""
    if source.exists():
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

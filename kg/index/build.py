"""Building what is derived from a state of the store: citations, names, edges and the search file.

The index of a generation is written once, beside the snapshot it was read from, and never changed; a reader
maps its files into memory and shares them with every other reader. What documents state, and the search of
their sentences, is most of it, and is made in parts: those that stay the same are taken over from the index
before (`kg.index.parts`). The rest is made of all parts together each time.
"""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np

from kg.dataset import Dataset
from kg.index.arrays import write_edges
from kg.index.citation_table import Stated, write_citations, write_nodes
from kg.index.format import write_format
from kg.index.gather import Gathered, gather, graphs_of, quads_of
from kg.index.names import Names
from kg.index.naming import write_names
from kg.index.part_rows import write_rows
from kg.index.parts import folders_of, parts_of, take_over
from kg.index.search import write_name_search, write_sentence_search
from kg.index.strings import Array, StringTable
from kg.packed import PackedDocument


class Rows(Protocol):
    """What documents state, by their hash."""

    def digest(self, hash_: str) -> bytes:
        """Tells apart what the document may state: as long as it is the same, so is that."""
        ...

    def get(self, hash_: str) -> PackedDocument:
        """What the document states."""
        ...


def build_index(dataset: Dataset, rows: Rows, previous: Path | None = None) -> None:
    """Write the index of the dataset's generation into its folder, in the place of what was there.

    `previous` is the folder of the index of another generation, to take over from it what is the same.
    """
    folder = dataset.layout.index(dataset.generation)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    documents, others = graphs_of(dataset)
    parts = parts_of(documents, rows.digest)
    # Both engines let other threads run while they count statements and take in sentences.
    with ThreadPoolExecutor(1, "engines") as beside:
        counted = beside.submit(quads_of, dataset, others)
        searches = []
        for part in parts:
            if not take_over(part, previous, folder):
                made = part.folder(folder)
                made.mkdir(parents=True)
                write_rows(made, list(map(rows.get, part.documents)))
                searches.append(beside.submit(write_sentence_search, made))
        stated = write_citations(folder, folders_of(folder))
        gathered = gather(dataset, documents, others, stated)
        _write_rest(folder, dataset, gathered, stated)
        _write_counts(folder, dataset, gathered, stated.quads + counted.result())
        for search in searches:
            search.result()
    write_format(folder)


def _write_rest(folder: Path, dataset: Dataset, gathered: Gathered, stated: Stated) -> None:
    StringTable.write(folder, "instruments", gathered.iris)
    StringTable.write(folder, "documents", gathered.documents)
    StringTable.write(folder, "files", gathered.files)
    np.save(folder / "document_self.npy", gathered.document_self)
    np.save(folder / "text_quality.npy", gathered.text_quality)
    np.save(folder / "canonical.npy", gathered.canonical)
    cited = _write_ends(folder, stated, gathered)
    write_names(folder, gathered)
    instruments = np.flatnonzero(gathered.canonical == np.arange(len(gathered.iris)))
    ordered = instruments[np.argsort(-cited[instruments], kind="stable")]
    write_name_search(folder, Names(folder, dataset.iris), ordered, cited[ordered])


def _write_counts(folder: Path, dataset: Dataset, gathered: Gathered, quads: int) -> None:
    known_in_part = sum(map(dataset.iris.is_partial, gathered.iris))
    counts = {
        "instruments": len(gathered.iris) - known_in_part,
        "partial_instruments": known_in_part,
        "quads": quads,
        "text_bytes": dataset.texts.size(),
    }
    (folder / "counts.json").write_text(json.dumps(counts), encoding="utf-8")


def _write_ends(folder: Path, stated: Stated, gathered: Gathered) -> Array:
    """Write the nodes of the citations and the edges between them; how often each node is cited."""
    citing, cited = gathered.node_of[stated.citing], gathered.node_of[stated.cited]
    write_nodes(folder, citing, cited)
    source, target = gathered.canonical[citing], gathered.canonical[cited]
    rows = np.stack((stated.document, source, stated.relation.astype(np.int32), target), axis=1)
    write_edges(folder, rows, len(gathered.iris))
    return np.bincount(target[source != target], minlength=len(gathered.iris))

"""Building what is derived from a state of the store: names, edges and the search file.

The index of a generation is written once, beside the snapshot it was read from, and never changed; a reader
maps its files into memory and shares them with every other reader.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator

import numpy as np

from kg.dataset import Dataset
from kg.index.arrays import write_edges
from kg.index.gather import Gathered, gather
from kg.index.names import Names
from kg.index.naming import write_names
from kg.index.search import build_search
from kg.index.strings import StringTable
from kg.models import InstrumentRef


def build_index(dataset: Dataset) -> None:
    """Write the index of the dataset's generation into its folder, in the place of what was there."""
    folder = dataset.layout.index(dataset.generation)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    gathered = gather(dataset)
    partial = sum(map(dataset.iris.is_partial, gathered.iris))
    counts = {
        "instruments": len(gathered.iris) - partial,
        "partial_instruments": partial,
        "quads": len(dataset.store),
        "text_bytes": dataset.texts.size(),
    }
    (folder / "counts.json").write_text(json.dumps(counts), encoding="utf-8")
    StringTable.write(folder, "instruments", gathered.iris)
    StringTable.write(folder, "documents", gathered.documents)
    StringTable.write(folder, "files", gathered.files)
    np.save(folder / "document_self.npy", gathered.document_self)
    np.save(folder / "canonical.npy", gathered.canonical)
    write_edges(folder, gathered.edges, len(gathered.iris))
    write_names(folder, dataset, gathered)
    build_search(dataset.layout.search_index(dataset.generation), _instruments(dataset, gathered))


def _instruments(dataset: Dataset, gathered: Gathered) -> Iterator[tuple[InstrumentRef, int]]:
    """Every instrument that stands for itself, with the number of citations of it, the most cited first."""
    names = Names(dataset.layout.index(dataset.generation), dataset.iris)
    cited = np.bincount(
        gathered.edges[:, 3], weights=gathered.edges[:, 4], minlength=len(gathered.iris)
    ).astype(int)
    own = np.flatnonzero(gathered.canonical == np.arange(len(gathered.iris)))
    for node in own[np.argsort(-cited[own], kind="stable")]:
        yield names.ref(int(node)), int(cited[node])

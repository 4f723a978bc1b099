"""How much the dataset holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np

from kg.dataset import Dataset
from kg.index.relations import RELATIONS
from kg.models import DatasetStats


def stats(dataset: Dataset) -> DatasetStats:
    """Counts of documents, instruments, citations, quads and bytes.

    Citations of an instrument by itself, which say nothing, are not counted.
    """
    index = dataset.index
    _, rows = index.edges.all("out")
    relations = np.bincount(rows.relation, weights=rows.count, minlength=len(RELATIONS)).astype(int)
    codes = np.bincount(index.names.type_codes, minlength=len(index.names.types)).tolist()
    types = Counter({index.names.types[code]: count for code, count in enumerate(codes) if code})
    return DatasetStats(
        documents=len(index.documents),
        instruments=index.counts["instruments"],
        partial_instruments=index.counts["partial_instruments"],
        citations=int(relations.sum()),
        quads=index.counts["quads"],
        relations=_ranked(Counter(dict(zip(RELATIONS, relations.tolist(), strict=True)))),
        types=_ranked(types),
        generation=dataset.generation,
        store_bytes=_size(dataset.layout.snapshot(dataset.generation)),
        text_bytes=index.counts["text_bytes"],
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((name, n) for name, n in counts.items() if n), key=lambda item: (-item[1], item[0])))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

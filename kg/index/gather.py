"""What the index is made of, read from the store in a few passes over whole properties.

A pass over one property runs inside the engine; what costs is every term that comes out. So citations, the
most of what is stated, are not asked for: their rows are kept as they are stated (`kg.stated`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.dataset import Dataset
from kg.index.strings import Array
from kg.vocab import RESOLUTION_GRAPH


@dataclass(slots=True)
class Gathered:
    """Instruments in the order of their IRIs, with what they stand for, and the documents by their hash.

    `canonical[i]` is the instrument that instrument `i` stands for. `text_quality` is NaN where a document's
    letters are beyond doubt.
    """

    iris: list[str]
    canonical: Array
    documents: list[str]
    files: list[str]
    text_quality: Array
    document_self: Array
    number: dict[str, int]


def documents_of(dataset: Dataset) -> dict[str, str]:
    """The instrument that each document is, or reports, by hash in order; "" where none is said."""
    own = {}
    for (document,) in dataset.store.select("SELECT ?d { ?d a dch:SourceDocument }"):
        own[dataset.iris.hash_of(document.value) or ""] = ""
    for property_ in ("reportedBy", "sourceDocument"):
        for instrument, document in dataset.store.select(f"SELECT ?i ?d {{ ?i dch:{property_} ?d }}"):
            own[dataset.iris.hash_of(document.value) or ""] = instrument.value
    own.pop("", None)
    return dict(sorted(own.items()))


def gather(dataset: Dataset, own: Mapping[str, str], ends: Sequence[str]) -> Gathered:
    """Number all instruments: those described, those at the `ends` of citations, and what they stand for."""
    meaning = _resolutions(dataset)
    described = {iri.value for (iri,) in dataset.store.select("SELECT DISTINCT ?i { ?i a dch:Instrument }")}
    iris = sorted(described | meaning.keys() | set(meaning.values()) | set(ends), key=str.encode)
    number = {iri: node for node, iri in enumerate(iris)}
    canonical = np.arange(len(iris), dtype=np.int32)
    for start in meaning:
        canonical[number[start]] = number[_final(start, meaning, dataset)]
    selves = (number.get(instrument) for instrument in own.values())
    document_self = np.array([-1 if node is None else canonical[node] for node in selves], dtype=np.int32)
    names = _file_names(dataset)
    files = [names.get(hash_, "") for hash_ in own]
    return Gathered(iris, canonical, list(own), files, _text_quality(dataset, own), document_self, number)


def _resolutions(dataset: Dataset) -> dict[str, str]:
    graph = dataset.iris.graph(RESOLUTION_GRAPH)
    rows = dataset.store.select(f"SELECT ?n ?m {{ GRAPH <{graph}> {{ ?n dch:resolvedAs ?m }} }}")
    return {node.value: instrument.value for node, instrument in rows}


def _final(start: str, meaning: dict[str, str], dataset: Dataset) -> str:
    seen = {start}
    end = meaning[start]
    while dataset.iris.is_partial(end) and end in meaning and end not in seen:
        seen.add(end)
        end = meaning[end]
    return end


def _text_quality(dataset: Dataset, documents: Iterable[str]) -> Array:
    rows = dataset.store.select("SELECT ?d ?quality { ?d dch:textQuality ?quality }")
    doubtful = {dataset.iris.hash_of(document.value): float(quality.value) for document, quality in rows}
    return np.array([doubtful.get(hash_, np.nan) for hash_ in documents], dtype=np.float64)


def _file_names(dataset: Dataset) -> dict[str, str]:
    rows = dataset.store.select("SELECT ?d ?name { ?d dch:fileName ?name }")
    return {dataset.iris.hash_of(document.value) or "": name.value for document, name in rows}

"""How much the dataset holds."""

from __future__ import annotations

from pathlib import Path

from kg.dataset import Dataset
from kg.facts.terms import text_term
from kg.models import DatasetStats
from kg.vocab import relation_names


def stats(dataset: Dataset) -> DatasetStats:
    """Counts of documents, instruments, citations, quads and bytes."""
    scoped = f"STRSTARTS(STR(?x), {text_term(dataset.iris.document(''))})"
    relations = _counts(dataset, "?c a dch:Citation ; dch:relation ?key", "?c")
    types = _counts(dataset, "?x eli:type_document/skos:prefLabel ?key", "?x")
    return DatasetStats(
        documents=_count(dataset, "?x a dch:SourceDocument"),
        instruments=_count(dataset, f"?x a dch:Instrument FILTER(!{scoped})"),
        partial_instruments=_count(dataset, f"?x a dch:Instrument FILTER({scoped})"),
        citations=_count(dataset, "?x a dch:Citation"),
        quads=len(dataset.store),
        relations=tuple((relation_names()[iri], count) for iri, count in relations),
        types=types,
        generation=dataset.generation,
        store_bytes=_size(dataset.layout.snapshot(dataset.generation)),
        text_bytes=dataset.texts.size(),
    )


def _count(dataset: Dataset, pattern: str) -> int:
    rows = dataset.store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}")
    return int(next(iter(rows))["n"].value)


def _counts(dataset: Dataset, pattern: str, counted: str) -> tuple[tuple[str, int], ...]:
    rows = dataset.store.select(
        f"SELECT ?key (COUNT(DISTINCT {counted}) AS ?n) WHERE {{ {pattern} }} GROUP BY ?key"
    )
    counts = [(str(row["key"].value), int(row["n"].value)) for row in rows]
    return tuple(sorted(counts, key=lambda item: (-item[1], item[0])))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

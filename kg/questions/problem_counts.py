"""How many problems single documents have."""

from __future__ import annotations

from collections.abc import Iterable

from kg.dataset import Dataset
from kg.facts.terms import portions, values


def problem_counts(dataset: Dataset, hashes: Iterable[str]) -> dict[str, int]:
    """The problems in each of these documents, by hash; one without problems is left out."""
    counts: dict[str, int] = {}
    for portion in portions(map(dataset.iris.document, hashes)):
        rows = dataset.store.select(
            f"SELECT ?d (COUNT(DISTINCT ?p) AS ?n) WHERE {{ {values('d', portion)} "
            "?p a dch:Problem ; dch:inDocument ?d } GROUP BY ?d"
        )
        counts |= {dataset.iris.hash_of(row["d"].value) or "": int(row["n"].value) for row in rows}
    return counts

"""Building what is derived from a state of the store."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dataset import Dataset
from kg.facts.identity import canonical
from kg.facts.refs import refs
from kg.index.search import build_search
from kg.models import InstrumentRef

_PORTION = 5_000


def build_index(dataset: Dataset) -> None:
    """Write the index of the dataset's generation into its folder."""
    build_search(dataset.layout.search_index(dataset.generation), _instruments(dataset))


def _instruments(dataset: Dataset) -> Iterator[tuple[InstrumentRef, int]]:
    """Every instrument that stands for itself, with the number of citations of it."""
    rows = dataset.store.select("SELECT DISTINCT ?i WHERE { ?i a dch:Instrument } ORDER BY ?i")
    iris = [row["i"].value for row in rows]
    meaning = canonical(dataset, iris)
    cited = dict.fromkeys(iris, 0)
    for row in dataset.store.select("SELECT ?i (COUNT(?c) AS ?n) WHERE { ?c dch:cited ?i } GROUP BY ?i"):
        iri = row["i"].value
        cited[meaning.get(iri, iri)] += int(row["n"].value)
    own = [iri for iri in iris if meaning[iri] == iri]
    for start in range(0, len(own), _PORTION):
        named = refs(dataset, own[start : start + _PORTION])
        for iri, ref in sorted(named.items()):
            yield ref, cited[iri]

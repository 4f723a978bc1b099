"""How the instruments known in full spread over types, bodies and years: what a list can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass

from kg.dataset import Dataset
from kg.facts.terms import text_term


@dataclass(frozen=True, slots=True)
class Facets:
    """(value, count), most frequent first; years latest first. Counts are of instruments."""

    types: tuple[tuple[str, int], ...]
    issuers: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def facets(dataset: Dataset, *, limit: int = 100) -> Facets:
    """The `limit` most frequent values of each."""
    scoped = text_term(dataset.iris.document(""))

    def counts(path: str, order: str) -> tuple[tuple[str, int], ...]:
        rows = dataset.store.select(
            f"SELECT ?key (COUNT(DISTINCT ?i) AS ?n) WHERE {{ ?i a dch:Instrument ; {path} ?key "
            f"FILTER(!STRSTARTS(STR(?i), {scoped})) }} GROUP BY ?key ORDER BY {order} LIMIT {limit}"
        )
        return tuple((row["key"].value, int(row["n"].value)) for row in rows)

    return Facets(
        types=counts("eli:type_document/skos:prefLabel", "DESC(?n) ?key"),
        issuers=counts("eli:passed_by/skos:prefLabel", "DESC(?n) ?key"),
        years=counts("dch:year", "DESC(?key)"),
    )

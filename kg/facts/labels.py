"""What values are called: literals as they are, resources by their label."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.dataset import Dataset
from kg.facts.terms import PORTION

Value = NamedNode | Literal | BlankNode | Triple
"""What a statement may have as its object."""


def labels(dataset: Dataset, terms: Iterable[Value]) -> dict[Value, str]:
    """A text for each value; a resource without a label goes by its IRI."""
    known: dict[Value, str] = {term: getattr(term, "value", str(term)) for term in terms}
    resources = sorted((term for term in known if isinstance(term, NamedNode)), key=str)
    # Every document states the label of each type and body that it names: one of them is enough.
    parts = [f"{{ SELECT ({term} AS ?v) ?l {{ {term} skos:prefLabel ?l }} LIMIT 1 }}" for term in resources]
    for start in range(0, len(parts), PORTION):
        union = " UNION ".join(parts[start : start + PORTION])
        known |= {row["v"]: row["l"].value for row in dataset.store.select(f"SELECT ?v ?l {{ {union} }}")}
    return known

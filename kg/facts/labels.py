"""What values are called: literals as they are, resources by their label."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.dataset import Dataset
from kg.facts.terms import portions, values

Value = NamedNode | Literal | BlankNode | Triple
"""What a statement may have as its object."""


def labels(dataset: Dataset, terms: Iterable[Value]) -> dict[Value, str]:
    """A text for each value; a resource without a label goes by its IRI."""
    known: dict[Value, str] = {term: getattr(term, "value", str(term)) for term in terms}
    for portion in portions(term.value for term in known if isinstance(term, NamedNode)):
        rows = dataset.store.select(f"SELECT ?v ?l {{ {values('v', portion)} ?v skos:prefLabel ?l }}")
        known |= {row["v"]: row["l"].value for row in rows}
    return known

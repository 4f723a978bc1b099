"""Where documents say different things of one instrument that can only be one way: number, date, issuer."""

from __future__ import annotations

from collections import defaultdict

from kg import vocab
from kg.dataset import Dataset
from kg.facts.identity import standing_for
from kg.facts.labels import Value, labels
from kg.facts.terms import values
from kg.models import Statement
from kg.questions.lookup import find

SINGLE = (vocab.ID_LOCAL, vocab.TYPE_DOCUMENT, vocab.PASSED_BY, vocab.DATE_DOCUMENT, vocab.YEAR, vocab.SIGNER)
"""Properties that an instrument has once; titles are worded in many ways and are not here."""
MOST_DOCUMENTS = 5


def disagreements(dataset: Dataset, wanted: str) -> tuple[Statement, ...]:
    """The values of each property that has several, with the first documents that state each.

    Raises NotFound or Ambiguous.
    """
    nodes = values("i", standing_for(dataset, [find(dataset, wanted).iri]))
    asked = ", ".join(map(str, SINGLE))
    # Thousands of documents may say the same: they are counted, and looked at only where they disagree.
    rows = dataset.store.select(
        f"SELECT ?p ?v (COUNT(*) AS ?n) WHERE {{ {nodes} GRAPH ?g {{ ?i ?p ?v }} FILTER(?p IN ({asked})) }} "
        "GROUP BY ?p ?v"
    )
    said: dict[str, list[Value]] = defaultdict(list)
    for row in rows:
        said[row["p"].value].append(row["v"])
    several = {property_: found for property_, found in said.items() if len(found) > 1}
    named = labels(dataset, (value for found in several.values() for value in found))
    stated = [
        Statement(property_, named[value], _documents(dataset, nodes, property_, value))
        for property_, found in several.items()
        for value in found
    ]
    return tuple(sorted(stated, key=lambda statement: (statement.property, statement.value)))


def _documents(dataset: Dataset, nodes: str, property_: str, value: Value) -> tuple[str, ...]:
    rows = dataset.store.select(
        f"SELECT DISTINCT ?g WHERE {{ {nodes} GRAPH ?g {{ ?i <{property_}> {value} }} }} "
        f"ORDER BY ?g LIMIT {MOST_DOCUMENTS}"
    )
    hashes = (dataset.iris.hash_of(row["g"].value) for row in rows)
    return tuple(dataset.iris.document(hash_) for hash_ in hashes if hash_)

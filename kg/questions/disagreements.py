"""Where documents say different things of one instrument that can only be one way: number, date, issuer."""

from __future__ import annotations

from collections import defaultdict

from kg import vocab
from kg.dataset import Dataset
from kg.facts.identity import standing_for
from kg.facts.labels import labels
from kg.facts.statements import StatedValue, stated_values, stating
from kg.models import Statement
from kg.questions.lookup import find

SINGLE = (vocab.ID_LOCAL, vocab.TYPE_DOCUMENT, vocab.PASSED_BY, vocab.DATE_DOCUMENT, vocab.YEAR, vocab.SIGNER)
"""Properties that an instrument has once; titles are worded in many ways and are not here."""
MOST_DOCUMENTS = 5


def disagreements(dataset: Dataset, wanted: str) -> tuple[Statement, ...]:
    """The values of each property that has several, with some of the documents that state each.

    Raises NotFound or Ambiguous.
    """
    nodes = standing_for(dataset, [find(dataset, wanted).iri])
    said: dict[str, list[StatedValue]] = defaultdict(list)
    for stated in stated_values(dataset, nodes, [property_.value for property_ in SINGLE]):
        said[stated.property].append(stated)
    several = [stated for found in said.values() if len(found) > 1 for stated in found]
    named = labels(dataset, (stated.value for stated in several))
    documents = stating(dataset, nodes, several, MOST_DOCUMENTS)
    disputed = [
        Statement(stated.property, named[stated.value], found, stated.total)
        for stated, found in zip(several, documents, strict=True)
    ]
    return tuple(sorted(disputed, key=lambda statement: (statement.property, statement.value)))

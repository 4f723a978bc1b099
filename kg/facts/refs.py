"""What to say of an instrument in a line, where documents may say different things of it.

What the instrument's own text says comes first; else what most documents say; of equals the longest title,
the earliest date. It is settled when a state is published, and read from its index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg import vocab
from kg.dataset import Dataset
from kg.models import InstrumentRef

PROPERTIES = {
    vocab.ID_LOCAL.value: "number",
    vocab.TYPE_DOCUMENT.value: "type",
    vocab.PASSED_BY.value: "issuer",
    vocab.DATE_DOCUMENT.value: "date",
    vocab.YEAR.value: "year",
    vocab.TITLE.value: "title",
}
"""The properties that a reference shows, with their names in `InstrumentRef`."""


def refs(dataset: Dataset, iris: Iterable[str]) -> dict[str, InstrumentRef]:
    """A reference for each IRI; one that no graph describes has nothing but its IRI."""
    return {iri: ref(dataset, iri) for iri in iris}


def ref(dataset: Dataset, iri: str) -> InstrumentRef:
    """The reference for one IRI."""
    node = dataset.index.node(iri)
    if node is None:
        return InstrumentRef(iri, dataset.iris.id_of(iri), partial=dataset.iris.is_partial(iri))
    return dataset.index.names.ref(node)


def best(votes: Mapping[str, int], *, longest: bool = False) -> str | None:
    """The value that most say; of equals the longest where that is asked for, else the first."""
    if not votes:
        return None
    return min(votes, key=lambda value: (-votes[value], -len(value) if longest else 0, value))


def issuer_of(votes: Mapping[str, int], labels: Mapping[str, str]) -> str | None:
    """The bodies that are named as often as the most named one: joint issuers stand side by side."""
    if not votes:
        return None
    most = max(votes.values())
    return "; ".join(sorted(labels.get(body, body) for body, count in votes.items() if count == most))

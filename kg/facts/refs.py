"""What to say of an instrument in a line: settled when a state is published (`kg.index.votes`)."""

from __future__ import annotations

from collections.abc import Iterable

from kg.dataset import Dataset
from kg.models import InstrumentRef


def refs(dataset: Dataset, iris: Iterable[str]) -> dict[str, InstrumentRef]:
    """A reference for each IRI; one that no graph describes has nothing but its IRI."""
    return {iri: ref(dataset, iri) for iri in iris}


def ref(dataset: Dataset, iri: str) -> InstrumentRef:
    """The reference for one IRI."""
    node = dataset.index.node(iri)
    if node is None:
        return InstrumentRef(iri, dataset.iris.id_of(iri), partial=dataset.iris.is_partial(iri))
    return dataset.index.names.ref(node)

"""What two documents both cite, and what only one of them does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.edges import edges_with_evidence, links_at
from kg.models import Edge, InstrumentRef
from kg.questions.lookup import find_node


@dataclass(frozen=True, slots=True)
class Shared:
    """An instrument that both cite, with the edges of each."""

    instrument: InstrumentRef
    first: tuple[Edge, ...]
    second: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The citations of two instruments side by side, cited instruments in the order of their IRIs."""

    first: InstrumentRef
    second: InstrumentRef
    both: tuple[Shared, ...]
    only_first: tuple[Edge, ...]
    only_second: tuple[Edge, ...]


def compare(dataset: Dataset, first: str, second: str, *, relations: Sequence[Relation] = ()) -> Comparison:
    """Compare what two instruments cite, by all relations where none is named.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    nodes = find_node(dataset, first), find_node(dataset, second)
    numbers = index.numbers(relations)
    edges = [
        edges_with_evidence(dataset, dict(sorted(links_at(dataset, node, "out", numbers).items())))
        for node in nodes
    ]
    cited = [{edge.target.iri for edge in side} for side in edges]
    shared = {edge.target.iri: edge.target for edge in edges[0] if edge.target.iri in cited[1]}
    return Comparison(
        first=index.names.ref(nodes[0]),
        second=index.names.ref(nodes[1]),
        both=tuple(
            Shared(ref, _to(edges[0], {iri}), _to(edges[1], {iri})) for iri, ref in sorted(shared.items())
        ),
        only_first=_to(edges[0], cited[0] - cited[1]),
        only_second=_to(edges[1], cited[1] - cited[0]),
    )


def _to(edges: Iterable[Edge], targets: set[str]) -> tuple[Edge, ...]:
    return tuple(sorted((e for e in edges if e.target.iri in targets), key=lambda e: e.target.iri))

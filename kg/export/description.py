"""What the dataset says of one thing: the statements about it, each in the graph that makes it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.dataset import Dataset
from kg.errors import NotFound
from kg.facts.terms import iri_term

LIMIT = 5_000
"""Most statements of a description; a law that everybody cites has millions."""


@dataclass(frozen=True, slots=True)
class Description:
    """The statements about `iri`, sorted; `truncated` tells that there were more."""

    iri: str
    quads: tuple[Quad, ...]
    truncated: bool = False


def describe(dataset: Dataset, iri: str, *, provenance: bool = False, limit: int = LIMIT) -> Description:
    """Statements with `iri` as subject, then those that name it, then the records of its citations.

    `provenance` adds what is known of the graphs that state them: source document and runs. Raises NotFound
    where no graph knows `iri`, BadRequest where it is no IRI.
    """
    term = iri_term(iri)
    patterns = [
        f"{{ BIND({term} AS ?s) GRAPH ?g {{ {term} ?p ?o }} }}",
        f"{{ BIND({term} AS ?o) GRAPH ?g {{ ?s ?p {term} }} }}",
        f"GRAPH ?g {{ ?s dch:citing|dch:cited {term} . ?s ?p ?o }}",
        f"GRAPH ?g {{ ?c dch:citing|dch:cited {term} ; dch:evidence ?s . ?s ?p ?o }}",
        f"GRAPH ?labels {{ {term} ?any ?s . ?s skos:prefLabel ?o }} BIND(skos:prefLabel AS ?p) "
        "BIND(?labels AS ?g)",
    ]
    quads: dict[Quad, None] = {}
    for pattern in patterns:
        if len(quads) > limit:
            break
        quads |= dict.fromkeys(_quads(dataset, pattern, f"LIMIT {limit + 1}"))
    if not quads:
        raise NotFound(what=iri)
    kept = list(quads)[:limit]
    if provenance:
        kept += _provenance(dataset, kept)
    return Description(iri, tuple(sorted(dict.fromkeys(kept), key=str)), len(quads) > limit)


def _provenance(dataset: Dataset, quads: list[Quad]) -> list[Quad]:
    """Where the graphs of `quads` come from: their documents, and the runs that read those."""
    found: list[Quad] = []
    runs = dataset.iris.graph(vocab.RUNS_GRAPH)
    graphs = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
    for graph in sorted(graphs):
        hash_ = dataset.iris.hash_of(graph)
        if hash_ is None:
            continue
        document = iri_term(dataset.iris.document(hash_))
        for where in (
            f"GRAPH ?g {{ {document} ?p ?o }} BIND({document} AS ?s)",
            f"GRAPH <{runs}> {{ ?s prov:used {document} ; ?p ?o }} "
            f"FILTER(?p != prov:used || ?o = {document}) BIND(<{runs}> AS ?g)",
        ):
            found += _quads(dataset, where)
    return found


def _quads(dataset: Dataset, where: str, limit: str = "") -> list[Quad]:
    """The quads that a pattern binds to ?s ?p ?o ?g. The engine's iterator must end in its own thread."""
    solutions = dataset.store.select(f"SELECT ?s ?p ?o ?g WHERE {{ {where} }} {limit}")
    quads = [Quad(row["s"], row["p"], row["o"], row["g"]) for row in solutions]
    del solutions
    return quads

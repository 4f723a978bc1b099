"""Resolutions as statements of the resolution graph, and taking them out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.facts.terms import PORTION, portions, values
from kg.iris import Iris
from kg.resolve.facts import Resolution
from kg.resolve.reasons import words
from kg.store.protocol import Store


def resolution_quads(resolution: Resolution, document: str | None, iris: Iris) -> Iterator[Quad]:
    """What the resolution graph says of one node: its meaning and rule, or its candidates by rank.

    `document` is the IRI of the document that names the node, None for an instrument known everywhere.
    """
    graph, node = NamedNode(iris.graph(vocab.RESOLUTION_GRAPH)), NamedNode(resolution.node)
    if resolution.target is not None and resolution.rule is not None:
        yield Quad(node, vocab.RESOLVED_AS, NamedNode(resolution.target), graph)
        yield Quad(node, vocab.RESOLUTION_RULE, vocab.resolution_rule(resolution.rule), graph)
        yield Quad(node, vocab.CONFIDENCE, decimal(resolution.confidence), graph)
    elif not resolution.candidates:
        return
    if document:
        yield Quad(node, vocab.IN_DOCUMENT, NamedNode(document), graph)
    for rank, candidate in enumerate(resolution.candidates, start=1):
        about = NamedNode(iris.candidate(resolution.node, rank))
        yield Quad(node, vocab.HAS_CANDIDATE, about, graph)
        yield Quad(about, vocab.TYPE, vocab.CANDIDATE, graph)
        yield Quad(about, vocab.PROPOSES, NamedNode(candidate.target), graph)
        yield Quad(about, vocab.RANK, Literal(str(rank), datatype=vocab.INTEGER), graph)
        yield Quad(about, vocab.CONFIDENCE, decimal(candidate.confidence), graph)
        spoken = [words(code) for code in candidate.reasons]
        yield Quad(about, vocab.REASON, Literal("; ".join(said.vi for said in spoken), language="vi"), graph)
        yield Quad(about, vocab.REASON, Literal("; ".join(said.en for said in spoken), language="en"), graph)


def decimal(value: float) -> Literal:
    """Two places at most, spelt as every store gives it back."""
    plain = format(Decimal(f"{value:.2f}").normalize(), "f")
    return Literal(plain if "." in plain else f"{plain}.0", datatype=vocab.DECIMAL)


def insert(store: Store, quads: Iterable[Quad]) -> None:
    """Add quads, each once."""
    store.add(list(dict.fromkeys(quads)))


def remove(store: Store, graph: str, quads: Iterable[Quad]) -> None:
    """Take quads out of one graph, in portions."""
    ordered = list(quads)
    for start in range(0, len(ordered), PORTION * 40):
        triples = "\n".join(f"{quad.triple} ." for quad in ordered[start : start + PORTION * 40])
        store.update(f"DELETE DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}")


def clear_documents(store: Store, iris: Iris, hashes: Iterable[str]) -> None:
    """Take out all that was resolved for these documents."""
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for portion in portions(iris.document(hash_) for hash_ in hashes):
        documents = values("d", portion)
        store.update(
            f"DELETE {{ GRAPH <{graph}> {{ ?c ?p ?v }} }} WHERE {{ {documents} GRAPH <{graph}> "
            "{ ?n dch:inDocument ?d ; dch:candidate ?c . ?c ?p ?v } } ; "
            f"DELETE {{ GRAPH <{graph}> {{ ?n ?p ?v }} }} WHERE {{ {documents} GRAPH <{graph}> "
            "{ ?n dch:inDocument ?d ; ?p ?v } }"
        )


def clear_facts(store: Store, iris: Iris, hashes: Iterable[str]) -> None:
    """Take out what is remembered of these documents."""
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for portion in portions(iris.document(hash_) for hash_ in hashes):
        store.update(
            f"DELETE {{ GRAPH <{graph}> {{ ?d dch:statedFacts ?f }} }} WHERE {{ {values('d', portion)} "
            f"GRAPH <{graph}> {{ ?d dch:statedFacts ?f }} }}"
        )


def clear_nodes(store: Store, iris: Iris, nodes: Iterable[str]) -> None:
    """Take out all that the resolution graph says of these nodes."""
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for portion in portions(nodes):
        # Of most it says nothing, and to find that out by asking is cheaper than by deleting.
        rows = store.select(
            f"SELECT DISTINCT ?n WHERE {{ {values('n', portion)} GRAPH <{graph}> {{ ?n ?p ?v }} }}"
        )
        known = [node.value for (node,) in rows]
        if not known:
            continue
        chosen = values("n", known)
        store.update(
            f"DELETE {{ GRAPH <{graph}> {{ ?c ?p ?v }} }} WHERE {{ {chosen} GRAPH <{graph}> "
            "{ ?n dch:candidate ?c . ?c ?p ?v } } ; "
            f"DELETE {{ GRAPH <{graph}> {{ ?n ?p ?v }} }} WHERE {{ {chosen} GRAPH <{graph}> {{ ?n ?p ?v }} }}"
        )

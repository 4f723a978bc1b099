"""The reviews of people laid over what the machine read: a document's graph shows the reading that stands.

A citation that a person rejected goes, one that was corrected says what is right, one that was confirmed says
so; `human` among the rules (`dch:method`) marks the last two. What the machine read is kept with the review
(`dch:machineReading`), so that a review can be withdrawn. Loading a document anew brings the machine's
reading back, and this puts the person's in its place again: by the citation's place, or, where the extractor
now draws its bounds otherwise, by the number it overlaps with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kg import vocab
from kg.facts.reviews import Review, reviews_in_force
from kg.facts.terms import iri_term
from kg.iris import Iris
from kg.store.embedded import insert_data
from kg.store.protocol import Store

HUMAN_RULE = "human"


def lay_over(store: Store, iris: Iris, hashes: Iterable[str]) -> frozenset[str]:
    """Apply the reviews of citations to the graphs of these documents; gives those that have any."""
    wanted = set(hashes)
    by_document: dict[str, list[Review]] = defaultdict(list)
    for review in reviews_in_force(store, iris):
        if review.subject == "citation" and review.hash in wanted:
            by_document[review.hash].append(review)
    for hash_, reviews in sorted(by_document.items()):
        graph = iris.document_graph(hash_)
        if store.has_graph(graph):
            _lay_over_document(store, iris, graph, reviews)
    return frozenset(by_document)


def _lay_over_document(store: Store, iris: Iris, graph: str, reviews: Sequence[Review]) -> None:
    statements = set(store.graph_quads(graph))
    for review in reviews:
        target = anchor(statements, review)
        if target is None:
            continue
        if target != review.target:
            _move(store, iris, review, target)
        record = {quad for quad in statements if quad.subject == NamedNode(target)}
        if not _is_human(record):
            keep_reading(store, iris, review.iri, record)
        statements = (statements - record) | _reviewed(store, iris, graph, record, review)
    store.replace_graph(graph, with_edges(statements, graph))


def anchor(statements: Iterable[Quad], review: Review) -> str | None:
    """The citation that the review means: at its very place, else the one of its number that overlaps it."""
    records: dict[str, dict[str, str]] = defaultdict(dict)
    numbers: dict[str, str] = {}
    for quad in statements:
        subject, value = quad.subject.value, quad.object.value  # type: ignore[union-attr]
        if quad.predicate in (vocab.START, vocab.END, vocab.CITED, vocab.CITING):
            records[subject][quad.predicate.value] = value
        elif quad.predicate == vocab.ID_LOCAL:
            numbers[subject] = value
    if vocab.CITED.value in records.get(review.target, {}):
        return review.target
    overlapping = [
        iri
        for iri, said in records.items()
        if vocab.CITED.value in said
        and int(said[vocab.START.value]) < review.end
        and review.start < int(said[vocab.END.value])
        and review.number in (None, *(numbers.get(said[end.value]) for end in (vocab.CITED, vocab.CITING)))
    ]
    return min(overlapping, default=None)


def _is_human(record: Iterable[Quad]) -> bool:
    return any(quad.predicate == vocab.METHOD and HUMAN_RULE in _text(quad).split() for quad in record)


def _reviewed(store: Store, iris: Iris, graph: str, record: set[Quad], review: Review) -> set[Quad]:
    """The citation as the person would have it; nothing of a rejected one."""
    if review.verdict == "rejected":
        return set()
    changed = set()
    name = NamedNode(graph)
    for quad in record:
        value = quad.object
        if quad.predicate == vocab.METHOD and HUMAN_RULE not in _text(quad).split():
            value = Literal(f"{_text(quad)} {HUMAN_RULE}")
        elif quad.predicate == vocab.CONFIDENCE:
            value = Literal("1", datatype=vocab.DECIMAL)
        elif quad.predicate == vocab.RELATION and review.relation:
            value = vocab.relation_properties()[review.relation]
        elif quad.predicate == _named_end(record) and review.cited:
            value = NamedNode(review.cited)
        changed.add(Quad(quad.subject, quad.predicate, value, name))
    if review.cited:
        changed |= {Quad(*triple, name) for triple in _description(store, review.cited)}
    return changed


def _named_end(record: Iterable[Quad]) -> NamedNode:
    """The end of the citation that the quoted words name."""
    return vocab.CITING if any(quad.predicate == vocab.INVERSE for quad in record) else vocab.CITED


def _description(store: Store, instrument: str) -> set[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """What the dataset says of the instrument, least of all that it is one."""
    node = NamedNode(instrument)
    kept = (vocab.TYPE, vocab.ID_LOCAL, vocab.NUMBER_KEY, vocab.MATCH_KEY, vocab.YEAR)
    properties = " ".join(map(str, kept))
    rows = store.select(
        f"SELECT DISTINCT ?p ?v WHERE {{ VALUES ?p {{ {properties} }} {iri_term(instrument)} ?p ?v }}"
    )
    said = {(node, row["p"], row["v"]) for row in rows}
    return {*said, (node, vocab.TYPE, vocab.INSTRUMENT)}


def with_edges(statements: Iterable[Quad], graph: str) -> list[Quad]:
    """The statements with exactly the direct edges that their citations bear out, in a fixed order."""
    statements = set(statements)
    relations = set(vocab.relation_properties().values())
    kept = {quad for quad in statements if quad.predicate not in relations}
    ends: dict[str, dict[str, NamedNode]] = defaultdict(dict)
    for quad in kept:
        if quad.predicate in (vocab.CITING, vocab.CITED, vocab.RELATION) and isinstance(
            quad.object, NamedNode
        ):
            ends[quad.subject.value][quad.predicate.value] = quad.object  # type: ignore[union-attr]
    for said in ends.values():
        citing, cited = said[vocab.CITING.value], said[vocab.CITED.value]
        if citing != cited:
            kept.add(Quad(citing, said[vocab.RELATION.value], cited, NamedNode(graph)))
    return sorted(kept, key=str)


def keep_reading(store: Store, iris: Iris, review: str, record: Iterable[Quad]) -> None:
    """Keep what the machine read with the review, in the place of what was kept before."""
    graph = iris.graph(vocab.REVIEW_GRAPH)
    lines = serialize((quad.triple for quad in sorted(record, key=str)), format=RdfFormat.N_TRIPLES)
    quad = Quad(
        NamedNode(review), vocab.MACHINE_READING, Literal((lines or b"").decode("utf-8")), NamedNode(graph)
    )
    store.update(
        f"DELETE WHERE {{ GRAPH <{graph}> {{ <{review}> dch:machineReading ?v }} }} ; "
        f"{insert_data(graph, [quad])}"
    )


def give_back(store: Store, iris: Iris, review: Review) -> None:
    """Put the machine's reading back in the place of a withdrawn review's."""
    graph, reviews = iris.document_graph(review.hash), iris.graph(vocab.REVIEW_GRAPH)
    rows = store.select(f"SELECT ?v WHERE {{ GRAPH <{reviews}> {{ <{review.iri}> dch:machineReading ?v }} }}")
    text = next((row["v"].value for row in rows), None)
    if text is None or not store.has_graph(graph):
        return
    statements = {quad for quad in store.graph_quads(graph) if quad.subject != NamedNode(review.target)}
    statements |= {
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph))
        for quad in parse(text, format=RdfFormat.N_TRIPLES)
    }
    store.replace_graph(graph, with_edges(statements, graph))


def _move(store: Store, iris: Iris, review: Review, target: str) -> None:
    graph = iris.graph(vocab.REVIEW_GRAPH)
    store.update(
        f"DELETE WHERE {{ GRAPH <{graph}> {{ <{review.iri}> dch:reviews ?t }} }} ; "
        f"INSERT DATA {{ GRAPH <{graph}> {{ <{review.iri}> dch:reviews <{target}> }} }}"
    )


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""

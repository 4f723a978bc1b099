"""Relations that a corpus states, as a graph of their own beside what was read.

Each is a node of its own, marked as given: it has no sentence that bears it out, so no question answers with
it. `kg.questions.agreement` holds it against what the texts say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from extractors.readers.corpora import Corpus, GivenRelation
from kg import vocab
from kg.facts.terms import text_term
from kg.ingest.inputs import CorpusPart, Input, corpus_of
from kg.iris import Iris
from kg.resolve.keys import Naming, full_path
from kg.store.protocol import Store
from ontology.slugs import slug

_CHUNK = 100_000
_SAID = "SELECT ?said {{ GRAPH {graph} {{ {graph} dch:sha256 ?said }} }}"
"""The hash of all that a graph of given relations was made from, which it states of itself."""


def load_given(store: Store, iris: Iris, inputs: Iterable[Input]) -> set[str]:
    """Write the relations of the corpora among `inputs` in the place of what they stated before.

    The documents must be in the store. Gives the hashes of those whose corpus states something new.
    """
    parts = {(part.path, part.digest): part for part in inputs if isinstance(part, CorpusPart)}
    changed: set[str] = set()
    for part in parts.values():
        corpus = corpus_of(part)
        if corpus.relationships is None:
            continue
        loaded = _loaded(store, corpus.name)
        if _write(store, iris, corpus, part.digest, loaded):
            changed |= {hash_ for _, document in loaded.values() if (hash_ := iris.hash_of(document))}
    return changed


def _loaded(store: Store, corpus: str) -> dict[str, tuple[str, str]]:
    """The instrument and the source document of each of the corpus's ids, as far as they are loaded."""
    rows = store.select(
        f"SELECT ?id ?i ?d WHERE {{ ?d dch:givenCorpus {text_term(corpus)} ; dch:givenId ?id . "
        "?i dch:sourceDocument|dch:reportedBy ?d }"
    )
    return {row["id"].value: (row["i"].value, row["d"].value) for row in rows}


def _write(
    store: Store, iris: Iris, corpus: Corpus, digest: str, loaded: Mapping[str, tuple[str, str]]
) -> bool:
    """Whether the graph is another than before."""
    graph = NamedNode(iris.graph(f"given/{slug(corpus.name)}"))
    instruments = {id_: instrument for id_, (instrument, _) in loaded.items()}
    said = hashlib.sha256(f"{digest} {sorted(instruments.items())}".encode()).hexdigest()
    if said in {row["said"].value for row in store.select(_SAID.format(graph=graph))}:
        return False
    store.remove_graph(graph.value)
    quads = _quads(corpus, iris, graph, instruments)
    while chunk := list(islice(quads, _CHUNK)):
        store.bulk_load(_written(chunk))
    store.load(_written([Quad(graph, vocab.SHA256, Literal(said), graph)]))
    return True


def _written(quads: Iterable[Quad]) -> bytes:
    return "".join(f"{quad} .\n" for quad in quads).encode("utf-8")


def _quads(corpus: Corpus, iris: Iris, graph: NamedNode, loaded: Mapping[str, str]) -> Iterator[Quad]:
    for relation in corpus.relations():
        ends = _end(corpus, iris, loaded, relation.source), _end(corpus, iris, loaded, relation.target)
        if ends[0] is not None and ends[1] is not None:
            citing, cited = reversed(ends) if relation.inverse else ends
            yield from _relation(corpus.name, relation, str(citing), str(cited), iris, graph)


def _relation(
    corpus: str, relation: GivenRelation, citing: str, cited: str, iris: Iris, graph: NamedNode
) -> Iterator[Quad]:
    said = f"{corpus}\n{relation.source}\n{relation.target}\n{relation.label}"
    node = NamedNode(iris.given_relation(hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]))
    yield Quad(node, vocab.TYPE, vocab.GIVEN_RELATION, graph)
    yield Quad(node, vocab.GIVEN_CITING, NamedNode(citing), graph)
    yield Quad(node, vocab.GIVEN_CITED, NamedNode(cited), graph)
    yield Quad(node, vocab.GIVEN_LABEL, Literal(relation.label), graph)
    yield Quad(node, vocab.GIVEN["corpus"], Literal(corpus), graph)
    if relation.relation is not None:
        yield Quad(node, vocab.GIVEN_AS, vocab.relation_properties()[relation.relation], graph)


def _end(corpus: Corpus, iris: Iris, loaded: Mapping[str, str], id_: str) -> str | None:
    """The instrument with an id of the corpus: as its text says, or else as the corpus describes it."""
    if id_ in loaded:
        return loaded[id_]
    said = dict(corpus.given.get(id_, ()))
    path = full_path(Naming(said.get("type"), said.get("number"), said.get("issuer"), said.get("date")))
    return iris.instrument(path) if path else None

"""What a document's graph states of its citations, as plain rows: what the index of citations is made of.

The rows follow from the graph alone (`stated_in`). Whoever makes a graph has them at hand (`kg.graph`), and a
dataset keeps them (`kg.packed`, `kg.store.stated`), for asking a store for each property of each citation
takes longer than loading it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode

from extractors.models import Relation
from kg import vocab
from kg.iris import Iris
from kg.store.protocol import Store

# Places stand in the IRIs, and the rest in the graph's name.
_READ = "FILTER(?p NOT IN (rdf:type, oa:start, oa:end, dch:inDocument))"


class StatedCitation(NamedTuple):
    """One citation: where its quote stands, its ends (IRIs, not resolved), and the sentence that says so.

    `repeat` counts earlier citations of the same quote.
    """

    start: int
    end: int
    repeat: int
    citing: str
    cited: str
    relation: Relation
    kind: str
    quote: str
    confidence: float
    method: str
    sentence_start: int
    sentence_end: int
    sentence: str
    inverse: bool = False
    pinpoint: str = ""
    place: str = ""
    issuer_as_written: str = ""


def stated_in(store: Store, iris: Iris, hash_: str) -> list[StatedCitation]:
    """The rows of a document's graph, read from the store, in the order of the text."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    name = NamedNode(iris.document_graph(hash_))
    for citation, property_, value in store.select(
        f"SELECT ?c ?p ?v {{ GRAPH {name} {{ ?c dch:cited ?x . ?c ?p ?v {_READ} }} }}"
    ):
        said[citation.value][property_.value] = value.value
    sentences = {
        evidence.value: text.value
        for evidence, text in store.select(
            f"SELECT ?e ?text {{ GRAPH {name} {{ ?c dch:evidence ?e . ?e oa:exact ?text }} }}"
        )
    }
    return sorted(_stated(iri, own, sentences, iris) for iri, own in said.items())


def _stated(iri: str, own: Mapping[str, str], sentences: Mapping[str, str], iris: Iris) -> StatedCitation:
    evidence = own[vocab.HAS_EVIDENCE.value]
    return StatedCitation(
        *iris.place_of(iri),
        own[vocab.CITING.value],
        own[vocab.CITED.value],
        vocab.relation_names()[own[vocab.RELATION.value]],
        own[vocab.KIND.value],
        own[vocab.EXACT.value],
        float(own[vocab.CONFIDENCE.value]),
        own[vocab.METHOD.value],
        *iris.span_of(evidence),
        sentences[evidence],
        vocab.INVERSE.value in own,
        own.get(vocab.PINPOINT.value, ""),
        own.get(vocab.PLACE.value, ""),
        own.get(vocab.ISSUER_AS_WRITTEN.value, ""),
    )

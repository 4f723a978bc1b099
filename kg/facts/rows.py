"""Citation records with their evidence, read from the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from extractors.models import Relation
from extractors.readers.quality import DOUBT_RULE
from kg.dataset import Dataset
from kg.facts.terms import PORTION, iri_term, portions, values
from kg.models import EvidenceRef, EvidenceSide
from kg.vocab import (
    CITED,
    CITING,
    CONFIDENCE,
    EXACT,
    HAS_EVIDENCE,
    INVERSE,
    ISSUER_AS_WRITTEN,
    KIND,
    METHOD,
    PINPOINT,
    PLACE,
    RELATION,
    relation_names,
)  # fmt: skip

# One scan of all that is said of a citation costs less than a look-up for each property, and leaves no
# optimizer the choice to begin elsewhere. Places stand in the IRIs and file names in the index.
_READ = "FILTER(?p NOT IN (rdf:type, oa:start, oa:end, dch:inDocument))"

_ENDS = {"out": "citing", "in": "cited"}


@dataclass(frozen=True, slots=True)
class Record:
    """A citation as it stands in its document's graph: `citing` and `cited` are not yet resolved."""

    iri: str
    citing: str
    cited: str
    relation: Relation
    evidence: EvidenceRef
    kind: str
    inverse: bool
    pinpoint: str | None
    place: str | None
    issuer_as_written: str | None


def records_at(dataset: Dataset, places: Iterable[tuple[str, str]], side: EvidenceSide) -> list[Record]:
    """The citations at (graph, node) places that run out of, or into, the node there."""
    wanted = sorted(set(places))
    nodes: list[str] = []
    for start in range(0, len(wanted), PORTION):
        pairs = " ".join(
            f"({iri_term(graph)} {iri_term(node)})" for graph, node in wanted[start : start + PORTION]
        )
        query = f"SELECT ?c {{ VALUES (?g ?n) {{ {pairs} }} GRAPH ?g {{ ?c dch:{_ENDS[side]} ?n }} }}"
        nodes += (node.value for (node,) in dataset.store.select(query))
    return records_of(dataset, nodes)


def records_in(dataset: Dataset, document: str) -> list[Record]:
    """All citations of one source document (IRI), in the order of its text."""
    hash_ = dataset.iris.hash_of(document)
    if hash_ is None:
        return []
    graph = iri_term(dataset.iris.document_graph(hash_))
    rows = dataset.store.select(f"SELECT ?c {{ GRAPH {graph} {{ ?c a dch:Citation }} }}")
    return records_of(dataset, [node.value for (node,) in rows])


def record_page(
    dataset: Dataset,
    node: int,
    side: EvidenceSide,
    relation: Relation | None,
    offset: int,
    limit: int,
) -> tuple[list[Record], int]:
    """Some of the citations at a node of the index, in the order of documents and texts, and how many it has.

    The index knows how many each document has, so that only the documents of the page are looked into.
    """
    index = dataset.index
    rows = index.edges.at(node, side)
    kept = np.isin(rows.relation, index.numbers((relation,))) if relation else np.ones(len(rows.count), bool)
    documents, counts = rows.document[kept], rows.count[kept]
    until = np.cumsum(counts)
    total = int(until[-1]) if len(until) else 0
    first, last = np.searchsorted(until, [offset, offset + limit - 1], side="right")
    shown = np.unique(documents[first : last + 1])
    places = [
        (index.graph(int(document)), iri) for document in shown for iri in index.mentions(node, int(document))
    ]
    records = [
        record
        for record in records_at(dataset, places, side)
        if relation in (None, record.relation)
        and index.canonical_node(record.citing) != index.canonical_node(record.cited)
    ]
    before = int(counts[: np.searchsorted(documents, shown[0])].sum()) if len(shown) else 0
    return records[offset - before : offset - before + limit], total


def _order(record: Record) -> tuple[str, int, str]:
    return record.evidence.document, record.evidence.quote_start, record.iri


def records_of(dataset: Dataset, nodes: Iterable[str]) -> list[Record]:
    """The records of these citations (IRIs), in the order of documents and texts."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    sentences: dict[str, str] = {}
    for portion in portions(nodes):
        rows = dataset.store.select(
            f"SELECT ?c ?p ?v {{ {values('c', portion)} GRAPH ?g {{ ?c ?p ?v }} {_READ} }}"
        )
        for node, property_, value in rows:
            said[node.value][property_.value] = value.value
    for portion in portions(properties[HAS_EVIDENCE.value] for properties in said.values()):
        rows = dataset.store.select(
            f"SELECT ?e ?text {{ {values('e', portion)} GRAPH ?g {{ ?e oa:exact ?text }} }}"
        )
        sentences |= {evidence.value: text.value for evidence, text in rows}
    qualities = _qualities(dataset, said)
    records = (_record(dataset, iri, properties, sentences, qualities) for iri, properties in said.items())
    return sorted(records, key=_order)


def _qualities(dataset: Dataset, said: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    """How far the letters of the documents can be trusted, by hash, of those whose citations bear a doubt."""
    doubtful = {
        dataset.iris.document(dataset.iris.hash_of(iri) or "")
        for iri, properties in said.items()
        if DOUBT_RULE in properties[METHOD.value]
    }
    qualities: dict[str, float] = {}
    for portion in portions(doubtful):
        rows = dataset.store.select(
            f"SELECT ?d ?quality {{ {values('d', portion)} ?d dch:textQuality ?quality }}"
        )
        qualities |= {dataset.iris.hash_of(d.value) or "": float(quality.value) for d, quality in rows}
    return qualities


def _record(
    dataset: Dataset,
    iri: str,
    said: Mapping[str, str],
    sentences: Mapping[str, str],
    qualities: Mapping[str, float],
) -> Record:
    hash_ = dataset.iris.hash_of(iri) or ""
    sentence = said[HAS_EVIDENCE.value]
    start, end = dataset.iris.span_of(sentence)
    quote_start, quote_end = dataset.iris.span_of(iri)
    evidence = EvidenceRef(
        document=dataset.iris.document(hash_),
        start=start,
        end=end,
        text=sentences[sentence],
        file=dataset.index.file_of(hash_),
        citation=iri,
        quote=said[EXACT.value],
        quote_start=quote_start,
        quote_end=quote_end,
        confidence=float(said[CONFIDENCE.value]),
        method=said[METHOD.value],
        text_quality=qualities.get(hash_),
    )
    return Record(
        iri=iri,
        citing=said[CITING.value],
        cited=said[CITED.value],
        relation=relation_names()[said[RELATION.value]],
        evidence=evidence,
        kind=said[KIND.value],
        inverse=INVERSE.value in said,
        pinpoint=said.get(PINPOINT.value),
        place=said.get(PLACE.value),
        issuer_as_written=said.get(ISSUER_AS_WRITTEN.value),
    )

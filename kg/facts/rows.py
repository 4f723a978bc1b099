"""Citation records with their evidence, read from the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from pyoxigraph import QuerySolution

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.terms import PORTION, iri_term, portions, values
from kg.models import EvidenceRef, EvidenceSide
from kg.vocab import relation_names

# Places stand in the IRIs of the nodes, file names in the index: every pattern less is a look-up less for
# every record of a page.
_RECORD = """
GRAPH %s {
  ?c dch:citing ?citing ; dch:cited ?cited ; dch:relation ?relation ; dch:kind ?kind ;
     dch:confidence ?confidence ; dch:method ?method ; dch:evidence ?e ; oa:exact ?quote .
  OPTIONAL { ?c dch:inverse ?inverse }
  OPTIONAL { ?c dch:pinpoint ?pinpoint }
  OPTIONAL { ?c dch:place ?place }
  OPTIONAL { ?c dch:issuerAsWritten ?asWritten }
}
"""

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
    end = _ENDS[side]
    wanted = sorted(set(places))
    found: list[Record] = []
    for start in range(0, len(wanted), PORTION):
        pairs = " ".join(
            f"({iri_term(graph)} {iri_term(node)})" for graph, node in wanted[start : start + PORTION]
        )
        query = f"SELECT * WHERE {{ VALUES (?graph ?{end}) {{ {pairs} }} {_RECORD % '?graph'} }}"
        found += _records(dataset, list(dataset.store.select(query)))
    return sorted(found, key=_order)


def records_in(dataset: Dataset, document: str) -> list[Record]:
    """All citations of one source document (IRI), in the order of its text."""
    hash_ = dataset.iris.hash_of(document)
    if hash_ is None:
        return []
    graph = iri_term(dataset.iris.document_graph(hash_))
    rows = dataset.store.select(f"SELECT * WHERE {{ {_RECORD % graph} }}")
    return sorted(_records(dataset, list(rows)), key=_order)


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


def _records(dataset: Dataset, rows: list[QuerySolution]) -> list[Record]:
    """The rows with their sentences, which are asked for by name: an engine that joins them itself may begin
    with all sentences there are."""
    sentences: dict[str, str] = {}
    for portion in portions(row["e"].value for row in rows):
        found = dataset.store.select(
            f"SELECT ?e ?text WHERE {{ {values('e', portion)} GRAPH ?graph {{ ?e oa:exact ?text }} }}"
        )
        sentences |= {evidence.value: text.value for evidence, text in found}
    return [_record(dataset, row, sentences[row["e"].value]) for row in rows]


def _record(dataset: Dataset, row: QuerySolution, sentence: str) -> Record:
    iri = row["c"].value
    hash_ = dataset.iris.hash_of(iri) or ""
    start, end = dataset.iris.span_of(row["e"].value)
    quote_start, quote_end = dataset.iris.span_of(iri)
    evidence = EvidenceRef(
        document=dataset.iris.document(hash_),
        start=start,
        end=end,
        text=sentence,
        file=dataset.index.file_of(hash_),
        citation=iri,
        quote=row["quote"].value,
        quote_start=quote_start,
        quote_end=quote_end,
        confidence=float(row["confidence"].value),
        method=row["method"].value,
    )
    return Record(
        iri=iri,
        citing=row["citing"].value,
        cited=row["cited"].value,
        relation=relation_names()[row["relation"].value],
        evidence=evidence,
        kind=row["kind"].value,
        inverse=row["inverse"] is not None,
        pinpoint=_optional(row, "pinpoint"),
        place=_optional(row, "place"),
        issuer_as_written=_optional(row, "asWritten"),
    )


def _optional(row: QuerySolution, name: str) -> str | None:
    term = row[name]
    return None if term is None else str(term.value)

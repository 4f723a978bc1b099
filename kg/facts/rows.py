"""Citation records with their evidence, read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import QuerySolution

from extractors.models import Relation
from kg.dataset import Dataset
from kg.facts.terms import iri_term, portions, values
from kg.models import EvidenceRef, EvidenceSide
from kg.vocab import relation_names, relation_properties

_RECORD = """
GRAPH %s {
  ?c dch:citing ?citing ; dch:cited ?cited ; dch:relation ?relation ; dch:inDocument ?document ;
     dch:kind ?kind ; dch:confidence ?confidence ; dch:method ?method ; dch:evidence ?e ;
     oa:exact ?quote ; oa:start ?quoteStart ; oa:end ?quoteEnd .
  ?e oa:exact ?text ; oa:start ?start ; oa:end ?end .
  ?document dch:fileName ?file .
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


def records_at(
    dataset: Dataset,
    nodes: Iterable[str],
    side: EvidenceSide,
    relations: Sequence[Relation] = (),
) -> list[Record]:
    """The citations that run out of, or into, the nodes; all relations where none is named."""
    end = _ENDS[side]
    found: list[Record] = []
    for portion in portions(nodes):
        wanted = f"{values(end, portion)} {_relation_values(relations)}"
        found += map(_record, dataset.store.select(f"SELECT * WHERE {{ {wanted} {_RECORD % '?graph'} }}"))
    return sorted(found, key=_order)


def records_in(dataset: Dataset, document: str) -> list[Record]:
    """All citations of one source document (IRI), in the order of its text."""
    hash_ = dataset.iris.hash_of(document)
    if hash_ is None:
        return []
    graph = iri_term(dataset.iris.document_graph(hash_))
    rows = dataset.store.select(f"SELECT * WHERE {{ {_RECORD % graph} }}")
    return sorted(map(_record, rows), key=_order)


def record_page(
    dataset: Dataset,
    nodes: Iterable[str],
    side: EvidenceSide,
    relation: Relation | None,
    offset: int,
    limit: int,
) -> tuple[list[Record], int]:
    """Some of the citations at the nodes, in the order of documents and texts, and how many there are."""
    relations = (relation,) if relation else ()
    pattern = (
        f"{values(_ENDS[side], sorted(set(nodes)))} {_relation_values(relations)} "
        f"GRAPH ?graph {{ ?c dch:{_ENDS[side]} ?{_ENDS[side]} ; dch:relation ?relation ; "
        "dch:inDocument ?document ; oa:start ?quoteStart }"
    )
    count = next(iter(dataset.store.select(f"SELECT (COUNT(?c) AS ?n) WHERE {{ {pattern} }}")))
    chosen = dataset.store.select(
        f"SELECT ?c WHERE {{ {pattern} }} ORDER BY ?document ?quoteStart ?c OFFSET {offset} LIMIT {limit}"
    )
    iris = [row["c"].value for row in chosen]
    if not iris:
        return [], int(count["n"].value)
    rows = dataset.store.select(f"SELECT * WHERE {{ {values('c', iris)} {_RECORD % '?graph'} }}")
    return sorted(map(_record, rows), key=_order), int(count["n"].value)


def _relation_values(relations: Sequence[Relation]) -> str:
    properties = relation_properties()
    return values("relation", (properties[name].value for name in relations)) if relations else ""


def _order(record: Record) -> tuple[str, int, str]:
    return record.evidence.document, record.evidence.quote_start, record.iri


def _record(row: QuerySolution) -> Record:
    evidence = EvidenceRef(
        document=row["document"].value,
        start=int(row["start"].value),
        end=int(row["end"].value),
        text=row["text"].value,
        file=row["file"].value,
        citation=row["c"].value,
        quote=row["quote"].value,
        quote_start=int(row["quoteStart"].value),
        quote_end=int(row["quoteEnd"].value),
        confidence=float(row["confidence"].value),
        method=row["method"].value,
    )
    return Record(
        iri=row["c"].value,
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

"""All the graph knows of one instrument, and lists of instruments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from extractors.models import Relation
from kg import vocab
from kg.dataset import Dataset
from kg.facts.refs import refs
from kg.facts.rows import Record, record_page
from kg.facts.terms import text_term, values
from kg.models import (
    CitationPage,
    CitationRow,
    EvidenceSide,
    InstrumentDetail,
    InstrumentPage,
    SourceRef,
    Statement,
)
from kg.questions.documents import source_refs
from kg.questions.lookup import find_node
from kg.resolve.keys import body_identity
from ontology.slugs import slug

_HIDDEN = {vocab.TYPE.value, vocab.NUMBER_KEY.value, vocab.MATCH_KEY.value, *vocab.relation_names()}
"""Properties of an instrument that are no statements of a document about it."""


def instrument(dataset: Dataset, wanted: str, *, limit: int = 100) -> InstrumentDetail:
    """Everything about the instrument that `wanted` names, with the first `limit` citations out and in.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    node = find_node(dataset, wanted)
    members = index.members(node)
    nodes = [index.iri(member) for member in members]
    return InstrumentDetail(
        instrument=index.names.ref(node),
        documents=_documents(dataset, nodes, "sourceDocument"),
        reported_by=_documents(dataset, nodes, "reportedBy"),
        statements=_statements(dataset, nodes),
        same_as=tuple(map(index.names.ref, members[1:])),
        cites=_page(dataset, node, "out", None, 0, limit),
        cited_by=_page(dataset, node, "in", None, 0, limit),
    )


def citations(
    dataset: Dataset,
    wanted: str,
    *,
    side: EvidenceSide = "out",
    relation: Relation | None = None,
    offset: int = 0,
    limit: int = 100,
) -> CitationPage:
    """A page of the citations that run out of, or into, the instrument, each with its evidence.

    Raises NotFound or Ambiguous.
    """
    return _page(dataset, find_node(dataset, wanted), side, relation, offset, limit)


def instruments(
    dataset: Dataset,
    *,
    type: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    with_text: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> InstrumentPage:
    """The instruments known in full, in the order of their IRIs.

    `type` and `issuer` are canonical names ("Kế hoạch", "Ủy ban nhân dân tỉnh Lạng Sơn"); `with_text` leaves
    only those whose own text is in the dataset.
    """
    pattern = ["?i a dch:Instrument ."]
    if type:
        pattern.append(f"?i eli:type_document <{vocab.type_concept(slug(type)).value}> .")
    if issuer:
        pattern.append(f"?i eli:passed_by <{dataset.iris.body(body_identity(issuer).slug)}> .")
    if year is not None:
        pattern.append(f'?i dch:year "{year}"^^xsd:gYear .')
    if with_text:
        pattern.append("?i dch:sourceDocument ?own .")
    scoped = text_term(dataset.iris.document(""))
    where = f"{' '.join(pattern)} FILTER(!STRSTARTS(STR(?i), {scoped}))"
    total = next(iter(dataset.store.select(f"SELECT (COUNT(DISTINCT ?i) AS ?n) WHERE {{ {where} }}")))
    rows = dataset.store.select(
        f"SELECT DISTINCT ?i WHERE {{ {where} }} ORDER BY ?i OFFSET {offset} LIMIT {limit}"
    )
    iris = [row["i"].value for row in rows]
    named = refs(dataset, iris)
    return InstrumentPage(tuple(named[iri] for iri in iris), int(total["n"].value), offset, limit)


def _page(
    dataset: Dataset,
    node: int,
    side: EvidenceSide,
    relation: Relation | None,
    offset: int,
    limit: int,
) -> CitationPage:
    records, total = record_page(dataset, node, side, relation, offset, limit)
    return CitationPage(citation_rows(dataset, records), total, offset, limit)


def citation_rows(dataset: Dataset, records: Iterable[Record]) -> tuple[CitationRow, ...]:
    """The records with both ends resolved and named."""
    records = list(records)
    nodes = np.array(sorted({end for record in records for end in (record.source, record.target)}), dtype=int)
    named = dict(zip(nodes.tolist(), dataset.index.names.refs(nodes), strict=True))
    return tuple(
        CitationRow(
            iri=record.iri,
            source=named[record.source],
            relation=record.relation,
            target=named[record.target],
            evidence=record.evidence,
            kind=record.kind,
            inverse=record.inverse,
            pinpoint=record.pinpoint,
            place=record.place,
            issuer_as_written=record.issuer_as_written,
        )
        for record in records
    )


def _documents(dataset: Dataset, nodes: list[str], property_: str) -> tuple[SourceRef, ...]:
    rows = dataset.store.select(
        f"SELECT DISTINCT ?d WHERE {{ {values('i', nodes)} ?i dch:{property_} ?d }} ORDER BY ?d"
    )
    return source_refs(dataset, [row["d"].value for row in rows])


def _statements(dataset: Dataset, nodes: list[str]) -> tuple[Statement, ...]:
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = dataset.store.select(
        f"SELECT ?p ?v ?label ?g WHERE {{ {values('i', nodes)} GRAPH ?g {{ ?i ?p ?v . "
        "OPTIONAL { ?v skos:prefLabel ?label } } }"
    )
    for row in rows:
        hash_ = dataset.iris.hash_of(row["g"].value)
        if hash_ is None or row["p"].value in _HIDDEN:
            continue
        shown = row["label"] or row["v"]
        said[row["p"].value, shown.value].add(dataset.iris.document(hash_))
    return tuple(
        Statement(property_, value, tuple(sorted(documents)))
        for (property_, value), documents in sorted(said.items())
    )

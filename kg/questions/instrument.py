"""All the graph knows of one instrument, and its citations."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from extractors.models import Relation
from kg import vocab
from kg.dataset import Dataset
from kg.facts.rows import Record, record_page
from kg.facts.terms import pairs
from kg.models import (
    CitationPage,
    CitationRow,
    EvidenceSide,
    InstrumentDetail,
    SourceRef,
)
from kg.questions.documents import source_refs
from kg.questions.lookup import find_node
from kg.questions.statements import statements_of


def instrument(
    dataset: Dataset, wanted: str, *, limit: int = 100, statements: bool = True
) -> InstrumentDetail:
    """Everything about the instrument that `wanted` names, with the first `limit` citations out and in.

    Every value that is stated of it comes with how many documents state it, and with `limit` of them
    (`kg.questions.statements` has all); without `statements` nobody looks. Raises NotFound or Ambiguous.
    """
    index = dataset.index
    node = find_node(dataset, wanted)
    members = index.members(node)
    nodes = [index.iri(member) for member in members]
    documents, reported_by = _documents(dataset, nodes)
    return InstrumentDetail(
        instrument=index.names.ref(node),
        documents=documents,
        reported_by=reported_by,
        statements=statements_of(dataset, nodes, limit) if statements else (),
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


def _documents(dataset: Dataset, nodes: list[str]) -> tuple[tuple[SourceRef, ...], tuple[SourceRef, ...]]:
    """The documents that are the instrument's text, and those that report it."""
    own, reporting = vocab.SOURCE_DOCUMENT_OF.value, vocab.REPORTED_BY.value
    rows = dataset.store.select(
        f"SELECT DISTINCT ?p ?d {{ {pairs('i', 'p', nodes, (own, reporting))} ?i ?p ?d }} ORDER BY ?d"
    )
    found: dict[str, list[str]] = {own: [], reporting: []}
    for row in rows:
        found[row["p"].value].append(row["d"].value)
    return source_refs(dataset, found[own]), source_refs(dataset, found[reporting])

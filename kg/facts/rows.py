"""Citation records with their evidence, from the index of citations."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from extractors.models import Relation
from kg.dataset import Dataset
from kg.index.relations import RELATIONS
from kg.index.strings import Array
from kg.models import EvidenceRef, EvidenceSide


@dataclass(frozen=True, slots=True)
class Record:
    """A citation as it stands in its document's graph: `citing` and `cited` are not yet resolved.

    `source` and `target` are the nodes of the index that they finally stand for.
    """

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
    source: int
    target: int


def records(dataset: Dataset, citations: Array) -> list[Record]:
    """The records of the citations with these numbers in the index, in their order."""
    table, iri = dataset.index.citations, dataset.index.names.instruments
    strings, canonical = table.strings, dataset.index.canonical
    columns = zip(
        evidence(dataset, citations),
        iri.take(table.citing[citations]),
        iri.take(table.cited[citations]),
        table.relation[citations].tolist(),
        strings["kind"].take(citations),
        table.inverse[citations].tolist(),
        strings["pinpoint"].take(citations),
        strings["place"].take(citations),
        strings["issuer_as_written"].take(citations),
        canonical[table.citing[citations]].tolist(),
        canonical[table.cited[citations]].tolist(),
        strict=True,
    )
    return [
        Record(
            iri=ref.citation,
            citing=citing,
            cited=cited,
            relation=RELATIONS[relation],
            evidence=ref,
            kind=kind,
            inverse=bool(inverse),
            pinpoint=pinpoint or None,
            place=place or None,
            issuer_as_written=issuer or None,
            source=source,
            target=target,
        )
        for ref, citing, cited, relation, kind, inverse, pinpoint, place, issuer, source, target in columns
    ]


def evidence(dataset: Dataset, citations: Array) -> list[EvidenceRef]:
    """The evidence of the citations with these numbers in the index, in their order."""
    index, iris = dataset.index, dataset.iris
    table = index.citations
    sentence = table.sentence[citations]
    document = table.sentence_document[sentence]
    columns = zip(
        index.documents.take(document),
        index.files.take(document),
        table.sentence_start[sentence].tolist(),
        table.sentence_end[sentence].tolist(),
        table.sentences.take(sentence),
        table.quotes.take(citations),
        table.start[citations].tolist(),
        table.end[citations].tolist(),
        table.repeat[citations].tolist(),
        table.confidence[citations].tolist(),
        table.strings["method"].take(citations),
        (None if math.isnan(value) else value for value in index.text_quality[document].tolist()),
        strict=True,
    )
    return [
        EvidenceRef(
            document=iris.document(hash_),
            start=start,
            end=end,
            text=text,
            file=file,
            citation=iris.citation(hash_, quote_start, quote_end, repeat),
            quote=quote,
            quote_start=quote_start,
            quote_end=quote_end,
            confidence=confidence,
            method=method,
            text_quality=text_quality,
        )
        for (
            hash_, file, start, end, text, quote, quote_start, quote_end, repeat, confidence, method,
            text_quality,
        ) in columns
    ]  # fmt: skip


def records_in(dataset: Dataset, document: str) -> list[Record]:
    """All citations of one source document (IRI), in the order of its text."""
    number = dataset.index.documents.find(dataset.iris.hash_of(document) or "")
    if number is None:
        return []
    found = dataset.index.citations.in_document(number)
    return records(dataset, np.arange(found.start, found.stop))


def record_page(
    dataset: Dataset,
    node: int,
    side: EvidenceSide,
    relation: Relation | None,
    offset: int,
    limit: int,
) -> tuple[list[Record], int]:
    """Some of the citations at a node, in the order of documents and texts, and how many it has."""
    index = dataset.index
    relations = index.numbers((relation,)) if relation else ()
    edges, _ = index.edges.numbers_at(np.array([node]), side, relations)
    citations = np.sort(index.edges.citations(side, edges))
    return records(dataset, citations[offset : offset + limit]), len(citations)


def records_of(dataset: Dataset, citations: Iterable[str]) -> list[Record]:
    """The records of these citations (IRIs), in the order of documents and texts."""
    index, iris = dataset.index, dataset.iris
    found = set()
    for iri in citations:
        document = index.documents.find(iris.hash_of(iri) or "")
        number = None if document is None else index.citations.at(document, iris.place_of(iri))
        if number is not None:
            found.add(number)
    return records(dataset, np.array(sorted(found), dtype=np.int64))

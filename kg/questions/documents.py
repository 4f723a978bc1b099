"""Source documents: the list of them, and one text with its citations marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.facts.identity import canonical
from kg.facts.refs import refs
from kg.facts.rows import Record, records_in
from kg.facts.terms import iri_term, text_term, values
from kg.models import DocumentView, Mark, SourceRef

_HASH_START = re.compile(r"[0-9a-f]{8,64}")


def documents(dataset: Dataset, *, offset: int = 0, limit: int = 100) -> tuple[SourceRef, ...]:
    """The source documents of the dataset, in the order of their hashes."""
    known = dataset.index.documents
    page = range(offset, min(offset + limit, len(known)))
    return source_refs(dataset, [dataset.iris.document(known[number]) for number in page])


def document(dataset: Dataset, wanted: str) -> DocumentView:
    """One source document by its IRI, content hash (or at least 8 digits of it) or file name.

    Raises NotFound or Ambiguous.
    """
    source = _find(dataset, wanted)
    text = dataset.texts.get(source.hash)
    if text is None:
        raise NotFound(what=wanted)
    own = dataset.store.select(
        f"SELECT ?i WHERE {{ ?i dch:sourceDocument|dch:reportedBy {iri_term(source.iri)} }} LIMIT 1"
    )
    instrument = next((row["i"].value for row in own), None)
    records = records_in(dataset, source.iri)
    meaning = canonical(dataset, map(_mentioned, records))
    named = refs(dataset, [*meaning.values(), *([instrument] if instrument else [])])
    marks = tuple(
        Mark(
            start=record.evidence.quote_start,
            end=record.evidence.quote_end,
            citation=record.iri,
            relation=record.relation,
            kind=record.kind,
            instrument=named[meaning[_mentioned(record)]],
            confidence=record.evidence.confidence,
            evidence_start=record.evidence.start,
            evidence_end=record.evidence.end,
        )
        for record in records
    )
    return DocumentView(source, named[instrument] if instrument else None, text, marks)


def source_refs(dataset: Dataset, iris: Sequence[str]) -> tuple[SourceRef, ...]:
    """The documents with these IRIs, in the order given; those that are not there are left out."""
    if not iris:
        return ()
    rows = dataset.store.select(
        f"SELECT DISTINCT ?d ?file ?format ?quality WHERE {{ {values('d', iris)} "
        "?d dch:fileName ?file ; dcterms:format ?format OPTIONAL { ?d dch:textQuality ?quality } }"
    )
    found = {
        row["d"].value: SourceRef(
            row["d"].value,
            dataset.iris.hash_of(row["d"].value) or "",
            row["file"].value,
            row["format"].value,
            float(row["quality"].value) if row["quality"] else None,
        )
        for row in rows
    }
    return tuple(found[iri] for iri in iris if iri in found)


def _mentioned(record: Record) -> str:
    """The instrument that the quoted words name."""
    return record.citing if record.inverse else record.cited


def _find(dataset: Dataset, wanted: str) -> SourceRef:
    found = source_refs(dataset, sorted(_matching(dataset, wanted)))
    if not found:
        raise NotFound(what=wanted)
    if len(found) > 1:
        raise Ambiguous(wanted, found)
    return found[0]


def _matching(dataset: Dataset, wanted: str) -> Iterable[str]:
    hash_ = dataset.iris.hash_of(dataset.iris.from_id(wanted))
    if hash_:
        return [dataset.iris.document(hash_)]
    if _HASH_START.fullmatch(wanted):
        rows = dataset.store.select(
            f"SELECT ?d WHERE {{ ?d dch:sha256 ?hash FILTER(STRSTARTS(?hash, {text_term(wanted)})) }}"
        )
    else:
        rows = dataset.store.select(f"SELECT ?d WHERE {{ ?d dch:fileName {text_term(wanted)} }}")
    return [row["d"].value for row in rows]

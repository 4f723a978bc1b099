"""What people confirmed or corrected, as gold records of the annotation guide, for `danchieu eval`."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.dataset import Dataset
from kg.facts.refs import refs
from kg.facts.reviews import Review, reviews_in_force
from kg.facts.rows import Record, records_in
from kg.models import InstrumentRef
from kg.questions.documents import source_refs


def gold(dataset: Dataset, *, document: str | None = None) -> list[dict[str, Any]]:
    """One record a document (of its hash, or all that were reviewed), with the citations that people settled.

    A citation has the guide's fields as far as the graph knows them, with `from` the settled citation that it
    hangs on, else "self", and `review` with verdict, author and time. Rejected ones are `not_citations`: to
    find them again is an error. What nobody looked at is `optional`: to find it is neither right nor wrong.
    """
    by_document: dict[str, list[Review]] = defaultdict(list)
    for review in reviews_in_force(dataset.store, dataset.iris):
        if review.subject == "citation" and document in (None, review.hash):
            by_document[review.hash].append(review)
    return [_record(dataset, hash_, reviews) for hash_, reviews in sorted(by_document.items())]


def _record(dataset: Dataset, hash_: str, reviews: list[Review]) -> dict[str, Any]:
    source = dataset.iris.document(hash_)
    records = {record.iri: record for record in records_in(dataset, source)}
    named = refs(dataset, {end for record in records.values() for end in (record.citing, record.cited)})
    files = source_refs(dataset, [source])
    settled = [review for review in reviews if review.verdict != "rejected" and review.target in records]
    rejected = [review for review in reviews if review.verdict == "rejected"]
    judged = {review.target for review in reviews}
    unjudged = [record.evidence for iri, record in records.items() if iri not in judged]
    return {
        "file": files[0].file if files else "",
        "document": {},
        "citations": [
            _citation(records[review.target], named, review)
            | {"from": _source(review.target, records, settled)}
            for review in settled
        ],
        "not_citations": [
            {"start": review.start, "end": review.end, "text": review.quote, "why": review.reason}
            for review in rejected
        ],
        "optional": [{"start": one.quote_start, "end": one.quote_end, "text": one.quote} for one in unjudged],
    }


def _source(iri: str, records: dict[str, Record], settled: list[Review]) -> str:
    """The id of the settled citation on whose instrument this one hangs; "self" where there is none."""
    record = records[iri]
    act = record.cited if record.inverse else record.citing
    others = (records[review.target] for review in settled if review.target != iri)
    hung = [_id(other) for other in others if (other.citing if other.inverse else other.cited) == act]
    return hung[0] if hung else "self"


def _id(record: Record) -> str:
    return record.iri.rpartition("/c/")[2]


def _citation(record: Record, named: dict[str, InstrumentRef], review: Review) -> dict[str, Any]:
    meant = named[record.citing if record.inverse else record.cited]
    fields = {
        "id": _id(record),
        "start": record.evidence.quote_start,
        "end": record.evidence.quote_end,
        "text": record.evidence.quote,
        "kind": record.kind,
        "type": meant.type,
        "number": meant.number,
        "date": meant.date,
        "year": meant.year,
        "issuer": meant.issuer,
        "title": meant.title,
        "relation": record.relation,
        "inverse": record.inverse,
        "place": record.place,
    }
    made = {"verdict": review.verdict, "author": review.author, "at": review.at.isoformat()}
    return {key: value for key, value in fields.items() if value not in (None, False)} | {"review": made}

"""What people have said of citations and resolutions, read from the review graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pyoxigraph import QuerySolution

from extractors.models import Relation
from kg import vocab
from kg.iris import Iris
from kg.store.protocol import Store

Verdict = Literal["confirmed", "rejected", "corrected"]
Subject = Literal["citation", "resolution"]


@dataclass(frozen=True, slots=True)
class Review:
    """One judgement of a person, in force until withdrawn or followed by a later one on the same thing.

    `target` is the IRI of the citation, or of the node whose resolution is meant (`subject`). The place of
    the mention in its document (`hash`, `start`, `end`) and its `number` find it again after the document
    was read anew. `relation` and `cited` (an instrument's IRI) are what is right instead, for "corrected".
    """

    iri: str
    subject: Subject
    target: str
    verdict: Verdict
    hash: str
    start: int
    end: int
    quote: str
    author: str
    reason: str
    at: datetime
    number: str | None = None
    relation: Relation | None = None
    cited: str | None = None


def read_reviews(store: Store, iris: Iris) -> tuple[Review, ...]:
    """All reviews, in the order of their time."""
    graph = iris.graph(vocab.REVIEW_GRAPH)
    rows = store.select(
        f"SELECT * WHERE {{ GRAPH <{graph}> {{ ?review a dch:Review ; dch:reviews ?target ; "
        "dch:verdict ?verdict ; dch:inDocument ?document ; oa:start ?start ; oa:end ?end ; "
        "oa:exact ?quote ; dch:reviewer ?author ; dch:reason ?reason ; prov:generatedAtTime ?at . "
        "OPTIONAL { ?review eli:id_local ?number } OPTIONAL { ?review dch:correctedRelation ?relation } "
        "OPTIONAL { ?review dch:correctedCited ?cited } } }"
    )
    found = [_review(row, iris) for row in rows]
    return tuple(sorted(found, key=lambda review: (review.at, review.iri)))


def reviews_in_force(store: Store, iris: Iris) -> tuple[Review, ...]:
    """The last review of each thing, in the order of their time."""
    last = {(review.subject, review.target): review for review in read_reviews(store, iris)}
    return tuple(sorted(last.values(), key=lambda review: (review.at, review.iri)))


def _review(row: QuerySolution, iris: Iris) -> Review:
    target = row["target"].value
    return Review(
        iri=row["review"].value,
        subject="citation" if iris.is_citation(target) else "resolution",
        target=target,
        verdict=row["verdict"].value.rpartition("verdict-")[2],
        hash=iris.hash_of(row["document"].value) or "",
        start=int(row["start"].value),
        end=int(row["end"].value),
        quote=row["quote"].value,
        author=row["author"].value,
        reason=row["reason"].value,
        at=datetime.fromisoformat(row["at"].value),
        number=row["number"].value if row["number"] else None,
        relation=vocab.relation_names()[row["relation"].value] if row["relation"] else None,
        cited=row["cited"].value if row["cited"] else None,
    )

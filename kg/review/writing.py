"""Making and withdrawing reviews: one change to a dataset, published at once."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from extractors.models import Relation
from kg import vocab
from kg.dataset import Dataset
from kg.errors import BadRequest, NotFound
from kg.facts.reviews import Review, Subject, Verdict, read_reviews
from kg.facts.terms import iri_term
from kg.ingest.batch import tool_version
from kg.ingest.workspace import Workspace
from kg.iris import Iris
from kg.questions.lookup import find
from kg.resolve.authority import known_instruments
from kg.resolve.overlay import give_back
from kg.store.embedded import insert_data
from kg.store.protocol import Store


def review(
    store: Path,
    target: str,
    verdict: Verdict,
    *,
    author: str,
    reason: str = "",
    relation: Relation | None = None,
    cited: str | None = None,
    at: datetime | None = None,
) -> Review:
    """Record what a person says of a citation, or of what a node known in part stands for, and publish it.

    `target` is the IRI or id of the citation or node. "corrected" needs a `relation`, a `cited` instrument
    (number, number@body@year, IRI or id) or both; "confirmed" of a node needs what it now resolves to.
    Raises NotFound, Ambiguous, BadRequest or StoreBusy.
    """
    if not author.strip():
        raise BadRequest(what="author", reason="a review needs the name of its author")
    started = datetime.now(UTC)
    with Dataset.open(store) as dataset:
        made = _make(dataset, target, verdict, author.strip(), reason.strip(), relation, cited, at or started)
    with Workspace(store) as workspace:
        graph = workspace.iris.graph(vocab.REVIEW_GRAPH)
        workspace.store.update(insert_data(graph, review_quads(made, workspace.iris)))
        workspace.touch([made.hash])
        workspace.publish(started, tool_version())
    return made


def withdraw(store: Path, wanted: str) -> None:
    """Take a review back, by its IRI: what the machine reads stands again. Raises NotFound or StoreBusy."""
    started = datetime.now(UTC)
    with Workspace(store) as workspace:
        found = next(
            (made for made in read_reviews(workspace.store, workspace.iris) if made.iri == wanted), None
        )
        if found is None:
            raise NotFound(what=wanted)
        if found.subject == "citation":
            give_back(workspace.store, workspace.iris, found)
        graph = workspace.iris.graph(vocab.REVIEW_GRAPH)
        workspace.store.update(f"DELETE WHERE {{ GRAPH <{graph}> {{ {iri_term(found.iri)} ?p ?v }} }}")
        workspace.touch([found.hash])
        workspace.publish(started, tool_version())


def reviews(dataset: Dataset, *, document: str | None = None) -> tuple[Review, ...]:
    """All reviews in the order of their time, of one document (hash) or of all."""
    made = read_reviews(dataset.store, dataset.iris)
    return tuple(one for one in made if document is None or one.hash == document)


def _make(
    dataset: Dataset,
    target: str,
    verdict: Verdict,
    author: str,
    reason: str,
    relation: Relation | None,
    cited: str | None,
    at: datetime,
) -> Review:
    iri = dataset.iris.from_id(target)
    subject: Subject = "citation" if dataset.iris.is_citation(iri) else "resolution"
    place = _place(dataset, iri, subject)
    meant = _instrument(dataset, cited) if cited else None
    if verdict == "corrected" and relation is None and meant is None:
        raise BadRequest(what=target, reason="a correction needs the right relation or the right instrument")
    if verdict != "corrected" and (relation or meant):
        raise BadRequest(what=target, reason=f"{verdict} takes neither a relation nor an instrument")
    if subject == "resolution":
        if not dataset.iris.is_partial(iri):
            raise BadRequest(what=target, reason="it is known in full and stands for itself")
        if relation:
            raise BadRequest(what=target, reason="a resolution has no relation; review the citation instead")
        if verdict == "confirmed":
            meant = _resolved(dataset.store, dataset.iris, iri)
    hash_ = dataset.iris.hash_of(iri) or ""
    digest = hashlib.sha256(iri.encode("utf-8")).hexdigest()[:8]
    stamp = at.astimezone(UTC).strftime(f"%Y%m%dT%H%M%S%fZ-{digest}")
    start, end, quote, number = place
    return Review(
        iri=dataset.iris.review(f"{hash_}/{stamp}"),
        subject=subject,
        target=iri,
        verdict=verdict,
        hash=hash_,
        start=start,
        end=end,
        quote=quote,
        author=author,
        reason=reason,
        at=at,
        number=number,
        relation=relation,
        cited=meant,
    )


def _place(dataset: Dataset, iri: str, subject: Subject) -> tuple[int, int, str, str | None]:
    """Where the mention stands, its words, and the number of what it names; of a node its first mention."""
    term = iri_term(iri)
    bound = f"BIND({term} AS ?c)" if subject == "citation" else f"?c dch:cited|dch:citing {term} ."
    rows = dataset.store.select(
        f"SELECT ?start ?end ?quote ?number WHERE {{ {bound} ?c a dch:Citation ; dch:cited ?cited ; "
        "dch:citing ?citing ; oa:start ?start ; oa:end ?end ; oa:exact ?quote . "
        "OPTIONAL { ?c dch:inverse ?inverse } "
        "BIND(IF(BOUND(?inverse), ?citing, ?cited) AS ?named) OPTIONAL { ?named eli:id_local ?number } } "
        "ORDER BY ?start LIMIT 1"
    )
    for row in rows:
        number = row["number"]
        return int(row["start"].value), int(row["end"].value), row["quote"].value, number and number.value
    raise NotFound(what=iri)


def _instrument(dataset: Dataset, wanted: str) -> str:
    """The IRI of the right instrument: one of the dataset, or one that the tables know."""
    iri = dataset.iris.from_id(wanted)
    if dataset.iris.id_of(iri) in known_instruments():
        return iri
    return find(dataset, wanted).iri


def _resolved(store: Store, iris: Iris, node: str) -> str:
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    rows = store.select(f"SELECT ?t WHERE {{ GRAPH <{graph}> {{ {iri_term(node)} dch:resolvedAs ?t }} }}")
    for row in rows:
        return str(row["t"].value)
    raise BadRequest(what=node, reason="nothing resolves it yet; say which instrument is meant")


def review_quads(made: Review, iris: Iris) -> list[Quad]:
    """A review as statements of the review graph."""
    graph, node = NamedNode(iris.graph(vocab.REVIEW_GRAPH)), NamedNode(made.iri)
    at = made.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (vocab.TYPE, vocab.REVIEW),
        (vocab.REVIEWS, NamedNode(made.target)),
        (vocab.VERDICT, vocab.verdict_concept(made.verdict)),
        (vocab.IN_DOCUMENT, NamedNode(iris.document(made.hash))),
        (vocab.START, Literal(str(made.start), datatype=vocab.INTEGER)),
        (vocab.END, Literal(str(made.end), datatype=vocab.INTEGER)),
        (vocab.EXACT, Literal(made.quote)),
        (vocab.REVIEWER, Literal(made.author)),
        (vocab.REASON, Literal(made.reason)),
        (vocab.GENERATED_AT, Literal(at, datatype=vocab.DATETIME)),
    ]
    if made.number:
        said.append((vocab.ID_LOCAL, Literal(made.number)))
    if made.relation:
        said.append((vocab.CORRECTED_RELATION, vocab.relation_properties()[made.relation]))
    if made.cited:
        said.append((vocab.CORRECTED_CITED, NamedNode(made.cited)))
    return [Quad(node, property_, value, graph) for property_, value in said]

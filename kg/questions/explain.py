"""Why a mention was taken for this instrument, or which ones it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ontology
from kg import vocab
from kg.dataset import Dataset
from kg.errors import NotFound
from kg.facts.refs import refs
from kg.facts.rows import records_of
from kg.facts.terms import iri_term, values
from kg.models import EvidenceRef, InstrumentRef
from kg.questions.lookup import nodes_named
from kg.resolve.document import resolve_document
from kg.resolve.facts import DocumentFacts, Resolution
from kg.resolve.match_keys import CONGRESS, PROGRAMME
from kg.resolve.namings import named_by
from kg.resolve.programmes import join_named
from kg.resolve.reading import read_document
from kg.resolve.reasons import Words, words
from kg.resolve.targets import stored_targets


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One reading of a mention, 1 the likeliest, with what speaks for it and against it."""

    instrument: InstrumentRef
    rank: int
    confidence: float
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class MentionExplanation:
    """What one node stands for and why; `target` None where nothing singles an instrument out.

    A node known in full stands for itself: `rule` is then None and the reasons say what identifies it.
    `evidence` are the sentences that mention the node.
    """

    node: InstrumentRef
    target: InstrumentRef | None
    rule: str | None
    rule_vi: str
    rule_en: str
    confidence: float
    human: bool
    reasons: tuple[Words, ...]
    candidates: tuple[CandidateView, ...]
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to `query`: one explanation for each node that it names, of `total` nodes."""

    query: str
    mentions: tuple[MentionExplanation, ...]
    total: int


IDENTIFIED = Words(
    "nêu đủ cơ quan ban hành, số ký hiệu và năm",
    "issuer, number and year are all given: this is its identity",
)
MOST_EVIDENCE = 20


def explain(dataset: Dataset, mention: str, *, offset: int = 0, limit: int = 100) -> Explanation:
    """Explain a citation (IRI or id), a node (IRI or id) or the mentions of a number, `limit` of them.

    Raises NotFound.
    """
    named = _nodes(dataset, mention.strip())
    if not named:
        raise NotFound(what=mention)
    nodes = named[offset : offset + limit]
    resolutions = _resolutions(dataset, nodes)
    stored = _stored(dataset, nodes)
    explained = (_explained(dataset, node, resolutions.get(node), stored.get(node)) for node in nodes)
    return Explanation(mention, tuple(explained), len(named))


def _nodes(dataset: Dataset, mention: str) -> list[str]:
    iri = dataset.iris.from_id(mention)
    if dataset.iris.is_citation(iri):
        rows = dataset.store.select(
            f"SELECT ?node WHERE {{ {iri_term(iri)} dch:citing ?citing ; dch:cited ?cited . "
            f"OPTIONAL {{ {iri_term(iri)} dch:inverse ?inverse }} "
            "BIND(IF(BOUND(?inverse), ?citing, ?cited) AS ?node) }"
        )
        return [row["node"].value for row in rows]
    found = dataset.index.names.iris(nodes_named(dataset, mention))
    if not found:
        return []
    if dataset.iris.is_partial(iri) and _is_named(dataset, iri):
        return [iri]
    graph = dataset.iris.graph(vocab.RESOLUTION_GRAPH)
    rows = dataset.store.select(
        f"SELECT DISTINCT ?n WHERE {{ {values('t', found)} GRAPH <{graph}> {{ ?n dch:resolvedAs ?t }} }}"
    )
    nodes = {*found, *(row["n"].value for row in rows)}
    return sorted(nodes, key=lambda node: (dataset.iris.is_partial(node), node))


def _is_named(dataset: Dataset, iri: str) -> bool:
    return any(True for _ in dataset.store.select(f"SELECT ?t WHERE {{ {iri_term(iri)} a ?t }} LIMIT 1"))


def _resolutions(dataset: Dataset, nodes: list[str]) -> dict[str, Resolution]:
    """The nodes resolved once more, now with every reason; what is stored holds the outcome alone."""
    hashes = dict.fromkeys(hash_ for node in nodes if (hash_ := dataset.iris.hash_of(node)))
    documents = [
        document for hash_ in hashes if (document := read_document(dataset.store, dataset.iris, hash_))
    ]
    return _resolved_again(dataset, documents)


def _resolved_again(dataset: Dataset, documents: Sequence[DocumentFacts]) -> dict[str, Resolution]:
    keys = {key for document in documents for key in _open_keys(document)}
    shared = {key for key in keys if key.startswith((PROGRAMME, CONGRESS))}
    # Of all documents at once: they mostly name the same instruments.
    targets = stored_targets(dataset.store, dataset.iris, keys - shared)
    found = {
        resolution.node: resolution
        for key, named in named_by(dataset.store, dataset.iris, shared).items()
        for resolution in join_named(key, named, dataset.iris)
    }
    for document in documents:
        resolved = resolve_document(document, targets, dataset.iris)
        found |= {resolution.node: resolution for resolution in resolved}
    return found


def _open_keys(document: DocumentFacts) -> set[str]:
    return {key for node in document.nodes.values() if node.partial for key in node.keys}


def _stored(dataset: Dataset, nodes: list[str]) -> dict[str, tuple[str, str, float]]:
    """For each node what the resolution graph says: target, rule, confidence."""
    graph = dataset.iris.graph(vocab.RESOLUTION_GRAPH)
    rows = dataset.store.select(
        f"SELECT ?n ?t ?r ?sure WHERE {{ {values('n', nodes)} GRAPH <{graph}> {{ ?n dch:resolvedAs ?t ; "
        "dch:resolutionRule ?r ; dch:confidence ?sure } }"
    )
    return {
        row["n"].value: (row["t"].value, row["r"].value.rpartition("rule-")[2], float(row["sure"].value))
        for row in rows
    }


def _explained(
    dataset: Dataset, node: str, resolution: Resolution | None, stored: tuple[str, str, float] | None
) -> MentionExplanation:
    target, rule, confidence = stored or (None, None, 0.0)
    human = rule == "human"
    candidates = resolution.candidates if resolution and not stored else ()
    named = refs(dataset, [node, *([target] if target else []), *(one.target for one in candidates)])
    reasons: tuple[Words, ...]
    if human:
        reasons = (words("human"),)
    elif resolution and resolution.target == target and target:
        reasons = tuple(words(code) for code in resolution.reasons)
    elif target:
        reasons = (words("number"), words("year"))
    else:
        reasons = () if dataset.iris.is_partial(node) else (IDENTIFIED,)
    known = {row.name: row for row in ontology.resolution_rules()}
    full = target is None and not dataset.iris.is_partial(node)
    return MentionExplanation(
        node=named[node],
        target=named[target] if target else named[node] if full else None,
        rule=rule,
        rule_vi=known[rule].label_vi if rule in known else "",
        rule_en=known[rule].label_en if rule in known else "",
        confidence=1.0 if full else confidence,
        human=human,
        reasons=reasons,
        candidates=tuple(
            CandidateView(named[one.target], rank, one.confidence, tuple(words(code) for code in one.reasons))
            for rank, one in enumerate(candidates, start=1)
        ),
        evidence=_evidence(dataset, node),
    )


def _evidence(dataset: Dataset, node: str) -> tuple[EvidenceRef, ...]:
    term = iri_term(node)
    rows = dataset.store.select(
        "SELECT ?c WHERE { "
        f"{{ ?c dch:cited {term} FILTER NOT EXISTS {{ ?c dch:inverse true }} }} UNION "
        f"{{ ?c dch:citing {term} ; dch:inverse true }} "
        f"?c dch:inDocument ?d ; oa:start ?from }} ORDER BY ?d ?from LIMIT {MOST_EVIDENCE}"
    )
    return tuple(record.evidence for record in records_of(dataset, [row["c"].value for row in rows]))

"""The problems that the graph reports, each with its evidence and what one might do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ontology
from kg import vocab
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.facts.refs import refs
from kg.facts.rows import records_of
from kg.facts.terms import iri_term, values
from kg.models import EvidenceRef, InstrumentRef
from kg.questions.lookup import find
from ontology.models import Severity

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `detail_*` says what contradicts what, `evidence` where, `suggestion_*` what to do."""

    iri: str
    kind: str
    severity: Severity
    label_vi: str
    label_en: str
    detail_vi: str
    detail_en: str
    suggestion_vi: str
    suggestion_en: str
    instrument: InstrumentRef
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """A page of problems, gravest first; `total` over all pages, `counts` of each kind, the most first."""

    items: tuple[Problem, ...]
    total: int
    offset: int
    limit: int
    counts: tuple[tuple[str, int], ...]


def problems(
    dataset: Dataset,
    *,
    kinds: Sequence[str] = (),
    severities: Sequence[Severity] = (),
    document: str | None = None,
    instrument: str | None = None,
    offset: int = 0,
    limit: int = 100,
) -> ProblemPage:
    """The problems of these kinds and severities (all where none is named), of one document or instrument.

    `document` is a content hash, `instrument` anything that `lookup.find` takes. Raises NotFound, Ambiguous,
    or BadRequest for a kind or severity that does not exist.
    """
    known = {kind.name: kind for kind in ontology.problem_kinds()}
    for name in kinds:
        if name not in known:
            raise BadRequest(what=name, reason=f"not one of {', '.join(sorted(known))}")
    for severity in severities:
        if severity not in _SEVERITIES:
            raise BadRequest(what=severity, reason=f"not one of {', '.join(_SEVERITIES)}")
    wanted = {name for name in kinds or known if not severities or known[name].severity in severities}
    where = _where(dataset, document, instrument)
    counts = {kind: count for kind, count in _counts(dataset, where) if kind in wanted}
    concerning = f"{where} {_in_graph(dataset, '?p dch:concerns ?i')}"
    gravest = sorted(counts, key=lambda name: (_SEVERITIES.index(known[name].severity), name))
    found: list[tuple[str, str, str]] = []
    before = 0
    for kind in gravest:
        skip, left = max(0, offset - before), limit - len(found)
        if left > 0 and skip < counts[kind]:
            found += _some(dataset, concerning, kind, skip, left)
        before += counts[kind]
    ranked = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return ProblemPage(_described(dataset, found), before, offset, limit, ranked)


def _where(dataset: Dataset, document: str | None, instrument: str | None) -> str:
    """What picks out ?p with its kind ?k, the most telling condition first.

    What a problem concerns is asked only where it decides: to join it to all problems takes twenty times as
    long as to count them.
    """
    where = []
    if instrument:
        chosen = values("i", [find(dataset, instrument).iri])
        where += [chosen, _in_graph(dataset, "?p dch:concerns ?i")]
    where.append(_in_graph(dataset, "?p dch:problemKind ?k"))
    if document:
        shown = iri_term(dataset.iris.document(document))
        where.append(f"FILTER EXISTS {{ ?p dch:shownBy/dch:inDocument {shown} }}")
    return " ".join(where)


def _in_graph(dataset: Dataset, pattern: str) -> str:
    return f"GRAPH <{dataset.iris.graph(vocab.PROBLEMS_GRAPH)}> {{ {pattern} }}"


def _counts(dataset: Dataset, where: str) -> list[tuple[str, int]]:
    rows = dataset.store.select(f"SELECT ?k (COUNT(*) AS ?n) {{ {where} }} GROUP BY ?k")
    return [(_kind(row["k"].value), int(row["n"].value)) for row in rows]


def _some(dataset: Dataset, where: str, kind: str, offset: int, limit: int) -> list[tuple[str, str, str]]:
    """A page of the problems of one kind: (kind, instrument, problem).

    They come in the order in which the state holds them, which never changes: sorting tens of thousands for
    every page would take seconds.
    """
    concept = vocab.problem_concept(kind).value
    rows = dataset.store.select(
        f"SELECT ?p ?i {{ {values('k', [concept])} {where} }} OFFSET {offset} LIMIT {limit}"
    )
    return [(kind, row["i"].value, row["p"].value) for row in rows]


def _kind(concept: str) -> str:
    return concept.rpartition("#problem-")[2]


def _described(dataset: Dataset, found: Sequence[tuple[str, str, str]]) -> tuple[Problem, ...]:
    if not found:
        return ()
    known = {kind.name: kind for kind in ontology.problem_kinds()}
    named = refs(dataset, {instrument for _, instrument, _ in found})
    details: dict[tuple[str, str], str] = {}
    evidence: dict[str, list[EvidenceRef]] = {}
    chosen = values("p", (iri for _, _, iri in found))
    for row in dataset.store.select(f"SELECT ?p ?r WHERE {{ {chosen} ?p dch:reason ?r }}"):
        details[row["p"].value, getattr(row["r"], "language", "") or ""] = row["r"].value
    rows = dataset.store.select(f"SELECT ?p ?c WHERE {{ {chosen} ?p dch:shownBy ?c }}")
    shown: dict[str, list[str]] = {}
    for row in rows:
        shown.setdefault(row["c"].value, []).append(row["p"].value)
    for record in records_of(dataset, shown):
        for problem in shown[record.iri]:
            evidence.setdefault(problem, []).append(record.evidence)
    return tuple(
        Problem(
            iri=iri,
            kind=kind,
            severity=known[kind].severity,
            label_vi=known[kind].label_vi,
            label_en=known[kind].label_en,
            detail_vi=details.get((iri, "vi"), ""),
            detail_en=details.get((iri, "en"), ""),
            suggestion_vi=known[kind].suggestion_vi,
            suggestion_en=known[kind].suggestion_en,
            instrument=named[instrument],
            evidence=tuple(evidence.get(iri, ())),
        )
        for kind, instrument, iri in found
    )

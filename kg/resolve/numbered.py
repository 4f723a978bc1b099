"""Which instrument a số ký hiệu means where the text leaves out the year, the date or the issuer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.iris import UNKNOWN
from kg.resolve.authority import term_at, term_ordinal
from kg.resolve.facts import Candidate, Node, Resolution, Rule, Target
from kg.resolve.match_keys import NUMBER
from kg.resolve.same_number import PARTY_CENTRE, is_national, is_same
from ontology.slugs import slug

MOST_CANDIDATES = 5


def resolve_number(
    node: Node,
    targets: Sequence[Target],
    latest: date | None,
    named_here: frozenset[str],
    own: str | None,
) -> Resolution:
    """Resolve a node known in part by the instruments that share its number.

    `latest` is the earliest day on which a mention of the node was written: the instrument is no later.
    `named_here` are the instruments that the document names in full, `own` what the document is itself.
    The number alone never decides: year, date, term, title or the same document must say which.
    """
    fitting = {target.iri: _reasons(node, target, latest) for target in targets}
    alive = [target for target in targets if fitting[target.iri]]
    here = [target for target in alive if target.iri in named_here]
    if _one(here):
        own_number = ("own-number",) if here[0].iri == own else ()
        return _resolved(
            node, here[0], "same-document", 0.97, (*fitting[here[0].iri], "same-document", *own_number)
        )
    if _one(alive) and (evidence := _singled_out(node, alive[0], latest)):
        rule, confidence, reason = evidence
        return _resolved(node, alive[0], rule, confidence, (*fitting[alive[0].iri], *reason))
    against = "several-fit" if len(alive) > 1 else "number-alone"
    candidates = [
        Candidate(target.iri, _weight(fitting[target.iri], len(alive)), (*fitting[target.iri], against))
        for target in alive
    ]
    candidates += [
        Candidate(target.iri, 0.02, ("number", "after-citing"))
        for target in targets
        if not fitting[target.iri] and _reasons(node, target, None)
    ]
    ranked = sorted(candidates, key=lambda candidate: (-candidate.confidence, candidate.target))
    return Resolution(node.iri, candidates=tuple(ranked[:MOST_CANDIDATES]))


def _one(targets: Sequence[Target]) -> bool:
    return bool(targets) and all(is_same(targets[0], other) for other in targets[1:])


def _reasons(node: Node, target: Target, latest: date | None) -> tuple[str, ...]:
    """What speaks for the target; empty where anything known of it contradicts the node."""
    reasons = ["number"]
    if UNKNOWN not in (node.type, target.type) and node.type != target.type:
        return ()
    if node.bodies and target.bodies and node.bodies != target.bodies:
        if not (node.bodies | target.bodies <= PARTY_CENTRE and _is_party(node)):
            return ()
        reasons.append("joint-sequence")
    elif node.bodies:
        reasons.append("issuer")
    if None not in (node.number_year, target.number_year) and node.number_year != target.number_year:
        return ()
    if node.year is not None:
        if node.year != target.year:
            return ()
        reasons.append("year-in-number" if node.number_year else "year")
    if node.date and target.days:
        if node.date not in target.days:
            return ()
        reasons.append("date")
    if node.term:
        if target.term != node.term:
            return ()
        reasons.append("term")
    if latest and target.first_day:
        if target.first_day > latest:
            return ()
        reasons.append("before-citing")
    if node.title and slug(node.title) in target.titles:
        reasons.append("title")
    return (*reasons, "in-table") if target.in_table else tuple(reasons)


def _is_party(node: Node) -> bool:
    return any(key.startswith(NUMBER) and key.endswith("-tw") for key in node.keys)


def _singled_out(
    node: Node, target: Target, latest: date | None
) -> tuple[Rule, float, tuple[str, ...]] | None:
    """The rule by which the only target that fits is the one, and why; None where the number is alone."""
    if node.date and node.date in target.days and (node.bodies or _is_national(node)):
        return "known-instrument", 0.98, ()
    if node.year is not None and (node.bodies == target.bodies or _is_national(node)):
        return "known-instrument", 0.96, () if node.bodies else ("national-symbol",)
    if node.term and (node.bodies or _is_party(node)):
        return "issuer-and-term", 0.97, ()
    if node.title and slug(node.title) in target.titles and (node.bodies or _is_national(node)):
        return "known-instrument", 0.95, ()
    if _is_party(node) and node.bodies and target.in_table and latest and _is_recent(target, latest):
        return "citing-date", 0.9, ("only-one-before", "recent-term")
    return None


def _is_national(node: Node) -> bool:
    return any(key.startswith(NUMBER) and is_national(key) for key in node.keys)


def _is_recent(target: Target, latest: date) -> bool:
    """Whether the act is of the Party's term running on the day of the citation, or of the one before."""
    now, then = term_ordinal(term_at(latest)), term_ordinal(target.term)
    return now is not None and then is not None and 0 <= now - then <= 1


def _weight(reasons: tuple[str, ...], rivals: int) -> float:
    return round(min(0.8, 0.2 + 0.1 * (len(reasons) - 1)) / max(1, rivals), 2)


def _resolved(
    node: Node, target: Target, rule: Rule, confidence: float, reasons: tuple[str, ...]
) -> Resolution:
    return Resolution(node.iri, target.iri, rule, confidence, reasons)

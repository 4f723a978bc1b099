"""Which version of a law a title means: by its year, by the rest of the document, by what was in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.resolve.facts import Candidate, Node, Resolution, Target

USUAL_WAIT = timedelta(days=45)
"""The least wait between the signing and the effect of central acts: Luật 80/2015/QH13 Điều 151."""

Standing = Literal["in-force", "not-yet-effective", "after-citing", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class Citing:
    """When the words were written that name a law: the day of the act that cites, None where unknown.

    `effective` is the day from which that act has effect. It `prepares` the law where it lays down its
    details or amends it; one that `amends` may do so before the law has effect itself.
    """

    day: date | None
    effective: date | None = None
    prepares: bool = False
    amends: bool = False


def resolve_law(
    node: Node,
    versions: Sequence[Target],
    citing: Sequence[Citing],
    named_here: frozenset[str],
    *,
    quotes_older_text: bool,
    complete: bool,
    elsewhere: bool = False,
    basis: frozenset[str] = frozenset(),
) -> Resolution:
    """Resolve a law cited by title.

    `versions` bear the title; `citing` says when the mentions were written; `named_here` are the versions
    that the document names unmistakably elsewhere. `complete`: every version of this title is among
    `versions`. `basis` are those the document says it rests on. `quotes_older_text`: the words are as old as
    the first of the days, or as young as the last. `elsewhere`: the title stands in the titles of other acts
    only, so their time tells more than this document. Nothing is resolved where two readings remain.
    """
    unknown = any(when.day is None for when in citing)
    days = [] if unknown else sorted({when.day for when in citing if when.day})
    undecided = _open(node, versions, days, quotes_older_text)
    agreeing = [version for version in versions if _agrees(node, version)]
    if node.date and len(agreeing) == 1:
        return _resolved(node, agreeing[0], "law-by-year", 0.99, ("title", "date"))
    latest = days[-1:] if quotes_older_text else days
    fitting = [version for version in agreeing if not _is_future(version, latest)]
    if node.year and len(fitting) == 1:
        return _resolved(node, fitting[0], "law-by-year", 0.99, ("title", "year"))
    splits = _splits(versions, days)
    if node.date or node.year or (splits and not quotes_older_text):
        return undecided
    in_force = None if splits or not days else _only({_in_force(fitting, when) for when in citing})
    if elsewhere and in_force:
        return _resolved(node, in_force, "law-in-force", 0.95, ("title", "in-force"))
    here = [version for version in fitting if version.iri in named_here]
    here = [version for version in here if version.iri in basis] or here
    if len(here) == 1:
        grounded = here[0].iri in basis and not elsewhere
        if quotes_older_text:
            meant = _is_of_first_text(here[0], days, grounded=grounded)
        else:
            meant = grounded or not _is_overtaken(here[0], fitting, days)
        if meant:
            return _resolved(node, here[0], "same-document", 0.97, ("title", "same-document"))
        return undecided
    if complete and len(versions) == 1 and len(fitting) == 1:
        return _resolved(node, fitting[0], "citing-date", 0.97, ("title", "only-version"))
    if in_force is None:
        return undecided
    return _resolved(node, in_force, "law-in-force", 0.95, ("title", "in-force"))


def _only(found: set[Target | None]) -> Target | None:
    return next(iter(found)) if len(found) == 1 else None


def _agrees(node: Node, version: Target) -> bool:
    if node.date and version.days and node.date not in version.days:
        return False
    if node.date and not version.days:
        return False
    year = node.year or (node.date.year if node.date else None)
    return year is None or version.year == year


def _is_future(version: Target, days: Sequence[date]) -> bool:
    if not days:
        return False
    if version.first_day is None:
        return (version.year or 0) > days[0].year
    return version.first_day > days[0]


def _splits(versions: Sequence[Target], days: Sequence[date]) -> bool:
    """Whether a version came between the first and the last day of citing: one name with two meanings."""
    days_issued = [version.first_day for version in versions if version.first_day]
    return bool(days) and any(days[0] < issued <= days[-1] for issued in days_issued)


def _is_of_first_text(version: Target, days: Sequence[date], *, grounded: bool) -> bool:
    """Whether the oldest words may mean the version: it had not ended by then, nor was it still to come.

    What the text rests on may have come since, with an amendment.
    """
    if not days:
        return True
    state = standing(version, days[0])
    return state != "ended" and (grounded or state != "after-citing")


def _is_overtaken(version: Target, versions: Sequence[Target], days: Sequence[date]) -> bool:
    """Whether the version had ended, or a newer one was issued, on the last day of citing."""
    if not days:
        return False
    newer = (other.year or 0 for other in versions if other.iri != version.iri)
    return standing(version, days[-1]) == "ended" or any(year > (version.year or 0) for year in newer)


def _in_force(versions: Sequence[Target], citing: Citing) -> Target | None:
    """The one version in force; None where another was issued already and waits for its day.

    An act that has effect before that day still speaks of the old version; one that works upon the law and
    has effect from that day on, of the new. A version that only some text knows, and the tables do not,
    counts where it would be the newer one: most such numbers of the past are misprints.
    """
    if citing.day is None:
        return None
    standings = {version: standing(version, citing.day) for version in versions}
    alive = [version for version, state in standings.items() if state == "in-force"]
    if len(alive) > 1 or (not alive and not citing.prepares):
        return None
    since = alive[0].year or 0 if alive else 0
    newer = [version for version in versions if (version.year or 0) > since]
    waiting = [version for version in newer if standings[version] in ("not-yet-effective", "unknown")]
    if alive and citing.effective and not citing.amends:
        waiting = [version for version in waiting if _has_effect_by(version, citing.effective)]
    if not waiting:
        return alive[0] if alive else None
    effective = citing.effective or citing.day + USUAL_WAIT
    prepared = citing.prepares and len(waiting) == 1 and waiting[0].effective
    return waiting[0] if prepared and _has_effect_by(waiting[0], effective) else None


def _has_effect_by(version: Target, day: date) -> bool:
    """Whether a version may have effect by a day: unless it is known to have none yet."""
    return version.effective is None or version.effective <= day


def standing(version: Target, day: date) -> Standing:
    """How a version stands on a day, by the dates known of it."""
    issued = version.first_day
    if issued and issued > day:
        return "after-citing"
    if version.expired and version.expired <= day:
        return "ended"
    if version.effective is None:
        return "unknown"
    return "in-force" if version.effective <= day else "not-yet-effective"


def _resolved(
    node: Node,
    version: Target,
    rule: Literal["law-by-year", "same-document", "citing-date", "law-in-force"],
    confidence: float,
    reasons: tuple[str, ...],
) -> Resolution:
    table = ("in-table",) if version.in_table else ()
    return Resolution(node.iri, version.iri, rule, confidence, (*reasons, *table))


_WEIGHTS: dict[Standing, float] = {
    "in-force": 0.6, "unknown": 0.4, "not-yet-effective": 0.4, "ended": 0.2, "after-citing": 0.05,
}  # fmt: skip


def _open(
    node: Node, versions: Sequence[Target], days: Sequence[date], quotes_older_text: bool
) -> Resolution:
    """Unresolved, with every version ranked by how it stood on the day of the citation."""
    candidates = []
    for version in versions:
        against = [] if _agrees(node, version) else ["several-fit"]
        if days:
            state = standing(version, days[-1])
            weight = _WEIGHTS[state]
            against += [state] if state != "unknown" else []
        else:
            weight = 0.3
            against += ["quotes-older-text" if quotes_older_text else "citing-day-unknown"]
        if not _agrees(node, version):
            weight *= 0.1
        candidates.append(Candidate(version.iri, round(weight, 2), ("title", *against)))
    ranked = sorted(candidates, key=lambda candidate: (-candidate.confidence, candidate.target))
    return Resolution(node.iri, candidates=tuple(ranked))

"""Which version of a law a title means: by its year, by the rest of the document, by what was in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from kg.resolve.facts import Candidate, Node, Resolution, Target

Standing = Literal["in-force", "not-yet-effective", "after-citing", "ended", "unknown"]


def resolve_law(
    node: Node,
    versions: Sequence[Target],
    citing_days: Iterable[date | None],
    named_here: frozenset[str],
    *,
    quotes_older_text: bool,
    complete: bool,
    basis: frozenset[str] = frozenset(),
) -> Resolution:
    """Resolve a law cited by title.

    `versions` bear the title; `citing_days` are the days on which the mentions were written, None for an
    unknown one; `named_here` are the versions that the document names unmistakably elsewhere. `complete`:
    every version of this title is among `versions`. `basis` are those the document says it rests on. Nothing
    is resolved where two readings remain.
    """
    days = sorted({day for day in citing_days if day}) if None not in set(citing_days) else []
    fitting = [version for version in versions if _agrees(node, version) and not _is_future(version, days)]
    if _splits(versions, days):
        return _open(node, versions, days, quotes_older_text)
    if node.date or node.year:
        reason = "date" if node.date else "year"
        if len(fitting) == 1:
            return _resolved(node, fitting[0], "law-by-year", 0.99, ("title", reason))
        return _open(node, versions, days, quotes_older_text)
    here = [version for version in fitting if version.iri in named_here]
    here = [version for version in here if version.iri in basis] or here
    if len(here) == 1:
        grounded = here[0].iri in basis
        if quotes_older_text or grounded or not _is_overtaken(here[0], fitting, days):
            return _resolved(node, here[0], "same-document", 0.97, ("title", "same-document"))
        return _open(node, versions, days, quotes_older_text)
    if complete and len(versions) == 1 and len(fitting) == 1:
        return _resolved(node, fitting[0], "citing-date", 0.97, ("title", "only-version"))
    if quotes_older_text or not days:
        return _open(node, versions, days, quotes_older_text)
    chosen = {_in_force(fitting, day) for day in days}
    only = next(iter(chosen)) if len(chosen) == 1 else None
    if only is None:
        return _open(node, versions, days, quotes_older_text)
    return _resolved(node, only, "law-in-force", 0.95, ("title", "in-force"))


def _agrees(node: Node, version: Target) -> bool:
    if node.date and version.days and node.date not in version.days:
        return False
    if node.date and not version.days:
        return False
    year = node.year or (node.date.year if node.date else None)
    return year is None or version.year == year


def _is_future(version: Target, days: Sequence[date]) -> bool:
    return bool(days) and version.first_day is not None and version.first_day > days[0]


def _splits(versions: Sequence[Target], days: Sequence[date]) -> bool:
    """Whether a version came between the first and the last day of citing: one name with two meanings."""
    days_issued = [version.first_day for version in versions if version.first_day]
    return bool(days) and any(days[0] < issued <= days[-1] for issued in days_issued)


def _is_overtaken(version: Target, versions: Sequence[Target], days: Sequence[date]) -> bool:
    """Whether the version had ended, or a newer one was issued, on the last day of citing."""
    if not days:
        return False
    newer = (other.year or 0 for other in versions if other.iri != version.iri)
    return standing(version, days[-1]) == "ended" or any(year > (version.year or 0) for year in newer)


def _in_force(versions: Sequence[Target], day: date) -> Target | None:
    """The one version in force; None where another was issued already and waits for its day.

    A version that only some text knows, and the tables do not, counts where it would be the newer one: most
    such numbers of the past are misprints.
    """
    standings = {version: standing(version, day) for version in versions}
    alive = [version for version, state in standings.items() if state == "in-force"]
    if len(alive) != 1:
        return None
    newer = (version for version in versions if (version.year or 0) > (alive[0].year or 0))
    unclear = any(standings[version] in ("not-yet-effective", "unknown") for version in newer)
    return None if unclear else alive[0]


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

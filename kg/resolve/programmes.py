"""Programmes, schemes and strategies that several documents name: one node for all that mean the same.

Two provinces that write the same name and period mean the centre's programme where a central act approves it,
a central document names it, or the name is long enough that two would not choose it by chance. A scheme that
a local act approves is that body's own, whoever else has one of the same name. What has no period, and what
every body has of its own (plans, regulations, charters), is told apart by the act that issued it: the charter
of primary schools of 2010 is not that of 2020.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.iris import UNKNOWN, InstrumentPath, Iris, name_slug
from kg.resolve.authority import central_bodies
from kg.resolve.facts import Candidate, Resolution
from kg.resolve.match_keys import CONGRESS, PROGRAMME
from kg.resolve.namings import Approver, NamedBy

LONG_NAME = 8
"""Words of a name that two bodies would not hit upon by chance."""

_OPEN_TYPES = frozenset(
    {
        "chuong-trinh",
        "chuong-trinh-muc-tieu-quoc-gia",
        "chuong-trinh-muc-tieu",
        "de-an",
        "chien-luoc",
        "chuyen-de",
    }
)
"""Types that are joined by name and period; plans and regulations have namesakes everywhere."""

_ALWAYS_CENTRAL = frozenset({"chuong-trinh-muc-tieu-quoc-gia"})


def programme_path(key: str, act: Approver | None = None) -> InstrumentPath:
    """The identity of a programme: its type, name and period, and the act it is told apart by, if any."""
    type_, words, years = key.removeprefix(PROGRAMME).split(":")
    body, year = act or (UNKNOWN, None)
    return InstrumentPath(body, type_, year, name_slug(f"{words} {years}"))


def congress_path(key: str) -> InstrumentPath:
    """The identity of what a congress resolved, which needs no number: "Nghị quyết Đại hội XIII"."""
    type_, body = key.removeprefix(CONGRESS).split(":")
    return InstrumentPath(body, type_, None, "nghi-quyet-dai-hoi")


def join_named(key: str, named: Sequence[NamedBy], iris: Iris) -> tuple[Resolution, ...]:
    """What each node that bears the key of a programme or a congress stands for; open nodes are absent."""
    if key.startswith(CONGRESS):
        target = iris.instrument(congress_path(key))
        return tuple(
            Resolution(by.node, target, "congress", 0.97, ("issuer", "one-congress")) for by in named
        )
    type_, _, years = key.removeprefix(PROGRAMME).split(":")
    if type_ not in _OPEN_TYPES or not years:
        return tuple(_by_its_act(key, by, iris) for by in named if len(by.approvers) == 1)
    return tuple(_by_name(key, named, iris))


def _by_its_act(key: str, by: NamedBy, iris: Iris) -> Resolution:
    target = iris.instrument(programme_path(key, next(iter(by.approvers))))
    return Resolution(by.node, target, "named-programme", 0.95, ("title", "issued-with"))


def _by_name(key: str, named: Sequence[NamedBy], iris: Iris) -> Iterator[Resolution]:
    """Join by name and period: what a local act approves is its body's, the rest may be the centre's."""
    local = {act for by in named for act in by.approvers if act.body not in central_bodies()}
    owners = {act.body for act in local}
    central = [by for by in named if not local.intersection(by.approvers)]
    reasons = _central_reasons(key, central)
    for by in named:
        own = sorted(act.body for act in local.intersection(by.approvers))
        if own:
            target = iris.instrument(programme_path(key, Approver(own[0], None)))
            yield Resolution(by.node, target, "named-programme", 0.95, ("period", "issuer"))
        elif by.province in owners:
            yield _two_readings(key, by, iris, centre=bool(reasons))
        elif reasons:
            target = iris.instrument(programme_path(key))
            confidence = 0.97 if "central-approval" in reasons else 0.92
            yield Resolution(by.node, target, "named-programme", confidence, ("period", *reasons))


def _central_reasons(key: str, named: Sequence[NamedBy]) -> tuple[str, ...]:
    """Why the nodes mean one programme of the centre; empty where nothing says so."""
    type_, words, _ = key.removeprefix(PROGRAMME).split(":")
    if any(act.body in central_bodies() for by in named for act in by.approvers):
        return ("central-approval",)
    if len({by.hash for by in named}) < 2:
        return ()
    bodies = {by.province for by in named if by.province}
    long_name = len(words.split("-")) >= LONG_NAME
    if type_ in _ALWAYS_CENTRAL or (bodies & central_bodies()) or (long_name and len(bodies) > 1):
        return ("several-provinces",) if len(bodies) > 1 else ("title",)
    return ()


def _two_readings(key: str, by: NamedBy, iris: Iris, *, centre: bool) -> Resolution:
    readings = [iris.instrument(programme_path(key, Approver(by.province or UNKNOWN, None)))]
    readings += [iris.instrument(programme_path(key))] if centre else []
    candidates = tuple(
        Candidate(iri, round(0.6 - 0.2 * rank, 2), ("period", "other-issuer-local"))
        for rank, iri in enumerate(readings)
    )
    return Resolution(by.node, candidates=candidates)

"""Whether an instrument is in force on a day, and the acts that make it so; what is unknown stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from extractors.models import EffectEvent
from kg.dataset import Dataset
from kg.facts.endings import Ending, EndingKind, acts_upon, endings
from kg.facts.force import EffectStatement, Force
from kg.facts.knowledge import Knowledge
from kg.facts.refs import refs
from kg.facts.terms import portions, values
from kg.models import EvidenceRef, InstrumentRef
from kg.questions.lookup import find
from kg.resolve.reasons import Words

Status = Literal["in_force", "partly_ended", "ended", "suspended", "not_yet", "unknown"]


@dataclass(frozen=True, slots=True)
class EffectAct:
    """One act that bears on the effect of the instrument.

    `date` is that of the act, `effective` the day it takes effect, None where unknown; `whole` False where it
    touches only part; `citation` the record that says so, None where a table does (`source`).
    """

    kind: EndingKind
    instrument: InstrumentRef
    date: Day | None
    effective: Day | None
    whole: bool
    citation: str | None
    source: str


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day of effect as a document states it: the first with effect, or the first without."""

    event: EffectEvent
    day: Day
    evidence: EvidenceRef


@dataclass(frozen=True, slots=True)
class EffectStatus:
    """How the instrument stands on the day `on`.

    `in_force` is None where nobody knows. `since` and `until` are the first day with effect and the first
    without, as far as known; `stated` are the clauses that say so, none where a table does. `acts` are all
    that bear on it, those that decide first; `reason` says why in words.
    """

    instrument: InstrumentRef
    on: Day
    status: Status
    in_force: bool | None
    since: Day | None
    until: Day | None
    stated: tuple[StatedDay, ...]
    acts: tuple[EffectAct, ...]
    reason: Words


def effect(dataset: Dataset, instrument: str, on: Day) -> EffectStatus:
    """How `instrument` (a number, an IRI, an id, number@body@year) stands on the day `on`.

    Raises NotFound or Ambiguous.
    """
    found = find(dataset, instrument)
    knowledge = Knowledge(dataset.store, dataset.iris)
    upon = acts_upon(dataset, [found.iri])
    acts = endings(dataset.store, dataset.iris, knowledge, acts=upon).get(found.iri, ())
    force, issued = knowledge.force(found.iri), knowledge.day(found.iri)
    status, deciding, reason = decide(issued, force, acts, on, knowledge)
    named = refs(dataset, {act.by for act in acts})
    shown = tuple(
        EffectAct(act.kind, named[act.by], act.day, act.effective, act.whole, act.citation, act.source)
        for act in sorted(acts, key=lambda act: (act not in deciding, act.day or Day.max, act.by, act.kind))
    )
    known = {"in_force": True, "partly_ended": True, "ended": False, "suspended": False, "not_yet": False}
    return EffectStatus(
        instrument=found,
        on=on,
        status=status,
        in_force=known.get(status),
        since=force.begins,
        until=_until(force, acts),
        stated=_stated(dataset, force.statements),
        acts=shown,
        reason=reason,
    )


def decide(
    issued: Day | None,
    force: Force,
    acts: Sequence[Ending],
    on: Day,
    knowledge: Knowledge,
) -> tuple[Status, tuple[Ending, ...], Words]:
    """The status on a day, the acts that decide it, and why.

    An act whose day of effect is unknown ends nothing for sure on any day after its date; it makes the status
    unknown from then on, unless another act decides.
    """
    if issued and on < issued:
        return "not_yet", (), Words(f"ban hành ngày {_vi(issued)}", f"issued on {issued}")
    effective = force.begins
    if effective and on < effective:
        return "not_yet", (), Words(f"có hiệu lực từ {_vi(effective)}", f"takes effect on {effective}")
    ending = [act for act in acts if act.whole and act.kind in ("replaces", "repeals")]
    ended = [act for act in ending if act.effective and act.effective <= on]
    if ended:
        by = knowledge.name(ended[0].by)
        since = ended[0].effective
        return "ended", (ended[0],), Words(
            f"bị {by} thay thế hoặc bãi bỏ từ {_vi(since)}", f"replaced or repealed by {by} since {since}"
        )  # fmt: skip
    if force.ends and force.ends <= on:
        since = force.ends
        return "ended", (), Words(f"hết hiệu lực từ {_vi(since)}", f"no longer in force since {since}")
    open_ended = [act for act in ending if act.effective is None and (act.day is None or act.day <= on)]
    if open_ended:
        by = knowledge.name(open_ended[0].by)
        return "unknown", tuple(open_ended), Words(
            f"{by} thay thế hoặc bãi bỏ, nhưng chưa rõ ngày có hiệu lực",
            f"{by} replaces or repeals it, but the day that takes effect is not known",
        )  # fmt: skip
    suspended = [act for act in acts if act.kind == "suspends" and act.whole and act.day and act.day <= on]
    if suspended:
        by = knowledge.name(suspended[0].by)
        return "suspended", (suspended[0],), Words(f"bị {by} đình chỉ", f"suspended by {by}")
    if effective is None:
        return "unknown", (), Words("chưa rõ ngày có hiệu lực", "the day of entry into force is not known")
    partly = tuple(
        act
        for act in acts
        if act.kind in ("replaces", "repeals") and not act.whole and act.day and act.day <= on
    )
    if partly:
        by = knowledge.name(partly[0].by)
        return "partly_ended", partly, Words(
            f"còn hiệu lực, một phần bị {by} thay thế hoặc bãi bỏ",
            f"in force, in part replaced or repealed by {by}",
        )  # fmt: skip
    return "in_force", (), Words(
        f"có hiệu lực từ {_vi(effective)}, chưa thấy văn bản nào thay thế hay bãi bỏ",
        f"in force since {effective}; nothing known replaces or repeals it",
    )  # fmt: skip


def _until(force: Force, acts: Sequence[Ending]) -> Day | None:
    days = [
        act.effective for act in acts if act.whole and act.kind in ("replaces", "repeals") and act.effective
    ]
    if force.ends:
        days.append(force.ends)
    return min(days, default=None)


def _stated(dataset: Dataset, statements: Sequence[EffectStatement]) -> tuple[StatedDay, ...]:
    """The clauses with their sentences, in the order given."""
    said: dict[str, EvidenceRef] = {}
    for portion in portions(one.clause for one in statements):
        rows = dataset.store.select(
            f"SELECT ?c ?d ?file ?e ?text ?quote ?sure ?how WHERE {{ {values('c', portion)} "
            "?c dch:inDocument ?d ; dch:evidence ?e ; oa:exact ?quote ; dch:confidence ?sure ; "
            "dch:method ?how . ?d dch:fileName ?file . ?e oa:exact ?text }"
        )
        for row in rows:
            clause, sentence = row["c"].value, row["e"].value
            start, end = dataset.iris.span_of(sentence)
            quote_start, quote_end = dataset.iris.span_of(clause)
            said[clause] = EvidenceRef(
                document=row["d"].value, start=start, end=end, text=row["text"].value, file=row["file"].value,
                citation=clause, quote=row["quote"].value, quote_start=quote_start, quote_end=quote_end,
                confidence=float(row["sure"].value), method=row["how"].value,
            )  # fmt: skip
    return tuple(StatedDay(one.event, one.day, said[one.clause]) for one in statements)


def _vi(day: Day | None) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day else "?"

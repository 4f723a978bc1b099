"""From when to when instruments have effect: by their own text, by the tables, by those who speak of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.models import EffectEvent
from kg import vocab
from kg.facts.terms import portions, values
from kg.iris import Iris
from kg.resolve.authority import KnownInstrument
from kg.store.protocol import Store

_EVENTS: dict[str, EffectEvent] = {node.value: event for event, node in vocab.EFFECT_PROPERTIES.items()}


@dataclass(frozen=True, slots=True)
class EffectStatement:
    """A clause (IRI) of a document (IRI) on the effect of an instrument.

    `day` is the first with effect, or the first without. `own`: the document is the instrument's own text.
    """

    clause: str
    document: str
    event: EffectEvent
    day: date
    own: bool


@dataclass(frozen=True, slots=True)
class Force:
    """From which day an instrument has effect, and from which it has none any more; None where nobody knows.

    `statements` are the clauses that these days rest on; there are none where the tables give them.
    """

    begins: date | None = None
    ends: date | None = None
    statements: tuple[EffectStatement, ...] = ()


def effect_statements(
    store: Store, iris: Iris, instruments: Iterable[str]
) -> Mapping[str, list[EffectStatement]]:
    """What documents state of the effect of these instruments, under whatever name they know them."""
    found: dict[str, list[EffectStatement]] = defaultdict(list)
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for portion in portions(instruments):
        rows = store.select(
            f"SELECT ?i ?c ?p ?day ?d ?own WHERE {{ {values('i', portion)} {{ ?c dch:effectOf ?i }} UNION "
            f"{{ GRAPH <{graph}> {{ ?n dch:resolvedAs ?i }} ?c dch:effectOf ?n }} "
            "?c dch:effectProperty ?p ; dch:effectDay ?day ; dch:inDocument ?d . "
            "OPTIONAL { ?i dch:sourceDocument ?own FILTER(?own = ?d) } }"
        )
        for row in rows:
            found[row["i"].value].append(
                EffectStatement(
                    row["c"].value,
                    row["d"].value,
                    _EVENTS[row["p"].value],
                    date.fromisoformat(row["day"].value),
                    row["own"] is not None,
                )
            )
    return {instrument: sorted(said, key=lambda one: one.clause) for instrument, said in found.items()}


def force(row: KnownInstrument | None, statements: Sequence[EffectStatement]) -> Force:
    """The days of effect, and what they rest on.

    An instrument's own text says best from when it has effect, then the tables, then the day that most of
    the other documents give. Texts that contradict each other leave the day unknown.
    """
    begins, first = _settled("begins", row.effective if row else None, statements)
    ends, last = _settled("ends", row.expired if row else None, statements)
    return Force(begins, ends, (*first, *last))


def _settled(
    event: EffectEvent, listed: date | None, statements: Sequence[EffectStatement]
) -> tuple[date | None, tuple[EffectStatement, ...]]:
    said = [one for one in statements if one.event == event]
    own = [one for one in said if one.own]
    if own:
        day = _most_stated(own)
    elif listed is not None:
        return listed, tuple(one for one in said if one.day == listed)
    else:
        day = _most_stated(said)
    return day, tuple(one for one in own or said if one.day == day)


def _most_stated(said: Sequence[EffectStatement]) -> date | None:
    documents: dict[date, set[str]] = defaultdict(set)
    for one in said:
        documents[one.day].add(one.document)
    ranked = sorted(documents, key=lambda day: len(documents[day]), reverse=True)
    clear = len(ranked) == 1 or (ranked and len(documents[ranked[0]]) > len(documents[ranked[1]]))
    return ranked[0] if clear else None

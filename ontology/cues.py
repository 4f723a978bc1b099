"""The words that tell how one instrument relates to another, read from `tables/cues.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ontology.rows import rows

CueRole = Literal["active", "place", "trailing", "carried"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase in lower case and the relation it signals.

    `role`: "active", a verb before its object; "place", a preposition before the instrument that is merely
    named; "trailing", said of the instruments before it; "carried", joins an annex to the act that issued it.
    """

    phrase: str
    relation: str
    role: CueRole
    example: str
    source: str


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the table."""
    return tuple(
        Cue(
            phrase=row.text("phrase"),
            relation=row.text("relation"),
            role=cast(CueRole, row.text("role")),
            example=row.text("example"),
            source=row.text("source"),
        )
        for row in rows("cues")
    )


@cache
def filler_words() -> frozenset[str]:
    """Words in lower case that may stand between a verb and its object without being the object.

    "thực hiện *có hiệu quả các* Nghị quyết": read from `tables/filler.csv`.
    """
    return frozenset(row.text("word") for row in rows("filler"))

"""A problem as the checks find it, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One problem: its kind (a row of `ontology.problem_kinds`), the instrument (IRI) it concerns, and why.

    `citations` are the records that show it; `hash` is the document it belongs to, None where it is about an
    instrument as several documents give it. `rests_on` are documents whose statements it takes for true.
    """

    kind: str
    concerns: str
    detail_vi: str
    detail_en: str
    citations: tuple[str, ...] = ()
    hash: str | None = None
    rests_on: tuple[str, ...] = ()

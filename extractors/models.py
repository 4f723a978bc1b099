"""What extraction says of a document: plain immutable values, no RDF.

Fields follow the project's annotation guide. Offsets are code points into the raw text exactly as it was
given to `extractors.pipeline.extract`; `text[start:end]` of a citation is its exact quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["numbered", "law", "party", "named"]

Relation = Literal[
    "implements", "based_on", "details", "guides", "amends", "replaces", "repeals", "corrects",
    "consolidates", "suspends", "interprets", "promulgates", "approves", "cites",
]  # fmt: skip

EffectEvent = Literal["begins", "ends"]
"""What happens to an instrument's effect on a day: it takes effect, or has none any more from that day on."""

SELF = "self"
"""The citing document itself, where a citation names what it hangs on (`Citation.source`)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in the raw text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place inside the cited instrument; values are bare ("2", "a", "IV"), None where not given."""

    article: str | None = None
    clause: str | None = None
    point: str | None = None
    section: str | None = None
    chapter: str | None = None
    annex: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The whole sentence that carries a citation and its cue, or that bears its footnote's mark.

    `text` is the sentence as a person reads it: page headers, signature stamps and page-bottom notes that
    stand inside the range are left out. Where the relation is said by the line that opens a list, the range
    runs from that line to the item; of a long list `text` holds only the two. Else it is the exact quote.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a document is itself. A report about an act has neither type nor number but an `acting_body`."""

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    issuer_as_written: str | None = None
    place: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    acting_body: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of one instrument.

    `source` is `SELF` or the `id` of the citation this one hangs on; with `inverse` the edge runs from this
    citation to `source` ("được sửa đổi bởi"). `date` is ISO; `year` is set where only the year is known.
    `issuer` is the canonical full name of the body, `issuer_as_written` keeps the text where the text names
    an officer, a standing committee or another body. `place` is where in the document ("II.2.đ", "Điều 5
    khoản 2", "chú thích 7"). `rules` names the rules that made the record.
    """

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    type: str
    relation: Relation
    evidence: Evidence
    confidence: float
    rules: tuple[str, ...]
    number: str | None = None
    date: str | None = None
    year: int | None = None
    issuer: str | None = None
    issuer_as_written: str | None = None
    term: str | None = None
    title: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    pinpoint_scope: Literal["items"] | None = None
    source: str = SELF
    inverse: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True)
class EffectClause:
    """A clause that states from which day an instrument has effect, or has none any more.

    `subject` is `SELF` or the `id` of the citation it is said of; `day` is ISO: the first day with effect, or
    the first without. `start` and `end` are the clause in raw offsets, `text` its exact words.
    """

    subject: str
    event: EffectEvent
    day: str
    start: int
    end: int
    text: str
    evidence: Evidence
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the outline: `label` ("II.2.đ", "Điều 5"), its title, its range."""

    label: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document. `text` is the raw text that every offset points into."""

    text: str
    head: Head
    citations: tuple[Citation, ...]
    effects: tuple[EffectClause, ...] = ()
    notes: tuple[str, ...] = ()

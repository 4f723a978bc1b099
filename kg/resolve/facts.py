"""The values that resolution works on: what one document says of a node, and what a node may stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Rule = Literal[
    "same-document", "known-instrument", "issuer-and-term", "citing-date", "law-in-force", "law-by-year",
    "plenum", "named-programme", "same-number", "congress", "human",
]  # fmt: skip
"""Names of rows of `ontology.resolution_rules`."""


@dataclass(frozen=True, slots=True)
class Node:
    """One instrument as one document names it.

    `type` and `bodies` are slugs, `type` "_" and `bodies` empty where unknown. `number_year` is the year that
    stands inside the number, `year` that of identity. A document may give several dates and titles; `date`
    and `title` are the first of them. `effective` is the day from which the document says it has effect.
    """

    iri: str
    partial: bool
    type: str
    bodies: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()
    number_year: int | None = None
    year: int | None = None
    effective: date | None = None
    date: date | None = None
    term: str | None = None
    title: str | None = None
    days: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation: the node that its words name, and the node it hangs on.

    `sentence` is the node of the sentence that bears it out.
    `inverse`: the words name the one that acts ("được sửa đổi bởi …"), which is later than what it acts on.
    """

    citation: str
    node: str
    source: str
    relation: str
    inverse: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What one document's graph says, as far as resolution asks.

    `own` is the node that the document itself is; `consolidated` that it repeats older texts word for word,
    so its own day says nothing of the laws they mean.
    """

    hash: str
    own: str
    day: date | None
    consolidated: bool
    nodes: dict[str, Node]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """An instrument known in full, from all who name it: documents of the store, or a table.

    `days` are the dates stated of it (that of the table alone where it has one); `titles` are keys of titles.
    `in_store`: a document names it.
    """

    iri: str
    type: str
    bodies: frozenset[str]
    keys: tuple[str, ...]
    number_year: int | None = None
    year: int | None = None
    days: frozenset[date] = frozenset()
    term: str | None = None
    titles: frozenset[str] = frozenset()
    effective: date | None = None
    expired: date | None = None
    in_table: bool = False
    in_store: bool = False

    @property
    def first_day(self) -> date | None:
        """The earliest date stated."""
        return min(self.days, default=None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a node, with what speaks for it and against it (codes of `kg.resolve.reasons`)."""

    target: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one node stands for: a target with rule and reasons, or candidates, likeliest first."""

    node: str
    target: str | None = None
    rule: Rule | None = None
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=())

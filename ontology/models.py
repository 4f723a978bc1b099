"""The values that the authority tables hold: plain, immutable, one class a table.

Days are `datetime.date`; an open end or an unknown day is `None`, and unknown never means "always". Every
value carries `source`: where the row comes from, in words a reader can follow up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal, NamedTuple

System = Literal["normative", "state", "party"]
Level = Literal["central", "province", "district", "commune"]
Era = Literal["63", "34", "both", "older"]
Severity = Literal["error", "warning", "info"]


class Symbol(NamedTuple):
    """A body's sign in a số ký hiệu ("BGDĐT"), with the days it was in use where they are known."""

    text: str
    valid_from: Day | None = None
    valid_to: Day | None = None


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: "Quyết định", QĐ. `abbr[0]` is the canonical sign, the rest are seen in texts.

    `systems` says who writes it: "normative" (văn bản quy phạm pháp luật), "state" (văn bản hành chính of
    Nghị định 30/2020/NĐ-CP), "party" (văn bản của Đảng). `numbered` is False for a kind that bears no type
    sign in its number (công văn: `623/BGDĐT-GDTrH`). `rank` orders legal force, 1 highest, 0 without one.
    """

    name: str
    abbr: tuple[str, ...]
    systems: tuple[System, ...]
    numbered: bool
    rank: int
    aliases: tuple[str, ...]
    label_en: str
    slug: str
    source: str

    @property
    def system(self) -> System:
        """The system the type belongs to first of all."""
        return self.systems[0]

    @property
    def iri_local(self) -> str:
        """Local name of the SKOS concept in the ontology's namespace: "type-quyet-dinh"."""
        return f"type-{self.slug}"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues documents, under its canonical full name, for as long as it bore that name.

    `symbols[0]` is the canonical sign. `officers` of a body stand in their own table (`Officer`).
    `successors` are names of bodies in the same table that took over its functions, `parent` the body it
    belongs to.
    """

    name: str
    kind: str
    level: Level
    symbols: tuple[Symbol, ...]
    aliases: tuple[str, ...]
    valid_from: Day | None
    valid_to: Day | None
    successors: tuple[str, ...]
    parent: str | None
    label_en: str
    slug: str
    source: str


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer whose act is the body's: "Thống đốc Ngân hàng Nhà nước Việt Nam" → the bank.

    `title` may hold `{body}`, then it fits every body of `kind` ("Bộ trưởng {body}" for a ministry) and
    `body` is None.
    """

    title: str
    body: str | None
    kind: str | None
    source: str


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """A local body by pattern, one for every unit of its level.

    `name` holds `{unit}` (kind and name: "tỉnh Lạng Sơn", "thành phố Đà Nẵng") or `{name}` (the name alone:
    "Tỉnh ủy {name}"); `aliases` are other ways to write the part before the unit; `slug` is what stands
    before the unit's slug in an IRI ("ubnd" → "ubnd-tinh-lang-son"). `unit_kinds` limits the pattern to
    units of these kinds ("Thành ủy": thành phố). `officers` are titles whose acts are the body's.
    """

    name: str
    symbols: tuple[str, ...]
    aliases: tuple[str, ...]
    officers: tuple[str, ...]
    kind: str
    level: Level
    unit_kinds: tuple[str, ...]
    valid_from: Day | None
    valid_to: Day | None
    successors: tuple[str, ...]
    label_en: str
    slug: str
    source: str

    def full_name(self, unit_kind: str, unit_name: str) -> str:
        """The body's canonical name for one unit.

        >>> pattern.full_name("tỉnh", "Lạng Sơn")
        'Ủy ban nhân dân tỉnh Lạng Sơn'
        """
        return self.name.format(unit=f"{unit_kind} {unit_name}", name=unit_name)


@dataclass(frozen=True, slots=True)
class Province:
    """A first-level unit for as long as it existed under this name and kind.

    `era`: "63" (gone since the merger of 1 July 2025), "34" (only since then), "both", "older" (gone before
    the 63). `code_63`/`code_34` are the codes of the statistical office. `successor` is the unit that holds
    its land today or followed it (several where it was split: `successors`).
    """

    name: str
    kind: str
    code_63: str | None
    code_34: str | None
    era: Era
    aliases: tuple[str, ...]
    valid_from: Day | None
    valid_to: Day | None
    successors: tuple[str, ...]
    slug: str
    source: str

    @property
    def code(self) -> str | None:
        """The code in force last."""
        return self.code_34 or self.code_63

    @property
    def successor(self) -> str | None:
        """The one unit that followed, None where there is none or where the unit was split."""
        return self.successors[0] if len(self.successors) == 1 else None

    @property
    def unit(self) -> str:
        """Kind and name as they stand in a body's name: "tỉnh Lạng Sơn"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class NumberedAct:
    """One resolution or other act that a plenum issued: its số ký hiệu, day and trích yếu."""

    number: str
    type: str
    date: Day | None
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Plenum:
    """One Hội nghị Trung ương of a term: `ordinal` within the term, its days, what it issued."""

    ordinal: int
    start: Day | None
    end: Day | None
    acts: tuple[NumberedAct, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term ("khóa"): of the Party's central committee, or of the National Assembly and its committee.

    `kind` "party": `roman` "XI", `ordinal` 11, the congress's days, `plenums`. `kind` "assembly": `symbol`
    "QH14", the first day of the term; it ends where the next one begins.
    """

    kind: Literal["party", "assembly"]
    ordinal: int
    roman: str
    symbol: str
    start: Day
    end: Day | None
    congress_start: Day | None
    congress_end: Day | None
    plenums: tuple[Plenum, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Law:
    """One version of a law, code, ordinance or constitution known by its short title.

    `title` carries the type word ("Luật Giáo dục"). `replaced_by` and `amended_by` are numbers; an act that
    amends others is a row of its own with `amends` filled. `effective` is the main date of effect.
    """

    title: str
    type: str
    number: str
    date: Day | None
    effective: Day | None
    expired: Day | None
    replaced_by: tuple[str, ...]
    amended_by: tuple[str, ...]
    aliases: tuple[str, ...]
    issuer: str
    slug: str
    source: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A central instrument as the legal code (Bộ pháp điển) has it; several issuers are joined with "; "."""

    number: str
    type: str
    title: str
    date: Day | None
    issuer: str
    effective: Day | None
    repaired: str
    source: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation between instruments: its name in records and RDF, what it means, how texts signal it.

    `eli` is the ELI property that says the same, None where the ontology mints its own; `broader` is the
    property it specialises. `property_local` is the local name in the ontology's namespace, where minted.
    """

    name: str
    label_vi: str
    label_en: str
    inverse_vi: str
    inverse_en: str
    definition_vi: str
    definition_en: str
    cue_examples: tuple[str, ...]
    eli: str | None
    broader: str | None
    source: str


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A type word that opens the name of an instrument cited by title: "Đề án", "Chiến lược".

    `weak` marks a word that names an instrument only with more evidence (quotes, a capital, a period).
    `by_title` is False for a word that opens such names but is not taken for a citation by its title alone.
    """

    name: str
    aliases: tuple[str, ...]
    weak: bool
    by_title: bool
    label_en: str
    slug: str
    source: str


WordRole = Literal[
    "unit",
    "officer",
    "unlisted body",
    "sign for type",
    "type under another sign",
    "party body",
    "no document",
    "type that changes others",
    "type that guides others",
    "type that names itself",
    "type in short",
    "sign of several bodies",
    "everyday work",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that plays a part where a text names a body or a document.

    "unit": an administrative unit, `means` its full form. "officer": a title before a body's name.
    "unlisted body": opens the name of a body that no table knows. "sign for type": a sign written in place of
    the type word. "type under another sign": a type numbered under another's sign. "party body": a short name
    inside Party documents, `means` the full one. "no document": what is numbered and is no document.
    """

    role: WordRole
    word: str
    means: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of documents (giáo dục, y tế …) with words that betray it."""

    name: str
    label_en: str
    keywords: tuple[str, ...]
    slug: str
    source: str


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem the graph reports: what is wrong, how grave, what one might do about it."""

    name: str
    label_vi: str
    label_en: str
    severity: Severity
    definition_vi: str
    definition_en: str
    suggestion_vi: str
    suggestion_en: str
    source: str


@dataclass(frozen=True, slots=True)
class ResolutionRule:
    """A rule by which a mention known in part is taken for one instrument."""

    name: str
    label_vi: str
    label_en: str
    definition_vi: str
    definition_en: str
    source: str

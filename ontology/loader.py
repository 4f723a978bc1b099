"""Reads the tables: one cached function a table, each returning immutable values in file order."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import cast

from ontology.models import (
    Body,
    BodyPattern,
    DocumentType,
    Era,
    Instrument,
    Law,
    Level,
    NamedKind,
    NumberedAct,
    Officer,
    Plenum,
    ProblemKind,
    Province,
    RelationType,
    ResolutionRule,
    Severity,
    Symbol,
    System,
    Term,
    Topic,
)
from ontology.rows import Row, rows
from ontology.slugs import slug


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Every kind of document, state and Party."""
    return tuple(
        DocumentType(
            name=row.text("name"),
            abbr=row.many("abbr"),
            systems=cast(tuple[System, ...], row.many("systems")),
            numbered=row.flag("numbered"),
            rank=row.number("rank"),
            aliases=row.many("aliases"),
            label_en=row.text("label_en"),
            slug=slug(row.text("name")),
            source=row.text("source"),
        )
        for row in rows("document_types")
    )


@cache
def bodies() -> tuple[Body, ...]:
    """Every central body, present and past, under its canonical full name."""
    return tuple(_body(row) for row in rows("bodies"))


def _body(row: Row) -> Body:
    start, end = row.day("valid_from"), row.day("valid_to")
    return Body(
        name=row.text("name"),
        kind=row.text("kind"),
        level=cast(Level, row.text("level")),
        symbols=tuple(Symbol(text, start, end) for text in row.many("symbols")),
        aliases=row.many("aliases"),
        valid_from=start,
        valid_to=end,
        successors=row.many("successors"),
        parent=row.maybe("parent"),
        label_en=row.text("label_en"),
        slug=slug(row.text("name")),
        source=row.text("source"),
    )


@cache
def officers() -> tuple[Officer, ...]:
    """Officers whose acts are their body's."""
    return tuple(
        Officer(row.text("title"), row.maybe("body"), row.maybe("kind"), row.text("source"))
        for row in rows("officers")
    )


@cache
def body_patterns() -> tuple[BodyPattern, ...]:
    """Provincial, district and commune bodies, one row for every kind of body of a level."""
    return tuple(
        BodyPattern(
            name=row.text("name"),
            symbols=row.many("symbols"),
            aliases=row.many("aliases"),
            officers=row.many("officers"),
            kind=row.text("kind"),
            level=cast(Level, row.text("level")),
            unit_kinds=row.many("unit_kinds"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
            successors=row.many("successors"),
            label_en=row.text("label_en"),
            slug=row.text("slug"),
            source=row.text("source"),
        )
        for row in rows("body_patterns")
    )


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces, the 34 since 1 July 2025, and those dissolved before, with who followed whom."""
    return tuple(
        Province(
            name=row.text("name"),
            kind=row.text("kind"),
            code_63=row.maybe("code_63"),
            code_34=row.maybe("code_34"),
            era=cast(Era, row.text("era")),
            aliases=row.many("aliases"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
            successors=row.many("successors"),
            slug=slug(row.text("name")),
            source=row.text("source"),
        )
        for row in rows("provinces")
    )


@cache
def party_acts() -> tuple[Instrument, ...]:
    """Well-known acts of the Party's central bodies: number, day, issuer, title.

    Not all of them: a number that stands here once may have been used in another term.
    """
    return tuple(
        Instrument(
            number=row.text("number"),
            type=row.text("type"),
            title=row.text("title"),
            date=row.day("date"),
            issuer=row.text("issuer"),
            effective=None,
            repaired="",
            source=row.text("source"),
        )
        for row in rows("party_acts")
    )


@cache
def terms() -> tuple[Term, ...]:
    """Terms of the Party (with plenums and what they issued) and of the National Assembly, in order."""
    acts: dict[tuple[str, str], list[NumberedAct]] = defaultdict(list)
    for row in rows("party_acts"):
        acts[row.text("term"), row.text("plenum")].append(
            NumberedAct(
                row.text("number"), row.text("type"), row.day("date"), row.text("title"), row.text("source")
            )
        )
    plenums: dict[str, list[Plenum]] = defaultdict(list)
    for row in rows("plenums"):
        term, ordinal = row.text("term"), row.text("ordinal")
        plenums[term].append(
            Plenum(
                int(ordinal),
                row.day("start"),
                row.day("end"),
                tuple(acts[term, ordinal]),
                row.text("source"),
            )
        )
    return tuple(_term(row, plenums) for row in rows("terms"))


def _term(row: Row, plenums: dict[str, list[Plenum]]) -> Term:
    party = row.text("kind") == "party"
    return Term(
        kind="party" if party else "assembly",
        ordinal=row.number("ordinal"),
        roman=row.text("roman"),
        symbol=row.text("symbol"),
        start=row.required_day("start"),
        end=row.day("end"),
        congress_start=row.day("congress_start"),
        congress_end=row.day("congress_end"),
        plenums=tuple(plenums[row.text("roman")]) if party else (),
        source=row.text("source"),
    )


@cache
def laws() -> tuple[Law, ...]:
    """Laws, codes, ordinances and constitutions: every version of each short title, oldest first."""
    return tuple(
        Law(
            title=row.text("title"),
            type=row.text("type"),
            number=row.text("number"),
            date=row.day("date"),
            effective=row.day("effective"),
            expired=row.day("expired"),
            replaced_by=row.many("replaced_by"),
            amended_by=row.many("amended_by"),
            aliases=row.many("aliases"),
            issuer=row.text("issuer"),
            slug=slug(row.text("title")),
            source=row.text("source"),
        )
        for row in rows("laws")
    )


@cache
def instruments() -> tuple[Instrument, ...]:
    """The central instruments of the legal code (Bộ pháp điển), cleaned; loaded when first asked for.

    Not all there are: what is missing may bear the same number in another year.
    """
    return tuple(
        Instrument(
            number=row.text("number"),
            type=row.text("type"),
            title=row.text("title"),
            date=row.day("date"),
            issuer=row.text("issuer"),
            effective=row.day("effective"),
            repaired=row.text("repaired"),
            source=row.text("source"),
        )
        for row in rows("instruments")
    )


@cache
def relations() -> tuple[RelationType, ...]:
    """The fourteen relations of the annotation guide, the most specific first, `cites` last."""
    return tuple(
        RelationType(
            name=row.text("name"),
            label_vi=row.text("label_vi"),
            label_en=row.text("label_en"),
            inverse_vi=row.text("inverse_vi"),
            inverse_en=row.text("inverse_en"),
            definition_vi=row.text("definition_vi"),
            definition_en=row.text("definition_en"),
            cue_examples=row.many("cue_examples"),
            eli=row.maybe("eli"),
            broader=row.maybe("broader"),
            source=row.text("source"),
        )
        for row in rows("relations")
    )


@cache
def named_kinds() -> tuple[NamedKind, ...]:
    """Type words that open the name of an instrument cited by its title."""
    return tuple(
        NamedKind(
            name=row.text("name"),
            aliases=row.many("aliases"),
            weak=row.flag("weak"),
            label_en=row.text("label_en"),
            slug=slug(row.text("name")),
            source=row.text("source"),
        )
        for row in rows("named_kinds")
    )


@cache
def topics() -> tuple[Topic, ...]:
    """Subjects of documents."""
    return tuple(
        Topic(
            name=row.text("name"),
            label_en=row.text("label_en"),
            keywords=row.many("keywords"),
            slug=slug(row.text("name")),
            source=row.text("source"),
        )
        for row in rows("topics")
    )


@cache
def problem_kinds() -> tuple[ProblemKind, ...]:
    """Kinds of problems that the graph reports."""
    return tuple(
        ProblemKind(
            name=row.text("name"),
            label_vi=row.text("label_vi"),
            label_en=row.text("label_en"),
            severity=cast(Severity, row.text("severity")),
            definition_vi=row.text("definition_vi"),
            definition_en=row.text("definition_en"),
            suggestion_vi=row.text("suggestion_vi"),
            suggestion_en=row.text("suggestion_en"),
            source=row.text("source"),
        )
        for row in rows("problem_kinds")
    )


@cache
def resolution_rules() -> tuple[ResolutionRule, ...]:
    """Rules by which a mention known in part is taken for one instrument."""
    return tuple(
        ResolutionRule(
            name=row.text("name"),
            label_vi=row.text("label_vi"),
            label_en=row.text("label_en"),
            definition_vi=row.text("definition_vi"),
            definition_en=row.text("definition_en"),
            source=row.text("source"),
        )
        for row in rows("resolution_rules")
    )

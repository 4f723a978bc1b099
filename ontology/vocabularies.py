"""Vocabularies: kinds of documents and names, relations, topics, problems, rules of resolution.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from ontology.models import (
    DocumentType,
    NamedKind,
    ProblemKind,
    RelationType,
    ResolutionRule,
    Severity,
    System,
    Topic,
)
from ontology.rows import rows
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

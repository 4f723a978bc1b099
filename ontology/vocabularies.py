"""Vocabularies: kinds of documents and names, words, relations, topics, problems, rules of resolution.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from functools import cache

from ontology.models import (
    DocumentType,
    NamedKind,
    ProblemKind,
    RelationType,
    ResolutionRule,
    Topic,
    Word,
    WordRole,
)
from ontology.records import records, slug_of_name


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Every kind of document, state and Party."""
    return records("document_types", DocumentType, slug=slug_of_name)


@cache
def relations() -> tuple[RelationType, ...]:
    """The fourteen relations of the annotation guide, the most specific first, `cites` last."""
    return records("relations", RelationType)


@cache
def named_kinds() -> tuple[NamedKind, ...]:
    """Type words that open the name of an instrument cited by its title."""
    return records("named_kinds", NamedKind, slug=slug_of_name)


@cache
def words(role: WordRole | None = None) -> tuple[Word, ...]:
    """Words by which texts name bodies and documents: all of them, or those of one role."""
    if role is None:
        return records("words", Word)
    return tuple(word for word in words() if word.role == role)


@cache
def topics() -> tuple[Topic, ...]:
    """Subjects of documents."""
    return records("topics", Topic, slug=slug_of_name)


@cache
def problem_kinds() -> tuple[ProblemKind, ...]:
    """Kinds of problems that the graph reports."""
    return records("problem_kinds", ProblemKind)


@cache
def resolution_rules() -> tuple[ResolutionRule, ...]:
    """Rules by which a mention known in part is taken for one instrument."""
    return records("resolution_rules", ResolutionRule)

"""What an instrument's page says beside its citations: effect, problems, candidates, what corpora give."""

from __future__ import annotations

from dataclasses import dataclass

from kg.models import Statement
from kg.questions.effect import EffectStatus
from kg.questions.explain import MentionExplanation
from kg.questions.given import Given
from kg.questions.problems import Problem
from kg.resolve.reasons import Words
from viz.language import Language


@dataclass(frozen=True, slots=True)
class About:
    """Everything is optional: a page says what is known. `implementing` counts all who implement it."""

    effect: EffectStatus | None = None
    problems: tuple[Problem, ...] = ()
    explanation: MentionExplanation | None = None
    implementing: int = 0
    disagreements: tuple[Statement, ...] = ()
    given: Given | None = None


NOTHING_MORE = About()


def in_language(words: Words, language: Language) -> str:
    """The words in the reader's language."""
    return words.vi if language == "vi" else words.en

"""The passive: which verbs it has, which relations they name, where it stands."""

from __future__ import annotations

import re

import pytest

from extractors.models import Relation
from extractors.relations.passives import (
    BRACKETED_PASSIVE,
    PASSIVE,
    PASSIVE_RELATIONS,
    any_passive,
    plain_passive,
    relation_of,
)
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges


@pytest.mark.parametrize(
    ("verb", "relation"),
    [
        ("sửa đổi, bổ sung", "amends"),
        ("bổ sung", "amends"),
        ("thay thế", "replaces"),
        ("bãi bỏ", "repeals"),
        ("đính chính", "corrects"),
        ("ngưng hiệu lực", "suspends"),
        ("quy định chi tiết", "details"),
    ],
)
def test_the_first_syllable_of_a_verb_names_its_relation(verb: str, relation: Relation) -> None:
    assert relation_of(verb) == relation


@pytest.mark.parametrize("verb", PASSIVE_RELATIONS)
def test_every_passive_verb_begins_one_the_pattern_knows(verb: str) -> None:
    assert verb in PASSIVE.pattern


@pytest.mark.parametrize(
    ("low", "verb"),
    [
        (" đã được sửa đổi, bổ sung bởi ", "sửa đổi, bổ sung"),
        (" được thay thế bằng ", "thay thế"),
        (" bị bãi bỏ bởi các ", "bãi bỏ"),
        (" được ban hành theo ", None),
        (" được sửa đổi và bổ sung thì áp dụng ", None),
        ("", None),
    ],
)
def test_a_passive_at_the_end_of_a_text(low: str, verb: str | None) -> None:
    found = plain_passive(low)
    assert (found and found["verb"]) == verb


def test_only_in_brackets_the_passive_may_lack_its_auxiliary() -> None:
    low = " (sửa đổi một số điều theo "
    assert any_passive(low) is not None
    assert plain_passive(low) is None
    assert any_passive(low.replace("(", "")) is None


def test_acts_change_their_like() -> None:
    text = (
        "Theo Luật Giáo dục số 43/2019/QH14 và Nghị định số 24/2021/NĐ-CP đã được sửa đổi, bổ sung bởi "
        "Luật số 12/2022/QH15."
    )
    assert "12/2022/QH15 amends 43/2019/QH14" in edges(PLAN_OF_BINH_THUAN + text)


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (PASSIVE, "được sửa đổi, bổ sung bởi "),
        (PASSIVE, "được thay thế bằng "),
        (PASSIVE, "được sửa đổi, bổ sung một số điều theo "),
        (PASSIVE, "bị bãi bỏ bởi "),
        (BRACKETED_PASSIVE, "(sửa đổi tại "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

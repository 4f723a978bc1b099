"""Cues: the phrases of the table, and how they are looked for in the text around a mention."""

from __future__ import annotations

import re

import pytest

from extractors.cues import (
    AMENDED_PART,
    CLAUSE_BREAK,
    EFFECT,
    PARTLY,
    PLACE,
    first_trailing_cue,
    last_cue,
    only_filler,
)
from extractors.pipeline import extract
from ontology.cues import Cue, cues, filler_words
from tests.extractors.reading import CIRCULAR, edges_of

SPOKEN_BY_AN_ACT = "Thông tư này "


def of_role(*roles: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(cue, id=cue.phrase) for cue in dict.fromkeys(cues()) if cue.role in roles]


@pytest.mark.parametrize(
    ("low", "phrase", "relation"),
    [
        ("tiếp tục thực hiện ", "tiếp tục thực hiện", "implements"),
        ("triển khai thực hiện ", "thực hiện", "implements"),
        ("thông tư này thay thế ", "thay thế", "replaces"),
        ("sửa đổi, bổ sung một số điều của ", "bổ sung", "amends"),
        ("quy định chi tiết\nmột số điều của ", "quy định chi tiết", "details"),
        ("phê duyệt kế hoạch thực hiện ", "thực hiện", "implements"),
    ],
)
def test_the_last_cue_before_a_mention(low: str, phrase: str, relation: str) -> None:
    found = last_cue(low)
    assert found is not None
    assert (found.phrase, found.relation) == (phrase, relation)
    assert " ".join(low[found.start : found.end].split()) == phrase


@pytest.mark.parametrize(
    "low",
    [
        "theo ",
        "có hiệu lực thi hành ",
        "bảo hiểm hưu trí bổ sung theo ",
        "các văn bản hướng dẫn ",
        "học sinh ",
        "",
    ],
)
def test_words_that_only_look_like_cues(low: str) -> None:
    assert last_cue(low) is None


@pytest.mark.parametrize(
    ("low", "relation"),
    [
        (" hết hiệu lực kể từ ngày thông tư này có hiệu lực", "repeals"),
        (" chấm dứt hiệu lực", "repeals"),
        (" bị bãi bỏ", "repeals"),
        (" ngưng hiệu lực đến hết năm", "suspends"),
    ],
)
def test_a_cue_may_follow_its_citation(low: str, relation: str) -> None:
    found = first_trailing_cue(low)
    assert found is not None
    assert found.relation == relation


def test_an_act_that_is_partly_repealed_is_not_repealed() -> None:
    assert first_trailing_cue(" ngưng hiệu lực thi hành một số quy định tại") is None


@pytest.mark.parametrize(
    ("tail", "near"),
    [
        (" một số điều của ", True),
        (" có hiệu quả các ", True),
        ("", True),
        ("; báo cáo theo ", False),
        (" chế độ ăn trưa cho học sinh theo ", False),
    ],
)
def test_only_filler_may_stand_between_a_verb_and_its_object(tail: str, near: bool) -> None:
    assert only_filler(tail) is near


def test_filler_is_single_words_in_lower_case() -> None:
    assert all(word.isalpha() and word == word.casefold() for word in filler_words())
    assert {"một", "số", "điều", "của"} <= filler_words()


@pytest.mark.parametrize("cue", of_role("active", "trailing", "place"))
def test_the_example_of_every_cue_says_its_relation(cue: Cue) -> None:
    """Said by a circular of itself, as a sentence of its own, or as one that opens with the cue."""
    example = cue.example
    texts = [
        CIRCULAR + SPOKEN_BY_AN_ACT + example[0].lower() + example[1:] + ".",
        CIRCULAR + example[0].upper() + example[1:] + ".",
    ]
    read = {edge.split(" ")[1] for text in texts for edge in edges_of(extract(text))}
    assert cue.relation in read


@pytest.mark.parametrize("cue", of_role("active", "trailing", "place", "carried"))
def test_every_cue_is_a_phrase_in_lower_case_with_an_example(cue: Cue) -> None:
    assert cue.phrase == " ".join(cue.phrase.casefold().split())
    assert cue.example
    assert cue.source


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (PLACE, "theo "),
        (PLACE, "theo quy định tại "),
        (PLACE, "quy định tại "),
        (PLACE, "nêu tại "),
        (PLACE, "được cấp theo "),
        (CLAUSE_BREAK, "; "),
        (CLAUSE_BREAK, ", đồng thời"),
        (CLAUSE_BREAK, ", các sở"),
        (EFFECT, "hiệu lực "),
        (AMENDED_PART, " khoản"),
        (PARTLY, " một số"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

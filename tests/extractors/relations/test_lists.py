"""Lists: what stands between their items, and which mention an item stands beside."""

from __future__ import annotations

import re

import pytest

from extractors.relations.frames import Gap
from extractors.relations.lists import (
    BARE_END,
    FOLLOWING_VERB,
    LIST_JOINT,
    PLURAL,
    ends_in_joint,
    is_only_joint,
    without_plural,
)
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges


@pytest.mark.parametrize(
    ("gap", "joint"),
    [
        (", ", True),
        (" và ", True),
        ("; - ", True),
        (" ngày 5 tháng 6 năm 2019; ", True),
        (" cũng như các ", True),
        (" về thư viện theo ", False),
        ("", False),
    ],
)
def test_what_ends_like_the_words_between_two_items(gap: str, joint: bool) -> None:
    assert ends_in_joint(gap) is joint


@pytest.mark.parametrize(
    ("gap", "only"),
    [(", ", True), (" và số ", True), ('" ("', True), (" về thư viện, ", False), (" theo ", False)],
)
def test_mentions_with_nothing_but_a_joint_between_them(gap: str, only: bool) -> None:
    assert is_only_joint(Gap.of(gap)) is only


@pytest.mark.parametrize(
    ("gap", "rest"),
    [
        ("quy định tại các Nghị định: ", "quy định tại các "),
        ("Bãi bỏ các Quyết định sau đây: ", "Bãi bỏ các "),
        ("bãi bỏ ", "bãi bỏ "),
        ("như sau: ", "như sau: "),
    ],
)
def test_a_plural_type_word_before_a_list_is_no_mention(gap: str, rest: str) -> None:
    assert without_plural(gap) == rest


def test_a_semicolon_ends_every_title_of_the_item_before_it() -> None:
    text = (
        "Thực hiện Kế hoạch số 96/KH-UBND ngày 8/1/2020 của UBND tỉnh về việc thực hiện Nghị quyết số "
        "29-NQ/TW; Chỉ thị số 05-CT/TW."
    )
    assert edges(PLAN_OF_BINH_THUAN + text) == [
        "self implements 96/KH-UBND",
        "96/KH-UBND implements 29-NQ/TW",
        "self implements 05-CT/TW",
    ]


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (PLURAL, "các Quyết định:"),
        (LIST_JOINT, ", "),
        (LIST_JOINT, " và "),
        (LIST_JOINT, "; - "),
        (BARE_END, " hết hiệu lực"),
        (FOLLOWING_VERB, " về việc ban hành"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

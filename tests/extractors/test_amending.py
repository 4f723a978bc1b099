"""Amending articles: the act of the heading, the places of the items, and "Thông tư này" in quoted text."""

from __future__ import annotations

import re

import pytest

from extractors.amending import (
    BEHIND,
    HEADING_CUE,
    ITEM_BREAK,
    ITEM_CUE,
    ITEM_NUMBER,
    LEAD_IN,
    OTHER_ACT,
    THIS,
)
from extractors.models import Citation, Pinpoint
from extractors.pipeline import extract
from tests.extractors.reading import CIRCULAR, edges

HEADING = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2018/TT-BGDĐT\n"


def amended(items: str) -> Citation:
    """The citation of the heading of an amending article with some items."""
    return extract(CIRCULAR + HEADING + items).citations[0]


@pytest.mark.parametrize(
    ("items", "places"),
    [
        pytest.param(
            "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Thư viện mở cửa hằng ngày.”.\n"
            "2. Bổ sung Điều 7a như sau:\n“Điều 7a. Kinh phí”.\n",
            (Pinpoint(article="5", clause="2"), Pinpoint(article="7a")),
            id="one item, one place",
        ),
        pytest.param(
            "1. Bổ sung khoản 2a vào sau khoản 2 Điều 5 như sau:\n“2a. Thư viện mở cửa hằng ngày.”.\n",
            (Pinpoint(article="5", clause="2a"),),
            id="where a new clause stands is not amended",
        ),
        pytest.param(
            "1. Sửa đổi, bổ sung Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Sách.”;\n"
            "b) Bãi bỏ điểm c khoản 3.\n",
            (
                Pinpoint(article="5"),
                Pinpoint(article="5", clause="1"),
                Pinpoint(article="5", clause="3", point="c"),
            ),
            id="a sub-item is in its item's article",
        ),
    ],
)
def test_items_give_the_places_of_the_act_in_the_heading(items: str, places: tuple[Pinpoint, ...]) -> None:
    citation = amended(items)
    assert (citation.number, citation.relation) == ("12/2018/TT-BGDĐT", "amends")
    assert (citation.pinpoints, citation.pinpoint_scope) == (places, "items")


def test_this_circular_in_quoted_text_is_the_amended_one() -> None:
    text = (
        HEADING
        + "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Thư viện theo Điều 3 Thông tư này mở cửa hằng ngày.”.\n"
    )
    heading, inner = extract(CIRCULAR + text).citations
    assert (inner.text, inner.number) == ("Thông tư này", heading.number)
    assert inner.pinpoints == (Pinpoint(article="3"),)
    assert edges(CIRCULAR + text) == ["self amends 12/2018/TT-BGDĐT", "self cites 12/2018/TT-BGDĐT"]


def test_this_circular_outside_quoted_text_is_the_document() -> None:
    assert edges(CIRCULAR + "Điều 5. Thông tư này có hiệu lực từ ngày 01 tháng 8 năm 2024.") == []


def test_a_citation_in_new_text_hangs_on_the_document() -> None:
    text = (
        HEADING
        + "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Kinh phí theo Luật Ngân sách nhà nước số 83/2015/QH13.”.\n"
    )
    assert edges(CIRCULAR + text) == ["self amends 12/2018/TT-BGDĐT", "self cites 83/2015/QH13"]


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (HEADING_CUE, "Sửa đổi"),
        (ITEM_CUE, "Thay cụm từ"),
        (ITEM_BREAK, "\n2. "),
        (ITEM_BREAK, "\na) "),
        (BEHIND, "vào sau Điều 15"),
        (BEHIND, "vào sau khoản 2 Điều 5"),
        (OTHER_ACT, "4/2021/NĐ"),
        (THIS, " này"),
        (ITEM_NUMBER, "12."),
        (ITEM_NUMBER, "đ)"),
        (LEAD_IN, " như sau: "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

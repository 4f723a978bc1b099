"""Resolutions of Party congresses and plenums that are cited without a number."""

from __future__ import annotations

import re

import pytest

from extractors.party import COLLECTIVE, CONGRESS, LOCAL_CONGRESS, LOWER_ANCHOR, PLENUM
from extractors.pipeline import extract
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges, only, spans


@pytest.mark.parametrize(
    ("span", "issuer", "term"),
    [
        ("Nghị quyết Hội nghị Trung ương 8 khóa XI", "Ban Chấp hành Trung ương", "khóa XI"),
        ("Nghị quyết Hội nghị Trung ương 8 (khóa XI)", "Ban Chấp hành Trung ương", "khóa XI"),
        ("Nghị quyết Trung ương 8 khóa XI", "Ban Chấp hành Trung ương", "khóa XI"),
        ("Nghị quyết TW 6 khoá XII", "Ban Chấp hành Trung ương", "khóa XII"),
        (
            "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI",
            "Ban Chấp hành Trung ương",
            "khóa XI",
        ),
        ("Kết luận Hội nghị Trung ương 4 khóa XII", "Ban Chấp hành Trung ương", "khóa XII"),
        (
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            None,
        ),
        ("Nghị quyết Đại hội Đảng lần thứ X", "Đại hội đại biểu toàn quốc lần thứ X của Đảng", None),
        (
            "Nghị quyết Đại hội XIII của Đảng",
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            None,
        ),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020-2025",
            "Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV",
            None,
        ),
        ("Nghị quyết Đại hội XIV Đảng bộ tỉnh", "Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV", None),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV",
            "Đại hội đại biểu Đảng bộ tỉnh Bình Thuận lần thứ XIV",
            None,
        ),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh Lâm Đồng lần thứ XI",
            "Đại hội Đảng bộ tỉnh Lâm Đồng lần thứ XI",
            None,
        ),
        (
            "Nghị quyết Đại hội Đảng bộ Bình Thuận lần thứ XIV",
            "Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV",
            None,
        ),
        (
            "Nghị quyết Đại hội Đảng bộ Phú Quý lần thứ XI",
            "Đại hội Đảng bộ Phú Quý lần thứ XI",
            None,
        ),
    ],
)
def test_congresses_and_plenums(span: str, issuer: str, term: str | None) -> None:
    citation = only(f"{PLAN_OF_BINH_THUAN}Thực hiện {span} về giáo dục.")
    assert (citation.text, citation.kind) == (span, "party")
    assert (citation.issuer, citation.term, citation.number) == (issuer, term, None)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết của Đảng và Nhà nước.",
        "Tổ chức Đại hội Đảng bộ tỉnh lần thứ XIV.",
        "Thực hiện Nghị quyết đại hội chi bộ.",
        "Thực hiện Nghị quyết Đại hội Đảng bộ Sở Y tế.",
        "Thực hiện nghị quyết của Ban Chấp hành Trung ương.",
    ],
)
def test_what_singles_out_no_resolution(text: str) -> None:
    assert spans(text) == []


def test_the_number_in_brackets_is_that_of_the_plenum() -> None:
    text = (
        "Thực hiện Nghị quyết Hội nghị Trung ương 8 khóa XI về đổi mới giáo dục "
        "(Nghị quyết số 29-NQ/TW ngày 04/11/2013)."
    )
    plenum, bracket = extract(text).citations
    assert (plenum.number, plenum.date) == (bracket.number, bracket.date) == ("29-NQ/TW", "2013-11-04")
    assert edges(text) == ["self implements 29-NQ/TW"] * 2


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (CONGRESS, "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
        (CONGRESS, "Đại hội Đảng lần thứ X"),
        (LOCAL_CONGRESS, "Đại hội Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020-2025"),
        (COLLECTIVE, "đại hội đảng bộ các cấp"),
        (PLENUM, "Hội nghị Trung ương 8 khóa XI"),
        (PLENUM, "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI"),
        (LOWER_ANCHOR, "nghị quyết"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    found = pattern.match(f"{example} Hội nghị" if pattern is LOWER_ANCHOR else example)
    assert found is not None
    assert found.end() == len(example)

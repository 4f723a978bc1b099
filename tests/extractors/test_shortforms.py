"""Short forms: a running number, or a name that the document itself explains."""

from __future__ import annotations

import re

import pytest

from extractors.pipeline import extract
from extractors.shortforms import CALLED, PLACED, RUNNING
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges

FULL = "Thực hiện Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"{FULL} (sau đây gọi tắt là Nghị định số 80).", "Nghị định số 80"),
        (f"{FULL}. Các trường báo cáo theo Nghị định số 80.", "Nghị định số 80"),
        (f"{FULL}. Các trường báo cáo theo Nghị định 80.", "Nghị định 80"),
    ],
    ids=["in brackets", "later", "without số"],
)
def test_a_short_number_stands_for_the_full_one(text: str, short: str) -> None:
    full, again = extract(PLAN_OF_BINH_THUAN + text).citations
    assert again.text == short
    assert (again.number, again.date, again.issuer) == (full.number, full.date, full.issuer)


def test_the_bracket_repeats_the_relation_of_what_it_stands_for() -> None:
    text = f"{FULL} (sau đây gọi tắt là Nghị định số 80). Các trường báo cáo theo Nghị định số 80."
    assert edges(PLAN_OF_BINH_THUAN + text) == [
        "self implements 80/2017/NĐ-CP",
        "self implements 80/2017/NĐ-CP",
        "self cites 80/2017/NĐ-CP",
    ]


def test_a_name_that_the_document_explains() -> None:
    text = (
        "Thực hiện Đề án phát triển dữ liệu thư viện giai đoạn 2022-2025 (sau đây gọi tắt là Đề án 06). "
        "Các sở triển khai Đề án 06."
    )
    full, bracket, later = extract(PLAN_OF_BINH_THUAN + text).citations
    assert [bracket.text, later.text] == ["Đề án 06"] * 2
    assert full.title == bracket.title == later.title == "phát triển dữ liệu thư viện giai đoạn 2022-2025"


def test_a_name_over_a_line_break_comes_before_one_read_from_its_words() -> None:
    text = (
        "Thực hiện Chương trình mỗi xã một thư viện giai đoạn 2022-2025 (gọi tắt là Chương\ntrình OCOL). "
        "Các sở triển khai Chương trình OCOL và phát huy vai trò của bạn đọc."
    )
    full, bracket, later = extract(PLAN_OF_BINH_THUAN + text).citations
    assert [bracket.text, later.text] == ["Chương\ntrình OCOL", "Chương trình OCOL"]
    assert later.title == full.title


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 24/2021/NĐ-CP và Nghị định số 24/2022/NĐ-CP. Báo cáo theo Nghị định số 24.",
        "Các trường báo cáo theo Nghị định số 80.",
    ],
    ids=["two that it could mean", "none that it could mean"],
)
def test_a_short_form_that_names_no_one_instrument_is_never_sure(text: str) -> None:
    extraction = extract(PLAN_OF_BINH_THUAN + text)
    short = [c for c in extraction.citations if "/" not in c.text]
    assert all(c.confidence < 0.9 for c in short)


def test_this_document_is_no_citation() -> None:
    assert edges(PLAN_OF_BINH_THUAN + "Các sở thực hiện Kế hoạch này.") == []


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (RUNNING, " số 80"),
        (RUNNING, " 80"),
        (CALLED, "(sau đây gọi tắt là Đề án 06)"),
        (CALLED, "(viết tắt là “Đề án 06”)"),
        (PLACED, "Điều 5 "),
        (PLACED, "theo "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.fullmatch(example)

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


def test_a_name_may_leave_out_a_part_of_the_type() -> None:
    text = (
        "Thực hiện Chương trình mục tiêu quốc gia xây dựng thư viện giai đoạn 2021-2025 (sau đây gọi tắt là "
        "Chương trình 1719). Các sở triển khai Chương trình 1719."
    )
    full, bracket, later = extract(PLAN_OF_BINH_THUAN + text).citations
    assert (bracket.text, later.text) == ("Chương trình 1719", "Chương trình 1719")
    assert full.title == bracket.title == later.title
    assert later.type == full.type == "Chương trình mục tiêu quốc gia"


def test_a_bare_type_word_is_no_name() -> None:
    text = (
        "Thực hiện Chương trình hành động phát triển thư viện giai đoạn 2021-2025 (sau đây gọi tắt là Chương "
        "trình hành động). Các sở xây dựng Chương trình hành động của mình."
    )
    assert len(extract(PLAN_OF_BINH_THUAN + text).citations) == 1


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


DATED = [
    pytest.param(
        "Thực hiện Quyết định 1719 ngày 14/10/2021 của Chính phủ.",
        ("Quyết định 1719 ngày 14/10/2021 của Chính phủ", "1719", "2021-10-14", "Chính phủ"),
        id="by its day and body",
    ),
    pytest.param(
        "Thực hiện Nghị quyết 57 ngày 22/12/2024 của Bộ Chính trị.",
        ("Nghị quyết 57 ngày 22/12/2024 của Bộ Chính trị", "57", "2024-12-22", "Bộ Chính trị"),
        id="of the Party",
    ),
    pytest.param(
        f"{FULL}. Báo cáo theo Nghị định 80 ngày 17/7/2017.",
        ("Nghị định 80 ngày 17/7/2017", "80/2017/NĐ-CP", "2017-07-17", "Chính phủ"),
        id="the day of the full one",
    ),
    pytest.param(
        f"{FULL}. Báo cáo theo Nghị định 80 ngày 05/5/2010 của Chính phủ.",
        ("Nghị định 80 ngày 05/5/2010 của Chính phủ", "80", "2010-05-05", "Chính phủ"),
        id="another day, another act",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_short_number_with_its_day_names_an_act(text: str, expected: tuple[str, ...]) -> None:
    last = extract(PLAN_OF_BINH_THUAN + text).citations[-1]
    assert (last.text, last.number, last.date, last.issuer) == expected


@pytest.mark.parametrize("text", ["Quyết định 5 ngày nghỉ.", "Quyết định 12 tháng 3 năm 2020."])
def test_figures_behind_a_type_word_are_not_always_a_number(text: str) -> None:
    assert extract(PLAN_OF_BINH_THUAN + text).citations == ()


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

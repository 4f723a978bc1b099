"""Programmes, schemes, plans, strategies and regulations by title: where a title begins and ends."""

from __future__ import annotations

import re

import pytest

from extractors.named_titles import (
    ACT_BEFORE,
    AS_FOLLOWS,
    ASSEMBLY_RESOLUTION,
    BODY_OF,
    CARRIED_BY,
    CARRIED_OUT,
    CARRIES_OUT,
    CHARTER,
    CODED,
    DECIDES,
    FUTURE_BEFORE,
    ISSUED,
    NAMES_NOTHING,
    NO_INSTRUMENT,
    NOT_A_TITLE,
    OPEN_QUOTE,
    PERIOD,
    TITLE_STOP,
    names_something,
)
from extractors.named_words import kind_words, lower_anchor
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges, only, spans


@pytest.mark.parametrize(
    ("text", "span", "title"),
    [
        pytest.param(
            "Thực hiện Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030” tại các trường.",
            "Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”",
            "Xây dựng xã hội học tập giai đoạn 2021-2030",
            id="in quotation marks",
        ),
        pytest.param(
            'Thực hiện Đề án "Xây dựng xã hội học tập" tại các trường.',
            'Đề án "Xây dựng xã hội học tập"',
            "Xây dựng xã hội học tập",
            id="in straight marks",
        ),
        pytest.param(
            "Thực hiện Đề án “Xây dựng xã hội học tập” giai đoạn 2021-2030.",
            "Đề án “Xây dựng xã hội học tập” giai đoạn 2021-2030",
            "Xây dựng xã hội học tập giai đoạn 2021-2030",
            id="the period behind the marks",
        ),
        pytest.param(
            "Hưởng ứng chương trình “Thư viện lưu động cho em”.",
            "chương trình “Thư viện lưu động cho em”",
            "Thư viện lưu động cho em",
            id="type word in lower case before a mark",
        ),
        pytest.param(
            "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025 trên địa bàn.",
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025",
            "giảm nghèo bền vững giai đoạn 2021-2025",
            id="up to its period",
        ),
        pytest.param(
            "Thực hiện Chiến lược phát triển thanh niên giai đoạn 2021-2030, tầm nhìn đến năm 2045 tại xã.",
            "Chiến lược phát triển thanh niên giai đoạn 2021-2030, tầm nhìn đến năm 2045",
            "phát triển thanh niên giai đoạn 2021-2030, tầm nhìn đến năm 2045",
            id="a period with a vision",
        ),
        pytest.param(
            "Thực hiện Đề án phát triển văn hóa đọc trong cộng đồng đến năm 2030 và các nhiệm vụ.",
            "Đề án phát triển văn hóa đọc trong cộng đồng đến năm 2030",
            "phát triển văn hóa đọc trong cộng đồng đến năm 2030",
            id="up to a year",
        ),
        pytest.param(
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý thư viện lưu động trên địa bàn tỉnh.",
            "Quy chế quản lý thư viện lưu động trên địa bàn tỉnh",
            "quản lý thư viện lưu động trên địa bàn tỉnh",
            id="what a decision issues",
        ),
        pytest.param("Thực hiện Đề án 06.", "Đề án 06", None, id="by a short number"),
        pytest.param(
            "Thực hiện Đề án ''Xây dựng xã hội học tập đến năm 2030\" tại các trường.",
            "Đề án ''Xây dựng xã hội học tập đến năm 2030\"",
            "Xây dựng xã hội học tập đến năm 2030",
            id="in two apostrophes",
        ),
        pytest.param(
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế của Ban Dân số - Kế hoạch hóa gia đình tỉnh.",
            "Quy chế của Ban Dân số - Kế hoạch hóa gia đình tỉnh",
            "của Ban Dân số - Kế hoạch hóa gia đình tỉnh",
            id="family planning is no plan",
        ),
        pytest.param(
            "Thực hiện Đề án đào tạo cán bộ thư viện giai đoạn 2021-2030 tại các trường.",
            "Đề án đào tạo cán bộ thư viện giai đoạn 2021-2030",
            "đào tạo cán bộ thư viện giai đoạn 2021-2030",
            id="a scheme on training with its period",
        ),
    ],
)
def test_where_a_title_ends(text: str, span: str, title: str | None) -> None:
    citation = only(text)
    assert (citation.text, citation.title, citation.kind) == (span, title, "named")


def test_a_programme_named_by_its_body_and_term() -> None:
    citation = only("Thực hiện Chương trình hành động của Chính phủ nhiệm kỳ 2021-2026.")
    assert citation.text == "Chương trình hành động của Chính phủ nhiệm kỳ 2021-2026"
    assert (citation.type, citation.issuer) == ("Chương trình hành động", "Chính phủ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tổ chức thực hiện Kế hoạch này.", id="the document itself"),
        pytest.param("Xây dựng Đề án “Thư viện lưu động giai đoạn 2025-2030”.", id="of the future"),
        pytest.param("Thực hiện các kế hoạch của UBND tỉnh.", id="plans in general"),
        pytest.param("Công tác Dân số - Kế hoạch hóa gia đình giai đoạn 2021-2025.", id="family planning"),
        pytest.param("Thực hiện Chương trình giáo dục phổ thông.", id="a curriculum"),
        pytest.param("Các trường xây dựng Kế hoạch thực hiện hằng năm.", id="a plan of every year"),
        pytest.param("Kế hoạch được gửi trước ngày 15 tháng 12.", id="a sentence about a plan"),
    ],
)
def test_what_is_no_instrument(text: str) -> None:
    assert spans(PLAN_OF_BINH_THUAN + text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quy chế quản lý thư viện lưu động ban hành kèm theo Quyết định số 12/2020/QĐ-UBND.",
            ["12/2020/QĐ-UBND promulgates quản lý thư viện lưu động", "self cites 12/2020/QĐ-UBND"],
        ),
        (
            "Quyết định số 15/QĐ-TTg về việc phê duyệt Đề án “Phát triển thư viện lưu động”.",
            ["self cites 15/QĐ-TTg", "15/QĐ-TTg approves Phát triển thư viện lưu động"],
        ),
        (
            "UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 29-NQ/TW.",
            ["self implements 29-NQ/TW"],
        ),
    ],
    ids=["X issued with Y names both", "what an act approves", "a plan that only carries out is no node"],
)
def test_acts_and_what_they_issue(text: str, expected: list[str]) -> None:
    assert edges(text) == expected


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (PERIOD, " giai đoạn 2021-2025"),
        (PERIOD, ", giai đoạn 2021 - 2030, tầm nhìn đến năm 2045"),
        (PERIOD, " đến năm 2030"),
        (PERIOD, " nhiệm kỳ 2020-2025"),
        (OPEN_QUOTE, " “"),
        (BODY_OF, " của "),
        (FUTURE_BEFORE, "xây dựng và trình "),
        (FUTURE_BEFORE, "các "),
        (CARRIES_OUT, " hành động thực hiện"),
        (ISSUED, "ban hành kèm theo Quyết định này "),
        (ISSUED, "phê duyệt “"),
        (ACT_BEFORE, "12/2020/QĐ"),
        (ACT_BEFORE, "Quyết định này"),
        (AS_FOLLOWS, "như sau"),
        (CARRIED_BY, " ban hành kèm theo Quyết"),
        (CARRIED_OUT, "thực hiện có hiệu quả "),
        (CODED, " 06"),
        (CODED, " số 06"),
        (ASSEMBLY_RESOLUTION, "Nghị quyết của Quốc hội về "),
        (TITLE_STOP, ";"),
        (NOT_A_TITLE, " này"),
        (NO_INSTRUMENT, " giáo dục phổ thông"),
        (CHARTER, " Mặt trận Tổ quốc Việt Nam"),
        (DECIDES, "Điều 1."),
        (NAMES_NOTHING, " đúng tiến độ"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)


@pytest.mark.parametrize(
    ("title", "something"),
    [(" phát triển văn hóa đọc", True), (" đúng tiến độ đề ra", False), (" đọc sách", False)],
    ids=["a title", "the rest of a sentence", "too short"],
)
def test_what_may_be_a_title(title: str, something: bool) -> None:
    assert names_something(title) is something


def test_kinds_that_are_not_cited_by_title_alone() -> None:
    words = {word for word, _, _ in kind_words()}
    assert {"Đề án", "Kế hoạch hành động", "Quy chế"} <= words
    assert words.isdisjoint({"Nghị quyết", "Thông tư", "Dự án", "Danh mục"})


def test_a_type_word_in_lower_case_stands_before_a_mark() -> None:
    assert lower_anchor().search("hưởng ứng chương trình “Thư viện”")
    assert not lower_anchor().search("chương trình Thư viện")

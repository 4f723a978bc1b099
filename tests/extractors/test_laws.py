"""Laws, codes, ordinances and the Constitution by title; amending laws and the laws in their titles."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractors.anchors import find_anchors
from extractors.home import NOWHERE
from extractors.law_tail import BARE_YEAR, BRACKET_YEAR, OF_THE_DOING, REVISED, SO_NUMBER
from extractors.law_titles import (
    AMENDING,
    COMMA_PAIR,
    CUE_BEFORE,
    ENDS_TITLE,
    LAW_WORD,
    NOT_A_TITLE,
    PAIR_GOES_ON,
    STOP,
    TITLE_WORD,
    split_title,
)
from extractors.laws import (
    AMENDING_MANY,
    BETWEEN_LAWS,
    CODE_BEFORE,
    CONSTITUTION,
    NO_LAW_BEFORE,
    find_laws,
)
from tests.extractors.reading import edges, only


@pytest.mark.parametrize(
    ("span", "title", "fields"),
    [
        ("Luật Giáo dục", "Luật Giáo dục", {"year": None, "date": None, "number": None}),
        ("Luật Giáo dục 2019", "Luật Giáo dục", {"year": 2019}),
        ("Luật Giáo dục năm 2019", "Luật Giáo dục", {"year": 2019}),
        ("Luật Viên chức ngày 15 tháng 11 năm 2010", "Luật Viên chức", {"date": "2010-11-15"}),
        ("Luật Đầu tư số 61/2020/QH14", "Luật Đầu tư", {"number": "61/2020/QH14", "year": 2020}),
        (
            "Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020",
            "Luật Đầu tư",
            {"number": "61/2020/QH14", "date": "2020-06-17"},
        ),
        (
            "Luật Ban hành văn bản quy phạm pháp luật (Luật số 80/2015/QH13)",
            "Luật Ban hành văn bản quy phạm pháp luật",
            {"number": "80/2015/QH13"},
        ),
        ("Luật Phòng, chống bạo lực gia đình năm 2022", "Luật Phòng, chống bạo lực gia đình", {"year": 2022}),
        ("Luật Cán bộ, công chức", "Luật Cán bộ, công chức", {}),
        ("Bộ luật Lao động năm 2019", "Bộ luật Lao động", {"type": "Bộ luật", "year": 2019}),
        ("Bộ luật Dân sự (2015)", "Bộ luật Dân sự", {"type": "Bộ luật", "year": 2015}),
        (
            "Pháp lệnh Ưu đãi người có công với cách mạng",
            "Pháp lệnh Ưu đãi người có công với cách mạng",
            {"type": "Pháp lệnh", "issuer": "Ủy ban Thường vụ Quốc hội"},
        ),
        (
            "Luật Tổ chức HĐND và UBND (sửa đổi) ngày 21 tháng 6 năm 1994",
            "Luật Tổ chức HĐND và UBND",
            {"date": "1994-06-21"},
        ),
        (
            "Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND ngày 03/12/2004",
            "Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND",
            {"date": "2004-12-03"},
        ),
        (
            "Pháp lệnh về tổ chức, quyền hạn của thanh tra nhân dân ngày 25 tháng 6 năm 1996",
            "Pháp lệnh Về tổ chức, quyền hạn của thanh tra nhân dân",
            {"date": "1996-06-25"},
        ),
        ("Hiến pháp năm 2013", "Hiến pháp", {"type": "Hiến pháp", "year": 2013, "issuer": "Quốc hội"}),
        (
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            {"year": None},
        ),
    ],
)
def test_a_laws_number_date_and_year_belong_to_its_span(
    span: str, title: str, fields: dict[str, Any]
) -> None:
    text = f"Căn cứ {span};"
    (law,) = find_laws(text, NOWHERE, find_anchors(text))
    assert f"Căn cứ {span};"[law.start : law.end] == span
    assert law.title == title
    assert {key: getattr(law, key) for key in fields} == fields


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("theo Luật Khiếu nại, Luật Tố cáo.", ["Luật Khiếu nại", "Luật Tố cáo"]),
        (
            "theo Luật Giáo dục, Luật Viên chức và Bộ luật Lao động.",
            ["Luật Giáo dục", "Luật Viên chức", "Bộ luật Lao động"],
        ),
        ("theo Luật Giáo dục và Luật Giáo dục đại học", ["Luật Giáo dục", "Luật Giáo dục đại học"]),
    ],
)
def test_several_laws_in_a_row(text: str, titles: list[str]) -> None:
    assert [law.title for law in find_laws(text, NOWHERE, find_anchors(text))] == titles


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định của pháp luật",
        "bị xử lý kỷ luật theo quy định",
        "theo Luật này",
        "các luật khác có liên quan",
        "Dự thảo Luật Nhà giáo",
        "Trường Đại học Luật Hà Nội",
        "tổ chức Ngày Pháp luật Việt Nam",
        "vi phạm Hiến pháp",
        "",
    ],
)
def test_what_names_no_law(text: str) -> None:
    assert list(find_laws(text, NOWHERE, find_anchors(text))) == []


def test_the_laws_in_an_amending_laws_title_are_mentions_of_their_own() -> None:
    amending = "Luật sửa đổi, bổ sung một số điều của Luật Viên chức và Luật Cán bộ, công chức"
    assert edges(f"Căn cứ {amending} ngày 25 tháng 11 năm 2019;") == [
        f"self based_on {amending}",
        f"{amending} amends Luật Viên chức",
        f"{amending} amends Luật Cán bộ, công chức",
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("CĂN CỨ LUẬT GIÁO DỤC NGÀY 14 THÁNG 6 NĂM 2019;", "LUẬT GIÁO DỤC NGÀY 14 THÁNG 6 NĂM 2019"),
        ("Căn cứ Luật\nGiáo dục năm 2019;", "Luật\nGiáo dục năm 2019"),
        ("theo Luật Giáo dục năm 2019 về việc", "Luật Giáo dục năm 2019"),
        ("theo Luật Giáo dục giai đoạn 2021-2025", "Luật Giáo dục"),
    ],
)
def test_spans_in_capitals_and_over_lines(text: str, span: str) -> None:
    assert only(text).text == span


def test_a_title_is_split_behind_its_type_word() -> None:
    assert split_title("Bộ luật Lao động") == ("Bộ luật", "Lao động")
    assert split_title("Quy chế làm việc") == ("", "Quy chế làm việc")


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (LAW_WORD, "Bộ luật "),
        (LAW_WORD, "Pháp lệnh "),
        (LAW_WORD, "LUẬT "),
        (CONSTITUTION, "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (CONSTITUTION, "Hiến pháp"),
        (NO_LAW_BEFORE, "Pháp "),
        (NO_LAW_BEFORE, "Dự thảo "),
        (NOT_A_TITLE, "này"),
        (AMENDING, "sửa đổi, bổ sung một số điều của Luật Viên chức"),
        (AMENDING_MANY, "sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch"),
        (BETWEEN_LAWS, ", Luật Tố cáo"),
        (BETWEEN_LAWS, " và Bộ luật Lao động"),
        (STOP, ";"),
        (STOP, " năm 2019"),
        (COMMA_PAIR, ", chống bạo lực"),
        (SO_NUMBER, " số 61/2020/QH14"),
        (SO_NUMBER, " (Luật số 80/2015/QH13)"),
        (REVISED, " (sửa đổi) năm 2013"),
        (BARE_YEAR, " 2019"),
        (BRACKET_YEAR, " (2015)"),
        (PAIR_GOES_ON, ", nhập khẩu;"),
        (TITLE_WORD, " Giáo"),
        (CUE_BEFORE, "Căn cứ Luật "),
        (ENDS_TITLE, " ngày"),
        (CODE_BEFORE, "Bộ "),
        (OF_THE_DOING, "dự toán kinh phí thực hiện "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)


@pytest.mark.parametrize("text", [" 2021-2025", " 20191"])
def test_no_year_of_a_law(text: str) -> None:
    assert BARE_YEAR.match(text) is None

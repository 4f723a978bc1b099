"""Issuing bodies: in full, short, relative, personal and joint form."""

from __future__ import annotations

import re

import pytest

from extractors.bodies import OFFICER, PLENUM, SESSION, TERM, read_body
from extractors.home import NOWHERE, Home

BINH_THUAN = Home("province", "tỉnh Bình Thuận", body="Ủy ban nhân dân tỉnh Bình Thuận")
DA_NANG = Home("province", "thành phố Đà Nẵng", body="Ủy ban nhân dân thành phố Đà Nẵng")
BAC_HA = Home("district", "tỉnh Lào Cai", "huyện Bắc Hà", body="Ủy ban nhân dân huyện Bắc Hà")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chính phủ", "Chính phủ"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Thanh tra Chính phủ", "Thanh tra Chính phủ"),
        ("Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GD-ĐT", "Bộ Giáo dục và Đào tạo"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("Quốc hội", "Quốc hội"),
        ("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Uỷ ban thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Ban Bí thư", "Ban Bí thư"),
        ("Bộ Chính trị", "Bộ Chính trị"),
        ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương"),
    ],
)
def test_bodies_of_the_centre(text: str, name: str) -> None:
    found = read_body(text, 0, NOWHERE)
    assert found is not None
    assert (found.name, found.end, found.indirect) == (name, len(text), False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ trưởng Bộ GDĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
        ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("Phó Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Bình Thuận"),
        ("Thường trực Tỉnh ủy", "Tỉnh ủy Bình Thuận"),
        ("Giám đốc Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo tỉnh Bình Thuận"),
        ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương"),
        ("Hội nghị Trung ương 8", "Ban Chấp hành Trung ương"),
    ],
)
def test_an_officers_act_is_the_bodys(text: str, name: str) -> None:
    found = read_body(text, 0, BINH_THUAN)
    assert found is not None
    assert (found.name, found.end, found.indirect) == (name, len(text), True)


@pytest.mark.parametrize(
    ("home", "text", "name"),
    [
        (BINH_THUAN, "UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận"),
        (BINH_THUAN, "Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận"),
        (BINH_THUAN, "HĐND tỉnh", "Hội đồng nhân dân tỉnh Bình Thuận"),
        (BINH_THUAN, "Tỉnh ủy", "Tỉnh ủy Bình Thuận"),
        (BINH_THUAN, "Sở GDĐT", "Sở Giáo dục và Đào tạo tỉnh Bình Thuận"),
        (BINH_THUAN, "Sở Tài chính", "Sở Tài chính tỉnh Bình Thuận"),
        (BINH_THUAN, "UBND tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        (BINH_THUAN, "UBND huyện Tuy Phong", "Ủy ban nhân dân huyện Tuy Phong"),
        (DA_NANG, "UBND thành phố", "Ủy ban nhân dân thành phố Đà Nẵng"),
        (DA_NANG, "Thành ủy", "Thành ủy Đà Nẵng"),
        (BAC_HA, "UBND huyện", "Ủy ban nhân dân huyện Bắc Hà"),
        (BAC_HA, "UBND tỉnh", "Ủy ban nhân dân tỉnh Lào Cai"),
        (BAC_HA, "Huyện ủy", "Huyện ủy Bắc Hà"),
        (NOWHERE, "UBND tỉnh", None),
        (NOWHERE, "UBND Thành phố Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        (NOWHERE, "UBND TP. Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        (NOWHERE, "UBND TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn"),
    ],
)
def test_relative_names_are_those_of_the_documents_home(home: Home, text: str, name: str | None) -> None:
    found = read_body(text, 0, home)
    assert found is not None
    assert (found.name and found.name.casefold(), found.end) == (name and name.casefold(), len(text))


@pytest.mark.parametrize(
    ("text", "term", "end"),
    [
        ("Ban Chấp hành Trung ương khóa XII", "khóa XII", None),
        ("Ban Chấp hành Trung ương (khóa XI)", "khóa XI", None),
        ("Ban Chấp hành Trung ương Đảng khóa XIII", "khóa XIII", None),
        ("Quốc hội khóa XV", "khóa XV", None),
        ("Ban Bí thư (khóa mới)", None, len("Ban Bí thư")),
    ],
)
def test_a_term_belongs_to_the_name(text: str, term: str | None, end: int | None) -> None:
    found = read_body(text, 0, NOWHERE)
    assert found is not None
    assert (found.term, found.end) == (term, end or len(text))


@pytest.mark.parametrize("text", ["các cơ quan", "này", "12", "", "học sinh tỉnh"])
def test_what_names_no_body(text: str) -> None:
    assert read_body(text, 0, BINH_THUAN) is None


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (OFFICER, "Bộ trưởng "),
        (OFFICER, "Phó Chủ tịch "),
        (OFFICER, "Ban Thường vụ "),
        (TERM, " khóa XII"),
        (TERM, " (khoá XI)"),
        (SESSION, "Hội nghị lần thứ sáu Ban Chấp hành Trung ương"),
        (PLENUM, "Hội nghị Trung ương 8"),
        (PLENUM, "Hội nghị Trung ương lần thứ sáu"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

"""Who issues under a sign, at a time and a place."""

from __future__ import annotations

import pytest

from extractors.home import NOWHERE, Home
from extractors.issuers import body_of_sign, issuer_of_signs, names_of_signs

BINH_THUAN = Home("province", "tỉnh Bình Thuận", body="Ủy ban nhân dân tỉnh Bình Thuận")
DA_NANG = Home("province", "thành phố Đà Nẵng", body="Ủy ban nhân dân thành phố Đà Nẵng")
BAC_HA = Home("district", "tỉnh Lào Cai", "huyện Bắc Hà", body="Ủy ban nhân dân huyện Bắc Hà")


@pytest.mark.parametrize(
    ("sign", "year", "home", "name"),
    [
        ("CP", 2020, NOWHERE, "Chính phủ"),
        ("CP", 1979, NOWHERE, "Hội đồng Chính phủ"),
        ("TTg", 2020, NOWHERE, "Thủ tướng Chính phủ"),
        ("BGDĐT", 2020, NOWHERE, "Bộ Giáo dục và Đào tạo"),
        ("QH14", 2019, NOWHERE, "Quốc hội"),
        ("UBTVQH13", 2012, NOWHERE, "Ủy ban Thường vụ Quốc hội"),
        ("TW", 2020, NOWHERE, None),
        ("UBND", 2020, BINH_THUAN, "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("UBND", 2020, BAC_HA, "Ủy ban nhân dân huyện Bắc Hà"),
        ("UBND", 2020, NOWHERE, None),
        ("TU", 2020, DA_NANG, "Thành ủy Đà Nẵng"),
        ("TU", 2020, BAC_HA, "Tỉnh ủy Lào Cai"),
        ("XYZ", 2020, BINH_THUAN, None),
    ],
)
def test_the_body_behind_a_sign(sign: str, year: int, home: Home, name: str | None) -> None:
    assert body_of_sign(sign, year, home) == name


@pytest.mark.parametrize(
    ("signs", "issuer"),
    [
        (("NĐ", "CP"), "Chính phủ"),
        (("TTLT", "BGDĐT", "BNV"), "Bộ Giáo dục và Đào tạo; Bộ Nội vụ"),
        (("BGDĐT", "TTr"), "Bộ Giáo dục và Đào tạo"),
        ((), None),
    ],
)
def test_the_issuer_behind_a_symbol(signs: tuple[str, ...], issuer: str | None) -> None:
    assert issuer_of_signs(signs, 2020, NOWHERE) == issuer


@pytest.mark.parametrize(
    ("signs", "home", "issuer"),
    [
        (("KHLN", "SNV", "STC"), BINH_THUAN, "Sở Nội vụ tỉnh Bình Thuận; Sở Tài chính tỉnh Bình Thuận"),
        (("KH", "UBND"), BAC_HA, "Ủy ban nhân dân huyện Bắc Hà"),
        (("QĐ", "TU"), BINH_THUAN, "Tỉnh ủy Bình Thuận"),
        (("QĐ", "UBND", "VX"), DA_NANG, "Ủy ban nhân dân thành phố Đà Nẵng"),
    ],
    ids=[
        "several of one province",
        "of the document's level",
        "the province's committee",
        "an office behind",
    ],
)
def test_local_issuers_are_those_of_the_documents_home(
    signs: tuple[str, ...], home: Home, issuer: str
) -> None:
    assert issuer_of_signs(signs, 2020, home) == issuer


def test_a_sign_can_mean_local_bodies_of_any_place() -> None:
    assert names_of_signs(("QĐ", "HU")) == ("Huyện ủy",)
    assert names_of_signs(()) == ()

"""Which province a body belongs to, and where it counts before and after the merger of 2025."""

from __future__ import annotations

import pytest

from kg.index.provinces import NO_PROVINCE, Era, province_of, provinces_of, rolled_up, units


@pytest.mark.parametrize(
    ("issuer", "province"),
    [
        ("Ủy ban nhân dân tỉnh Lạng Sơn", "lang-son"),
        ("Tỉnh ủy Bình Thuận", "binh-thuan"),
        ("Thành ủy Hà Nội", "ha-noi"),
        ("Sở Giáo dục và Đào tạo thành phố Đà Nẵng", "da-nang"),
        ("Bộ Tài chính; Ủy ban nhân dân tỉnh Cà Mau", "ca-mau"),
        ("Bộ Giáo dục và Đào tạo", None),
        ("Ủy ban nhân dân huyện Hàm Tân tỉnh Bình Thuận", None),
        ("", None),
    ],
)
def test_the_province_of_an_issuer(issuer: str, province: str | None) -> None:
    assert province_of(issuer) == province


@pytest.mark.parametrize(("era", "count"), [("63", 63), ("34", 34)])
def test_each_era_has_its_provinces(era: Era, count: int) -> None:
    assert len(provinces_of(era)) == count
    assert len({unit.code for unit in provinces_of(era)}) == count


@pytest.mark.parametrize(
    ("unit", "era", "counts_as"),
    [
        ("binh-thuan", "34", "lam-dong"),
        ("binh-thuan", "63", "binh-thuan"),
        ("lang-son", "34", "lang-son"),
        ("ha-tay", "63", "ha-noi"),
    ],
)
def test_a_unit_counts_where_its_land_is(unit: str, era: Era, counts_as: str) -> None:
    place = int(rolled_up(era)[units().index(unit)])
    assert place != NO_PROVINCE
    assert provinces_of(era)[place].slug == counts_as

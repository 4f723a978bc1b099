"""What makes two mentions one instrument, and what keeps two apart."""

from __future__ import annotations

import pytest

from kg.resolve.keys import Naming, body_identity, full_path, issuer_identity, scoped_path, type_slug, year_of

LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
BINH_THUAN = "Ủy ban nhân dân tỉnh Bình Thuận"


@pytest.mark.parametrize(
    ("naming", "path"),
    [
        (
            Naming("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
            "ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd",
        ),
        (
            Naming("Kế hoạch", "38/KH-UBND", BINH_THUAN, "2019-03-01"),
            "ubnd-tinh-binh-thuan/ke-hoach/2019/38-kh-ubnd",
        ),
        (
            Naming("Kế hoạch", "38/KH-UBND", LANG_SON, "2020-02-15"),
            "ubnd-tinh-lang-son/ke-hoach/2020/38-kh-ubnd",
        ),
        (
            Naming("Luật", "43/2019/QH14", "Quốc hội", title="Luật Giáo dục"),
            "quoc-hoi/luat/2019/43-2019-qh14",
        ),
        (
            Naming("Nghị định", "80/2017/NĐ-CP", "Chính phủ"),
            "chinh-phu/nghi-dinh/2017/80-2017-nd-cp",
        ),
        (
            Naming("Thông báo", "3677/TB-SGDĐT", "Sở Giáo dục và Đào tạo tỉnh Quảng Ninh", "2023-12-15"),
            "so-gddt-tinh-quang-ninh/thong-bao/2023/3677-tb-sgddt",
        ),
        (
            Naming("Công văn", "623/BGDĐT-TTr", "Bộ Giáo dục và Đào tạo", year=2021),
            "bo-giao-duc-va-dao-tao/cong-van/2021/623-bgddt-ttr",
        ),
    ],
)
def test_an_instrument_known_in_full(naming: Naming, path: str) -> None:
    assert str(full_path(naming)) == path


@pytest.mark.parametrize(
    "naming",
    [
        Naming("Nghị quyết", "29-NQ/TW", "Ban Chấp hành Trung ương"),
        Naming("Nghị quyết", "29-NQ/TW", None, "2013-11-04"),
        Naming("Luật", None, "Quốc hội", "2019-06-14", title="Luật Giáo dục"),
        Naming("Đề án", title="Xây dựng xã hội học tập"),
        Naming("Kế hoạch", "12/KH-UBND", "Ủy ban nhân dân xã Tân Lập", "2020-01-02"),
        Naming("Kế hoạch", "12/KH-UBND", "Ủy ban nhân dân thành phố Vinh", "2020-01-02"),
    ],
)
def test_what_is_known_in_part_has_no_identity_of_its_own(naming: Naming) -> None:
    assert full_path(naming) is None


@pytest.mark.parametrize(
    ("naming", "path"),
    [
        (Naming("Nghị quyết", "29-NQ/TW"), "doc/h/_/nghi-quyet/_/29-nq-tw"),
        (
            Naming("Chỉ thị", "05-CT/TW", "Bộ Chính trị", term="XII"),
            "doc/h/bo-chinh-tri/chi-thi/_/05-ct-tw--xii",
        ),
        (
            Naming("Luật", None, "Quốc hội", year=2019, title="Luật Giáo dục"),
            "doc/h/quoc-hoi/luat/2019/luat-giao-duc",
        ),
        (Naming("Nghị quyết", issuer="Quốc hội"), "doc/h/quoc-hoi/nghi-quyet/_/nghi-quyet-cua-quoc-hoi"),
    ],
)
def test_it_is_scoped_to_the_document_that_names_it(naming: Naming, path: str) -> None:
    assert str(scoped_path(naming, "h", "Nghị quyết của Quốc hội")) == path


@pytest.mark.parametrize(
    ("type_", "number", "slug"),
    [
        ("Kế hoạch hành động", "281/KH-UBND", "ke-hoach"),
        ("Chương trình hành động", "100-CTr/TU", "chuong-trinh"),
        ("Chương trình", "100-CTr/TU", "chuong-trinh"),
        ("Thông tri", "01-TT/TW", "thong-tri"),
        ("Thông tư", "05/2023/TT-BGDĐT", "thong-tu"),
        ("Công văn", "623/BGDĐT-TTr", "cong-van"),
        ("Bộ luật", "45/2019/QH14", "bo-luat"),
        ("Văn bản", "12/TTr-UBND", "to-trinh"),
        (None, None, "_"),
    ],
)
def test_the_type_of_identity(type_: str | None, number: str | None, slug: str) -> None:
    assert type_slug(type_, number) == slug


@pytest.mark.parametrize(
    ("naming", "year"),
    [
        (Naming(number="05/2023/TT-BGDĐT", date="2022-12-28"), 2023),
        (Naming(number="38/KH-UBND", date="2019-02-15"), 2019),
        (Naming(number="38/KH-UBND", year=2018), 2018),
        (Naming(number="2019/KH-UBND"), None),
    ],
)
def test_the_year_of_identity(naming: Naming, year: int | None) -> None:
    assert year_of(naming) == year


@pytest.mark.parametrize(
    ("name", "slug", "unique"),
    [
        ("Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao", True),
        (LANG_SON, "ubnd-tinh-lang-son", True),
        ("Ủy ban nhân dân thành phố Hà Nội", "ubnd-thanh-pho-ha-noi", True),
        ("Tỉnh ủy Lạng Sơn", "tinh-uy-lang-son", True),
        ("Ủy ban nhân dân xã Tân Lập", "ubnd-xa-tan-lap", False),
        ("Ủy ban nhân dân huyện Lộc Bình, tỉnh Lạng Sơn", "ubnd-huyen-loc-binh-tinh-lang-son", True),
        ("Trường Trung học phổ thông Nguyễn Trãi", "truong-trung-hoc-pho-thong-nguyen-trai", False),
    ],
)
def test_a_body_is_unique_only_where_its_name_is(name: str, slug: str, unique: bool) -> None:
    body = body_identity(name)
    assert (body.slug, body.unique) == (slug, unique)


def test_joint_issuers_are_the_same_in_any_order() -> None:
    assert issuer_identity("Bộ Nội vụ; Bộ Tài chính") == issuer_identity("Bộ Tài chính; Bộ Nội vụ")
    assert issuer_identity("Bộ Nội vụ; Bộ Tài chính").slug == "bo-noi-vu--bo-tai-chinh"

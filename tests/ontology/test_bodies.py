"""Central bodies: names, signs, periods and who followed whom."""

from collections import Counter
from datetime import date

import pytest

from ontology import Body, bodies, bodies_by_name, bodies_by_symbol, body_patterns, key, officers


def _body(name: str) -> Body:
    (found,) = bodies_by_name()[key(name)]
    return found


def test_names_and_slugs_are_unique() -> None:
    for values in ([body.name for body in bodies()], [body.slug for body in bodies()]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_every_row_is_complete() -> None:
    for body in bodies():
        assert all((body.source, body.label_en, body.symbols, body.level == "central")), body.name
        assert "?" not in body.source, body.name


def test_only_one_short_name_is_shared() -> None:
    shared = {
        name: {body.name for body in found} for name, found in bodies_by_name().items() if len(found) > 1
    }
    assert shared == {"bct": {"Bộ Công Thương", "Bộ Chính trị"}}


def test_successors_and_parents_are_bodies_of_the_table() -> None:
    names = {body.name for body in bodies()}
    for body in bodies():
        assert set(body.successors) <= names, body.name
        assert body.parent is None or body.parent in names, body.name


def test_periods_run_forward_and_meet_those_of_the_successors() -> None:
    for body in bodies():
        if body.valid_from and body.valid_to:
            assert body.valid_from < body.valid_to, body.name
        if body.successors:
            assert body.valid_to or body.parent, body.name
        for name in body.successors:
            follower = _body(name)
            assert not follower.valid_to or not body.valid_to or follower.valid_to > body.valid_to, body.name


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
        ("BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("BNN", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("BNNMT", "Bộ Nông nghiệp và Môi trường"),
        ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("BTS", "Bộ Thủy sản"),
        ("BDTTG", "Bộ Dân tộc và Tôn giáo"),
        ("UBDT", "Ủy ban Dân tộc"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("CTN", "Chủ tịch nước"),
        ("VPCP", "Văn phòng Chính phủ"),
        ("HĐTP", "Hội đồng Thẩm phán Tòa án nhân dân tối cao"),
        ("BTCTW", "Ban Tổ chức Trung ương"),
        ("TWĐTN", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("TLĐ", "Tổng Liên đoàn Lao động Việt Nam"),
    ],
)
def test_a_sign_tells_its_body(symbol: str, name: str) -> None:
    assert [body.name for body in bodies_by_symbol()[key(symbol)]] == [name]


def test_the_sign_of_the_party_centre_is_shared() -> None:
    assert {body.name for body in bodies_by_symbol()["tw"]} == {
        "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GD-ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ KH&ĐT", "Bộ Kế hoạch và Đầu tư"),
        ("Bộ LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ Lao động – Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Uỷ ban thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
        ("Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam"),
    ],
)
def test_a_short_name_leads_to_the_full_one(written: str, name: str) -> None:
    assert _body(written).name == name


def test_the_mergers_of_march_2025() -> None:
    """Nghị quyết 176/2025/QH15: eight ministries and agencies ended on 28 February 2025."""
    ended = {body.name: body.successors[0] for body in bodies()
             if body.valid_to == date(2025, 2, 28) and "ministry" in body.kind}  # fmt: skip
    assert ended == {
        "Bộ Kế hoạch và Đầu tư": "Bộ Tài chính",
        "Bộ Nông nghiệp và Phát triển nông thôn": "Bộ Nông nghiệp và Môi trường",
        "Bộ Tài nguyên và Môi trường": "Bộ Nông nghiệp và Môi trường",
        "Bộ Giao thông vận tải": "Bộ Xây dựng",
        "Bộ Thông tin và Truyền thông": "Bộ Khoa học và Công nghệ",
        "Bộ Lao động - Thương binh và Xã hội": "Bộ Nội vụ",
        "Ủy ban Dân tộc": "Bộ Dân tộc và Tôn giáo",
    }


def test_the_government_since_march_2025_has_14_ministries_and_3_agencies() -> None:
    alive = Counter(body.kind for body in bodies() if body.valid_to is None)
    assert (alive["ministry"], alive["ministry-level agency"]) == (14, 3)


def test_an_officer_belongs_to_a_body_or_a_kind_of_bodies() -> None:
    kinds = {body.kind for body in bodies()}
    names = {body.name for body in bodies()}
    for officer in officers():
        assert ("{body}" in officer.title) == (officer.body is None), officer.title
        assert (officer.body in names) if officer.body else (officer.kind in kinds), officer.title
        assert officer.source, officer.title


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam"),
        ("Tổng Thanh tra Chính phủ", "Thanh tra Chính phủ"),
        ("Chánh án Tòa án nhân dân tối cao", "Tòa án nhân dân tối cao"),
        ("Viện trưởng Viện kiểm sát nhân dân tối cao", "Viện kiểm sát nhân dân tối cao"),
        ("Tổng Kiểm toán nhà nước", "Kiểm toán nhà nước"),
    ],
)
def test_an_officers_act_is_the_bodys(title: str, body: str) -> None:
    assert [officer.body for officer in officers() if officer.title == title] == [body]


def test_a_pattern_has_one_place_for_its_unit() -> None:
    for pattern in body_patterns():
        assert pattern.name.count("{unit}") + pattern.name.count("{name}") == 1, pattern.name
        assert all((pattern.symbols, pattern.unit_kinds, pattern.source, pattern.slug)), pattern.name
        assert pattern.level in ("province", "district", "commune"), pattern.name


def test_a_pattern_is_unique_in_its_level() -> None:
    seen = Counter((pattern.name, pattern.level) for pattern in body_patterns())
    assert [pattern for pattern, count in seen.items() if count > 1] == []


def test_successors_of_patterns_are_patterns_of_the_level() -> None:
    names = {(pattern.name, pattern.level) for pattern in body_patterns()}
    for pattern in body_patterns():
        assert {(name, pattern.level) for name in pattern.successors} <= names, pattern.name


@pytest.mark.parametrize(
    ("symbol", "unit", "expected"),
    [
        ("UBND", ("tỉnh", "Lạng Sơn"), "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("SGDĐT", ("tỉnh", "Quảng Ninh"), "Sở Giáo dục và Đào tạo tỉnh Quảng Ninh"),
        ("SNNMT", ("thành phố", "Huế"), "Sở Nông nghiệp và Môi trường thành phố Huế"),
        ("TU", ("tỉnh", "Bình Thuận"), "Tỉnh ủy Bình Thuận"),
        ("TU", ("thành phố", "Đà Nẵng"), "Thành ủy Đà Nẵng"),
        ("ĐĐBQH", ("tỉnh", "Hà Giang"), "Đoàn đại biểu Quốc hội tỉnh Hà Giang"),
    ],
)
def test_a_pattern_gives_the_name_of_a_provinces_body(
    symbol: str, unit: tuple[str, str], expected: str
) -> None:
    found = [
        pattern.full_name(*unit)
        for pattern in body_patterns()
        if pattern.level == "province" and symbol in pattern.symbols and unit[0] in pattern.unit_kinds
    ]
    assert found == [expected]

"""Document types: every kind of document of the state and the Party, with its signs."""

from collections import Counter

import pytest

from ontology import document_types, types_by_abbr, types_by_name


def test_names_and_slugs_are_unique() -> None:
    for values in ([kind.name for kind in document_types()], [kind.slug for kind in document_types()]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_every_row_is_complete() -> None:
    for kind in document_types():
        assert all((kind.source, kind.label_en, kind.slug, kind.systems)), kind.name
        assert set(kind.systems) <= {"normative", "state", "party"}, kind.name
        assert kind.name[0].isupper(), kind.name


@pytest.mark.parametrize(
    ("sign", "names"),
    [
        ("QĐ", {"Quyết định", "Quy định"}),
        ("NĐ", {"Nghị định"}),
        ("TTLT", {"Thông tư liên tịch"}),
        ("TT", {"Thông tư", "Thông tri"}),
        ("NQLT", {"Nghị quyết liên tịch"}),
        ("CT", {"Chỉ thị"}),
        ("KH", {"Kế hoạch"}),
        ("CTr", {"Chương trình", "Chương trình hành động"}),
        ("CTrHĐ", {"Chương trình hành động"}),
        ("KL", {"Kết luận"}),
        ("QĐi", {"Quy định"}),
        ("QyĐ", {"Quy định"}),
        ("TTr", {"Tờ trình"}),
        ("VBHN", {"Văn bản hợp nhất"}),
        ("CĐ", {"Công điện"}),
        ("L", {"Luật", "Lệnh"}),
        ("SL", {"Sắc lệnh"}),
        ("PL", {"Pháp lệnh"}),
        ("ĐA", {"Đề án"}),
        ("PA", {"Phương án"}),
        ("GM", {"Giấy mời"}),
    ],
)
def test_a_sign_tells_its_types(sign: str, names: set[str]) -> None:
    assert {kind.name for kind in types_by_abbr()[sign.casefold()]} == names


def test_the_decree_on_clerical_work_is_covered() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III: 29 kinds, two of them without a sign."""
    kinds = [kind for kind in document_types() if "30/2020" in kind.source]
    assert len(kinds) == 29
    assert {kind.name for kind in kinds if not kind.numbered} == {"Công văn", "Thư công"}


def test_an_alias_leads_to_its_type() -> None:
    assert [kind.name for kind in types_by_name()["kế hoạch hành động"]] == ["Kế hoạch"]

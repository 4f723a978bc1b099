"""Words for types before a number, and the types that symbols imply."""

from __future__ import annotations

import pytest

from extractors.type_words import MODIFIER, type_before, type_of_signs, type_with_modifier


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("theo Nghị định ", "Nghị định"),
        ("theo Thông tư liên tịch ", "Thông tư liên tịch"),
        ("THÔNG TƯ ", "Thông tư"),
        ("theo Quyết đinh ", "Quyết định"),
        ("theo “Quyết định ", "Quyết định"),
        ("theo Quyết\nđịnh ", "Quyết định"),
    ],
)
def test_the_type_word_before_a_number(text: str, type_: str) -> None:
    found = type_before(text, len(text))
    assert found is not None
    assert found[1] == type_


def test_no_type_word_no_type() -> None:
    assert type_before("theo quy định của bộ ", 21) is None


@pytest.mark.parametrize(
    ("signs", "party", "type_"),
    [
        (("NĐ", "CP"), False, "Nghị định"),
        (("QĐ", "TTg"), False, "Quyết định"),
        (("CT", "TW"), True, "Chỉ thị"),
        (("TTLT", "BYT", "BTC"), False, "Thông tư liên tịch"),
        (("QH15",), False, "Luật"),
        (("BGDĐT", "TTr"), False, "Công văn"),
    ],
)
def test_the_type_that_a_symbol_names(signs: tuple[str, ...], party: bool, type_: str) -> None:
    assert type_of_signs(signs, party) == type_


@pytest.mark.parametrize(
    ("text", "signs", "start"),
    [
        ("theo Báo cáo thẩm tra ", ("BC", "HĐND"), 5),
        ("theo Kế hoạch liên ngành ", ("KHLN", "SGDĐT", "STC"), 5),
        ("theo Báo cáo của ", ("BC", "HĐND"), None),
        ("theo Báo cáo thẩm tra ", ("QĐ", "HĐND"), None),
    ],
    ids=["kind of report", "kind of plan", "no kind", "not the symbol's type"],
)
def test_a_type_word_may_be_told_in_more_words(text: str, signs: tuple[str, ...], start: int | None) -> None:
    found = type_with_modifier(text, len(text), signs)
    assert (found and found[0]) == start


def test_patterns_match_their_examples() -> None:
    assert MODIFIER.search("Báo cáo thẩm tra")

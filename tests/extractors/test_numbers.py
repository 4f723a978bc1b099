"""Số ký hiệu as people write them, and their canonical spelling."""

from __future__ import annotations

import pytest

from extractors.numbers import (
    BEFORE_GLUED,
    BEHIND_TERM,
    EXAMPLES,
    FROM_SLASH,
    GLUED,
    MISREAD,
    OLD_NUMBER,
    TORN,
    canonical_signs,
    find_numbers,
    known_symbol,
    sign_key,
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        pytest.param("80/2017/NĐ-CP", "80/2017/NĐ-CP", id="as it should be"),
        pytest.param("51- KL/TW", "51-KL/TW", id="blank behind the hyphen"),
        pytest.param("51 -KL/TW", "51-KL/TW", id="blank before the hyphen"),
        pytest.param("2457/QĐ- BGDĐT", "2457/QĐ-BGDĐT", id="blank inside the symbol"),
        pytest.param("372 /QĐ-BTC", "372/QĐ-BTC", id="blank before the slash"),
        pytest.param("372/ QĐ-BTC", "372/QĐ-BTC", id="blank behind the slash"),
        pytest.param("08/2021/NĐ-\nCP", "08/2021/NĐ-CP", id="over a line break"),
        pytest.param("80/2017\n/NĐ-CP", "80/2017/NĐ-CP", id="line break before the symbol"),
        pytest.param("12/2018/TT-BGD&ĐT", "12/2018/TT-BGDĐT", id="ministry with an ampersand"),
        pytest.param("12/2018/TT-BGD-ĐT", "12/2018/TT-BGDĐT", id="ministry with a hyphen"),
        pytest.param("05-CT/TƯ", "05-CT/TW", id="TƯ is TW"),
        pytest.param("14/TB-SGDDT", "14/TB-SGDĐT", id="Đ typed as D in a body's sign"),
        pytest.param("12/QD-TTg", "12/QĐ-TTg", id="Đ typed as D in a type's sign"),
        pytest.param("30/2020/ND-CP", "30/2020/NĐ-CP", id="Đ typed as D in NĐ"),
        pytest.param("16/2017/TT-B\u0422\u0421", "16/2017/TT-BTC", id="Cyrillic letters"),
        pytest.param("4l2/QĐ-TTg", "412/QĐ-TTg", id="l read for 1"),
        pytest.param("1O5/QĐ-TTg", "105/QĐ-TTg", id="O read for 0"),
        pytest.param("8O/2O17/NĐ-CP", "80/2017/NĐ-CP", id="O read for 0 in the year"),
        pytest.param("12/2008/NQ-HĐND7", "12/2008/NQ-HĐND7", id="the figure of a council's term"),
        pytest.param("05/QĐ-TTg", "05/QĐ-TTg", id="leading zero stays"),
        pytest.param("06/TTLT-BGDĐT-BNV", "06/TTLT-BGDĐT-BNV", id="joint circular without year"),
        pytest.param("17/2015/TTLT-BYT-BTC", "17/2015/TTLT-BYT-BTC", id="joint circular"),
        pytest.param("2021/KH-UBND", "2021/KH-UBND", id="a running number like a year"),
        pytest.param("623/BGDĐT-TTr", "623/BGDĐT-TTr", id="a letter has no type sign"),
        pytest.param("45/2019/QH14", "45/2019/QH14", id="a law"),
        pytest.param("01/2012/UBTVQH13", "01/2012/UBTVQH13", id="an ordinance"),
        pytest.param("12a/QĐ-UBND", "12a/QĐ-UBND", id="a letter behind the running number"),
        pytest.param("100-CTr/TU", "100-CTr/TU", id="lower-case letter in a sign"),
        pytest.param("105-QĐ/HU", "105-QĐ/HU", id="a district committee of the Party"),
        pytest.param("60/2024/QĐ- TTg", "60/2024/QĐ-TTg", id="TTg after a blank"),
        pytest.param("74/Ttr-UBND", "74/TTr-UBND", id="a small letter in a type's sign"),
        pytest.param("12/QĐ-Ttg", "12/QĐ-TTg", id="a small letter in a body's sign"),
        pytest.param("5/Qđ-UBND", "5/QĐ-UBND", id="a small đ"),
        pytest.param("324/SQHKT-QHKV2", "324/SQHKT-QHKV2", id="a figure in a department's sign"),
        pytest.param("1961/QĐUBND", "1961/QĐ-UBND", id="a lost hyphen"),
        pytest.param("61/2018/NĐCP", "61/2018/NĐ-CP", id="a lost hyphen in a decree's number"),
        pytest.param("12/TTCP", "12/TTCP", id="a body's own sign keeps its spelling"),
        pytest.param("1426/QĐ.UB", "1426/QĐ.UB", id="a full stop inside the symbol"),
        pytest.param("1426/1998/QĐ.UB-NN", "1426/1998/QĐ.UB-NN", id="a full stop and a department"),
        ("19 TC/QĐ/CĐKT", "19-TC/QĐ/CĐKT"),
    ],
)
def test_canonical_spelling(written: str, canonical: str) -> None:
    (number,) = find_numbers(f"số {written} ngày")
    assert number.canonical == canonical
    assert f"số {written} ngày"[number.start : number.end] == written


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("80/2017/NĐ-CP", 2017),
        ("2021/KH-UBND", None),
        ("06/TTLT-BGDĐT-BNV", None),
        ("45/2019/QH14", 2019),
        ("12/9999/NĐ-CP", None),
    ],
)
def test_only_a_year_between_slashes_is_the_year(written: str, year: int | None) -> None:
    (number,) = find_numbers(written)
    assert number.year == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("số30/1998/NĐ-CP", ["30/1998/NĐ-CP"]),
        ("các số 24/2021/NĐ-CP, 109/2022/NĐ-CP", ["24/2021/NĐ-CP", "109/2022/NĐ-CP"]),
        ("25/NQ-CP2 và", ["25/NQ-CP"]),
        ("12/2021/NQ-HĐND2 và", ["12/2021/NQ-HĐND"]),
        ("Quyết định số 1 0/2020/QĐ-TTg", ["10/2020/QĐ-TTg"]),
        ("Quyết định số l719/QĐ-TTg", ["1719/QĐ-TTg"]),
        ("Mẫu số 1 12/2020/TT-BTC", ["12/2020/TT-BTC"]),
        ("152/2025/TT-BTCđã ban hành", ["152/2025/TT-BTC"]),
        ("1719/QÑ-TTg", []),
        ("https://x.vn/12/QĐ-TTg", []),
        ("tỷ lệ 12/15, ngày 12/6/2024", []),
        ("12/quý và 3/4", []),
        ("", []),
    ],
    ids=[
        "glued to số",
        "a list",
        "footnote mark",
        "footnote mark behind a council",
        "a blank between its figures",
        "l read for its first figure",
        "the number of a form before it",
        "a word glued to it",
        "cut by a letter of no sign",
        "an address",
        "fractions",
        "lower case",
        "nothing",
    ],
)
def test_what_is_a_number(text: str, expected: list[str]) -> None:
    assert [n.canonical for n in find_numbers(text)] == expected


@pytest.mark.parametrize("party", ["51-KL/TW", "05-CT/TW", "105-QĐ/HU", "29-NQ/TW"])
def test_the_party_writes_the_hyphen_first(party: str) -> None:
    (number,) = find_numbers(party)
    assert number.party


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e[0].isdigit()])
def test_every_documented_example_is_one_number(example: str) -> None:
    (number,) = find_numbers(example)
    assert (number.start, number.end) == (0, len(example))
    assert known_symbol(number.signs)


@pytest.mark.parametrize("example", ["/2017/NĐ-CP", "/QĐ-BGDĐT", "/TW", "/BGDĐT-TTr"])
def test_numbers_are_skimmed_from_the_slash_on(example: str) -> None:
    assert FROM_SLASH.fullmatch(example)


@pytest.mark.parametrize("example", ["43-CP", "14-TC", "327-CT", "12-TTg"])
def test_old_numbers_have_no_slash(example: str) -> None:
    assert OLD_NUMBER.search(example)


def test_small_patterns_match_their_examples() -> None:
    assert MISREAD.search("4l2")
    assert not MISREAD.search("l2")
    assert GLUED.search("số")
    assert TORN.search("Thông tư số 1 ")
    assert BEHIND_TERM.match(" ngày")
    assert BEFORE_GLUED.match("/2025/TT-BTCđã")


@pytest.mark.parametrize(
    ("symbol", "signs"),
    [
        ("NĐ-CP", ("NĐ", "CP")),
        ("QD-TTg", ("QĐ", "TTg")),
        ("BGD-ĐT", ("BGDĐT",)),
        ("TT-BGD&ĐT", ("TT", "BGDĐT")),
        ("TTLT-BYT-BTC", ("TTLT", "BYT", "BTC")),
        ("QH 15", ("QH15",)),
    ],
)
def test_signs_of_a_symbol(symbol: str, signs: tuple[str, ...]) -> None:
    assert canonical_signs(symbol)[0] == signs


@pytest.mark.parametrize(
    ("signs", "known"),
    [
        (("NĐ", "CP"), True),
        (("QH15",), True),
        (("BGDĐT", "TTr"), True),
        (("XYZ", "ABC"), False),
        (("NĐ", "XYZ"), False),
        ((), False),
    ],
)
def test_symbols_of_the_authority_tables_are_known(signs: tuple[str, ...], known: bool) -> None:
    assert known_symbol(signs) is known


@pytest.mark.parametrize(("one", "other"), [("BGD&ĐT", "BGDDT"), ("NĐ", "ND"), ("TƯ", "TW"), ("TTg", "TTG")])
def test_spellings_of_one_sign_share_a_key(one: str, other: str) -> None:
    assert sign_key(one) == sign_key(other)

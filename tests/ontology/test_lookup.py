"""Keys make spellings of one name alike and keep different names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ Công Thương", "Bộ Công thương"),
        ("Bộ Lao động – Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ  Y\ntế", "Bộ Y tế"),
        ("Bộ Y tế", "Bô\u0323 Y tê\u0301"),  # combining accents
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Sở Y tế", "Sơ Y tế"), ("Lào Cai", "Lao Cai"), ("TT", "TTr")])
def test_other_tones_are_other_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)

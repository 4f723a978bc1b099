"""Slugs are ASCII words of Vietnamese names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Quyết định", "quyet-dinh"),
        ("Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao"),
        ("2457/QĐ-BGDĐT", "2457-qd-bgddt"),
        ("Đà Nẵng", "da-nang"),
        ("Ðà Nẵng", "da-nang"),  # Ð of Icelandic, as old fonts give it
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("  Lao động – Thương binh ", "lao-dong-thuong-binh"),
        ("…", ""),
    ],
)
def test_a_slug_is_plain_words_joined_by_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_a_slug_holds_nothing_but_ascii_words(text: str) -> None:
    made = slug(text)
    assert all(char.isascii() and (char.isdigit() or char.islower() or char == "-") for char in made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made
    assert slug(made) == made

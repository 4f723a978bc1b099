"""The longest name of a table at a position of the text."""

from __future__ import annotations

import pytest

from extractors.name_trie import Entry, Node, add_name, province_at, walk, word_key


@pytest.mark.parametrize(
    ("one", "other"), [("hoá", "hóa"), ("Uỷ", "ủy"), ("thuỷ", "Thủy"), ("TOÀ", "tòa"), ("&", "và")]
)
def test_old_and_new_places_of_the_tone_mark_are_one_spelling(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.fixture(scope="module")
def trie() -> Node:
    trie = Node()
    for name in (
        "Bộ Tài chính",
        "Bộ Tài nguyên",
        "Bộ",
        "Luật Phòng, chống ma túy",
        "Bộ Khoa học - Công nghệ",
    ):
        add_name(trie, name, Entry(name=name))
    return trie


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("Bộ Tài chính ban hành", "Bộ Tài chính", 12),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính", 12),
        ("Bộ Tài\nchính", "Bộ Tài chính", 12),
        ("Bộ Tài chính2 và", "Bộ Tài chính", 12),
        ("Bộ Tài sản", "Bộ", 2),
        ("Luật Phòng chống ma tuý", "Luật Phòng, chống ma túy", 23),
        ("Bộ Khoa học – Công nghệ", "Bộ Khoa học - Công nghệ", 23),
    ],
    ids=["as written", "capitals", "over a line", "a footnote's mark", "the longest", "no comma", "a dash"],
)
def test_the_longest_name_is_found(trie: Node, text: str, name: str, end: int) -> None:
    assert walk(trie, text, 0) == (end, [Entry(name=name)])


@pytest.mark.parametrize("text", ["", "Cục Thuế", "Luật Phòng"])
def test_a_part_of_a_name_is_no_name(trie: Node, text: str) -> None:
    assert walk(trie, text, 0) is None


def test_a_name_may_stand_for_several_things() -> None:
    trie = Node()
    add_name(trie, "Thanh tra", Entry(name="Thanh tra Chính phủ"))
    add_name(trie, "thanh tra", Entry(name="Thanh tra Nhà nước"))
    found = walk(trie, "Thanh tra", 0)
    assert found is not None
    assert [entry.name for entry in found[1]] == ["Thanh tra Chính phủ", "Thanh tra Nhà nước"]


def test_provinces_stand_under_names_and_aliases() -> None:
    found = province_at("tỉnh Lạng Sơn", 4)
    assert found is not None
    assert (found[0].name, found[1]) == ("Lạng Sơn", 13)
    assert province_at("tỉnh nhà", 4) is None

"""The line that opens a list: which one it is, and what it says of the items."""

from __future__ import annotations

import re

import pytest

from extractors.models import Relation
from extractors.relations.list_openings import (
    ANNOUNCED,
    ARTICLE,
    BASIS_HEADING,
    ENDED,
    ITEM,
    Seen,
    headed_base,
    list_base,
    note_base,
)

HEAD = "Điều 3. Bãi bỏ các văn bản sau:\n"


@pytest.mark.parametrize(
    ("above", "relation"),
    [
        (HEAD, "repeals"),
        (HEAD + "1. Một thông tư.\n", "repeals"),
        (HEAD + "a) Một thông tư;\nb) Hai thông tư.\n", "repeals"),
        ("Các văn bản sau đây hết hiệu lực:\n", "repeals"),
        ("DANH MỤC VĂN BẢN NGƯNG HIỆU LỰC\n", "suspends"),
        ("I. CĂN CỨ PHÁP LÝ\n", "based_on"),
        ("I. CĂN CỨ PHÁP LÝ\n1. Một luật.\n", "based_on"),
        ("1. Căn cứ xây dựng kế hoạch:\n", "based_on"),
        ("I. CĂN CỨ PHÁP LÝ\n1. Một luật.\nII. MỤC TIÊU\n", None),
        ("Cơ sở lập phương án gồm đất, nước và rừng.\n", None),
        ("Thư viện mở cửa như sau:\n", None),
        ("Điều 3. Bãi bỏ các văn bản sau:\nĐiều 4. Thư viện\n", None),
    ],
)
def test_what_governs_an_item(above: str, relation: Relation | None) -> None:
    text = "\n" + above + "2. Thông tư số 13"
    assert list_base(text, len(text) - len("2. Thông tư số 13"), {}).relation == relation


def test_a_heading_of_the_basis_governs_its_own_items_only() -> None:
    seen: Seen = {}
    text = "\nI. CĂN CỨ PHÁP LÝ\n1. Một.\n2. Hai.\nII. MỤC TIÊU\n1. Ba.\n2. Bốn."
    read = [list_base(text, text.index(item), seen).relation for item in ("2. Hai", "1. Ba", "2. Bốn")]
    assert read == ["based_on", None, None]


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Văn bản này được hợp nhất từ 02 Nghị định sau:", "consolidates"),
        ("Văn bản này được hợp nhất từ 02 Nghị định.", None),
        ("Căn cứ ban hành của Nghị định như sau:", None),
    ],
)
def test_what_the_first_line_of_a_note_says(line: str, relation: Relation | None) -> None:
    text = f"Điều 1. Thư viện1\n\n1 {line}\nNghị định số 13\nNghị định số 14"
    note = text.index(line)
    for item in ("Nghị định số 13", "Nghị định số 14"):
        base = note_base(text, note, text.index(item))
        assert (base.relation if base else None) == relation


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("Hà Nội\nI. CĂN CỨ PHÁP LÝ", "based_on"),
        ("I. MỤC TIÊU", None),
        ("I. CĂN CỨ PHÁP LÝ\nMột luật.", None),
    ],
)
def test_what_the_line_above_says_of_an_act_without_a_marker(before: str, relation: Relation | None) -> None:
    base = headed_base(f"{before}\n\nLuật Thư viện;", len(before) + 2)
    assert base.relation == relation
    assert base.opening == ((before.index("I."), len(before) + 2) if relation else None)


def test_a_list_is_climbed_once() -> None:
    seen: Seen = {}
    text = "\n" + HEAD + "1. Một.\n2. Hai.\n3. Ba."
    first = list_base(text, text.index("2."), seen)
    assert (text.index("1."), "number") in seen
    assert list_base(text, text.index("3. Ba"), seen).relation == first.relation == "repeals"


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (ITEM, "- "),
        (ITEM, "1. "),
        (ITEM, "1.2. "),
        (ITEM, "a) "),
        (ITEM, "đ) "),
        (ITEM, "(1) "),
        (ARTICLE, "**Điều 12"),
        (ENDED, "DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BÃI BỎ"),
        (ANNOUNCED, "văn bản sau"),
        (BASIS_HEADING, "1. căn cứ xây dựng kế hoạch:"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

"""The line that opens a list: which one it is, and what it says of the items."""

from __future__ import annotations

import re

import pytest

from extractors.models import Relation
from extractors.relations.list_openings import ANNOUNCED, ARTICLE, ENDED, ITEM, Seen, list_base

HEAD = "Điều 3. Bãi bỏ các văn bản sau:\n"


@pytest.mark.parametrize(
    ("above", "relation"),
    [
        (HEAD, "repeals"),
        (HEAD + "1. Một thông tư.\n", "repeals"),
        (HEAD + "a) Một thông tư;\nb) Hai thông tư.\n", "repeals"),
        ("Các văn bản sau đây hết hiệu lực:\n", "repeals"),
        ("DANH MỤC VĂN BẢN NGƯNG HIỆU LỰC\n", "suspends"),
        ("Thư viện mở cửa như sau:\n", None),
        ("Điều 3. Bãi bỏ các văn bản sau:\nĐiều 4. Thư viện\n", None),
    ],
)
def test_what_governs_an_item(above: str, relation: Relation | None) -> None:
    text = "\n" + above + "2. Thông tư số 13"
    assert list_base(text, len(text) - len("2. Thông tư số 13"), {}).relation == relation


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
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)

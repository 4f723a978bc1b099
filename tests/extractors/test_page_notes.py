"""Footnotes at page bottoms are read as endnotes."""

from __future__ import annotations

import pytest

from extractors.furniture import find_furniture
from extractors.page_notes import NUMBERED_NOTE, find_mark, find_page_notes
from extractors.pipeline import extract

PAGES = (
    "1\nCÔNG BÁO/Số 3/Ngày 2-3-2024\n\nBộ trưởng ban hành Thông tư về tiền lương1 như sau, áp dụng cho\n \n"
    "1 Thông tư số 12/2024/TT-BNV có căn cứ ban hành như sau: “Căn cứ Luật Tổ chức Chính phủ và\n\n"
    "2\nCÔNG BÁO/Số 3/Ngày 2-3-2024\n\ncông ty nhà nước2.\n \nLuật Lao động.”.\n"
    "2 Điều này được bãi bỏ theo Luật số 5/2020/QH14.\n\n"
    "3\nCÔNG BÁO/Số 3/Ngày 2-3-2024\n\nĐiều 1. Thông tư này có hiệu lực.\n"
)


def notes_of(text: str) -> list[str]:
    return [" ".join(text[s.start : s.end].split()) for s in find_page_notes(text, find_furniture(text))]


def test_notes_and_their_continuation_on_the_next_page() -> None:
    first, second = notes_of(PAGES)
    assert first.startswith("1 Thông tư số 12/2024/TT-BNV")
    assert second.startswith("Luật Lao động.”.")
    assert second.endswith("5/2020/QH14.")


def test_the_main_text_runs_on_and_the_notes_have_places() -> None:
    citations = {c.number or c.title: c for c in extract(PAGES).citations}
    assert citations["12/2024/TT-BNV"].place == "chú thích 1"
    assert citations["5/2020/QH14"].place == "chú thích 2"
    assert citations["Luật Lao động"].place == "chú thích 1"
    for citation in citations.values():
        assert PAGES[citation.start : citation.end] == citation.text


NONE = [
    pytest.param(PAGES.replace("tiền lương1", "tiền lương"), id="no mark in the text"),
    pytest.param("Điều 1 một\n \n1 Một dòng khác\n", id="no pages"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_notes(text: str) -> None:
    assert notes_of(text) == []


def test_numbered_note_example() -> None:
    assert NUMBERED_NOTE.match("7 Khoản này được sửa đổi")
    assert not NUMBERED_NOTE.match("7 ngày")


MARKS = [
    ("nhà nước1. Hết", 1, 8),
    ("“Luật”2 quy định", 2, 6),
    ("nhà nước[3], sau", 3, 9),
    ("đã bãi bỏ.4 Tiếp", 4, 10),
    ("III. GIẢI PHÁP1\nTăng", 1, 14),
    ("PHỤ LỤC1 TTHC2", 2, None),
    ("ngày 1 tháng 1", 1, None),
    ("khoản 1.1 Điều", 1, None),
    ("Điều 12 và 112", 12, None),
]


@pytest.mark.parametrize(("text", "number", "at"), MARKS)
def test_marks(text: str, number: int, at: int | None) -> None:
    assert find_mark(text, number, 0, len(text)) == at

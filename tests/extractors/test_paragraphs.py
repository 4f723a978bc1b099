"""Paragraphs of wrapped and of unwrapped text."""

from __future__ import annotations

import pytest

from extractors.paragraphs import (
    DANGLING,
    DANGLING_EXAMPLES,
    OPENER,
    OPENER_EXAMPLES,
    WEAK_OPENER,
    WEAK_OPENER_EXAMPLES,
    ends_paragraph,
    paragraph_end,
    paragraph_start,
)


@pytest.mark.parametrize("line", OPENER_EXAMPLES)
def test_openers(line: str) -> None:
    assert OPENER.match(line)


@pytest.mark.parametrize("line", WEAK_OPENER_EXAMPLES)
def test_weak_openers(line: str) -> None:
    assert WEAK_OPENER.match(line)
    assert not OPENER.match(line)


@pytest.mark.parametrize("line", DANGLING_EXAMPLES)
def test_dangling_ends(line: str) -> None:
    assert DANGLING.search(line)


FULL = "x" * 60
ENDS = [
    ("hết câu.", "Câu mới", True),
    (f"{FULL} dòng đầy", "chữ thường đi tiếp", False),
    (f"{FULL} thực hiện theo quy định tại", "Điều 9 và Điều 14 Thông tư này", False),
    (f"{FULL} quy định tại khoản 2", "Điều 9 Nghị định số 5", False),
    (f"{FULL} được quy định tại", "Mục 2, Điều 9 Thông tư", False),
    (f"{FULL} của thành phố, TP.", "Hồ Chí Minh", False),
    (f"{FULL} các cơ quan,", "- Sở Tài chính", True),
    (f"{FULL} các cơ quan", "Điều 9. Hiệu lực", True),
    ("QUY ĐỊNH CHUNG", "Điều 1 Phạm vi", True),
    ("Dòng ngắn", "Dòng sau", True),
    ("Xét đề nghị của Giám đốc", "Công an tỉnh tại Tờ trình", False),
    ("Quyết định này thay thế", "Quyết định số 5/QĐ-UBND", False),
    ("3. Tổ chức thực hiện", "Quyết định này có hiệu lực", True),
    ("ban hành kèm theo Quyết định này", "Quy định về thư viện", False),
    ("quán triệt Chỉ thị số 5, Nghị quyết", "Trung ương 4 khóa XII", False),
    ("TỔ CHỨC CỦA UBND", "TỈNH BÌNH THUẬN", True),
    (f"{FULL} của", "\nBộ trưởng", False),
    (f"{FULL} nội dung", "\nPHẦN CHUNG", True),
    ("ô thứ nhất", "|", True),
    ("|", "ô thứ hai", True),
]


@pytest.mark.parametrize(("line", "following", "ends"), ENDS)
def test_ends_paragraph(line: str, following: str, ends: bool) -> None:
    assert ends_paragraph(f"{line}\n{following}", len(line)) is ends


def test_bounds_around_a_position() -> None:
    text = "Mở đầu.\nCâu bị ngắt dòng ở giữa của một văn bản in trên trang giấy\nnên đi tiếp.\nCâu sau."
    middle = text.index("đi tiếp")
    assert (
        text[paragraph_start(text, middle) : paragraph_end(text, middle)] == text[8 : text.index("\nCâu sau")]
    )


def test_a_paragraph_without_end_is_cut_between_words() -> None:
    text = "chữ " * 5000
    start, end = paragraph_start(text, 10_000), paragraph_end(text, 10_000)
    assert text[start:end].startswith("chữ ")
    assert text[start:end].endswith("chữ")

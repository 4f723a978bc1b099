"""Headings, places, footnotes, quotes and recipients."""

from __future__ import annotations

import pytest

from extractors.models import Section
from extractors.structure import (
    FOOTNOTE,
    FOOTNOTE_EXAMPLES,
    HEADING,
    HEADING_EXAMPLES,
    read_heading,
    read_structure,
)
from extractors.text import SourceText


@pytest.mark.parametrize(("text", "heading"), HEADING_EXAMPLES.items())
def test_headings(text: str, heading: tuple[str, str]) -> None:
    match = HEADING.match(text)
    assert match
    assert tuple(read_heading(match[2])) == heading


NO_HEADINGS = [
    "\nđiều 5",
    "\nĐiều 5 và Điều 6",
    "\nMục tiêu",
    "\nPhần lớn",
    "\nCác sở",
    "\n123. Số",
    "\nab) mục",
    "\n2024 là",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_is_no_heading(text: str) -> None:
    assert not HEADING.match(text)


@pytest.mark.parametrize(("text", "number"), FOOTNOTE_EXAMPLES.items())
def test_footnotes_begin(text: str, number: str) -> None:
    match = FOOTNOTE.match(text)
    assert match
    assert (match["mark"] or match["bracketed"]) == number


ACT = (
    "NGHỊ ĐỊNH\nChương II\nMục 1\nĐiều 5. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nđ) Bản sao.\n2. Nơi nộp\n"
    "Điều 6. Hiệu lực\nNghị định này\nPhụ lục I\nMẫu đơn\n"
)
PLACES = [
    ("Đơn;", "Điều 5 khoản 1 điểm a"),
    ("Bản sao", "Điều 5 khoản 1 điểm đ"),
    ("Nơi nộp", "Điều 5 khoản 2"),
    ("Nghị định này", "Điều 6"),
    ("Mẫu đơn", "Phụ lục I"),
    ("NGHỊ ĐỊNH", None),
]


@pytest.mark.parametrize(("words", "place"), PLACES)
def test_places_in_an_act(words: str, place: str | None) -> None:
    assert read_structure(ACT).place(ACT.index(words)) == place


def test_places_in_a_plan() -> None:
    plan = "KẾ HOẠCH\nII. NHIỆM VỤ\n2. Đào tạo\nđ) Bồi dưỡng giáo viên"
    assert read_structure(plan).place(plan.index("Bồi dưỡng")) == "II.2.đ"


def test_outline_in_raw_offsets() -> None:
    raw = "\u200bNGHỊ ĐỊNH\nĐiều 1. Phạm vi\nĐiều 2. Hiệu lực\nHết"
    source = SourceText(raw, raw).edited([(0, 1, "")])
    outline = read_structure(source.flow).outline(source)
    assert outline == (
        Section("Điều 1", "Điều 1. Phạm vi", raw.index("Điều 1"), raw.index("Điều 2")),
        Section("Điều 2", "Điều 2. Hiệu lực", raw.index("Điều 2"), len(raw)),
    )


NOTED = (
    "Thực hiện các luật về giáo dục1 và các nghị định2.\n"
    + "Nội dung.\n" * 8
    + "Nơi nhận:\n- Các sở;\n- Lưu: VT.\n"
    "1 Luật Giáo dục.\n2 Nghị định số 5.\n"
)


def test_endnotes_and_their_marks() -> None:
    notes = read_structure(NOTED).footnotes
    assert [(n.number, NOTED[n.start : n.end].strip()) for n in notes] == [
        (1, "Luật Giáo dục."),
        (2, "Nghị định số 5."),
    ]
    assert [NOTED[n.mark - 4 : n.mark] if n.mark else None for n in notes] == [" dục", "định"]
    assert read_structure(NOTED).place(NOTED.index("Nghị định số 5")) == "chú thích 2"


def test_numbered_lines_without_marks_are_no_notes() -> None:
    assert read_structure(NOTED.replace("dục1", "dục").replace("định2", "định")).footnotes == ()


QUOTES = [
    pytest.param(
        "Điều 1. Sửa đổi như sau:\n“Điều 5. Mới\n1. Nội dung.”.", "“Điều 5. Mới\n1. Nội dung.”", id="new text"
    ),
    pytest.param("Đề án “Xã hội học tập” của tỉnh", None, id="a name in a line"),
    pytest.param("như sau: “a\nb “c” d\ne”", "“a\nb “c” d\ne”", id="a quote in a quote"),
]


@pytest.mark.parametrize(("text", "quote"), QUOTES)
def test_quoted_new_text(text: str, quote: str | None) -> None:
    found = [text[s.start : s.end] for s in read_structure(text).quotes]
    assert found == ([quote] if quote else [])


def test_an_article_in_a_quote_is_none_of_the_act() -> None:
    text = "\nĐiều 1. Sửa đổi như sau:\n“Điều 5. Mới\n1. Nội dung.”.\nĐiều 2. Hiệu lực"
    assert [text[at : at + 6] for at in read_structure(text).articles] == ["Điều 1", "Điều 2"]
    assert read_structure(text).article_at(text.index("Nội dung")) == (1, text.index("Điều 2"))


@pytest.mark.parametrize("heading", ["Nơi nhận", "Nơi  nhận", "NƠI NHẬN"])
def test_recipients(heading: str) -> None:
    text = "Điều 1.\n" * 3 + f"{heading}:\n- Như Điều 3;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn An\n"
    span = read_structure(text).recipients
    assert span
    assert text[span.start : span.end].strip() == f"{heading}:\n- Như Điều 3;\n- Lưu: VT."

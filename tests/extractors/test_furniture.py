"""What belongs to the page and not to the document."""

from __future__ import annotations

import pytest

from extractors.furniture import (
    KINDS,
    LONE_NUMBER,
    PAGE_TAIL,
    PAGE_TAIL_EXAMPLES,
    RELATED_LINK,
    RELATED_LINK_EXAMPLES,
    Furniture,
    find_furniture,
)
from extractors.pipeline import extract


def without_furniture(text: str) -> str:
    for span in reversed(find_furniture(text)):
        text = text[: span.start] + "¦" + text[span.end :]
    return text


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_each_kind_finds_its_example(kind: Furniture) -> None:
    assert without_furniture(f"câu thứ\n{kind.example}\n nhất.") == "câu thứ¦nhất."


@pytest.mark.parametrize("example", PAGE_TAIL_EXAMPLES)
def test_tail_of_a_web_page(example: str) -> None:
    assert PAGE_TAIL.match(example)


@pytest.mark.parametrize("example", RELATED_LINK_EXAMPLES)
def test_related_link(example: str) -> None:
    assert RELATED_LINK.fullmatch(example)


CUT = [
    pytest.param("của Bộ trưởng\n\n12\n\nbộ phận", "của Bộ trưởng¦bộ phận", id="page number in a sentence"),
    pytest.param("của Bộ trưởng \n- 12 -\nbộ phận", "của Bộ trưởng¦bộ phận", id="page number between dashes"),
    pytest.param(
        "Luật\n88 \nCÔNG BÁO/Số 3/Ngày 2-3-2024\n\nGiáo dục", "Luật¦Giáo dục", id="number above a header"
    ),
    pytest.param(
        "Luật\nCÔNG BÁO/Số 3/Ngày 2-3-2024\n89\n\nGiáo dục", "Luật¦Giáo dục", id="number below a header"
    ),
    pytest.param("hết câu.\n12\n(a) mục", "hết câu.\n12\n(a) mục", id="a number behind a sentence stays"),
    pytest.param(
        "của Bộ trưởng CÔNG BÁO/Số 743 + 744/Ngày 24-6-2024 Bộ Tài chính",
        "của Bộ trưởng¦Bộ Tài chính",
        id="a header in text that lost its line breaks",
    ),
    pytest.param(
        "CÔNG BÁO/Số 3/Ngày 2-3-2024 " + "Căn cứ Luật Giáo dục; " * 30,
        "¦" + ("Căn cứ Luật Giáo dục; " * 30),
        id="a header that opens such a text",
    ),
    pytest.param("gồm \n2\na) mục", "gồm \n2\na) mục", id="a number above an item stays"),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_page_numbers_and_headers(text: str, expected: str) -> None:
    assert without_furniture(text) == expected


def test_lone_number_example() -> None:
    assert LONE_NUMBER.search("của Bộ trưởng\nTrang 3/12\nbộ phận")


def test_the_page_around_a_saved_document() -> None:
    menu = "Trang chủ\nĐăng nhập\n" + "Thông tư 01/2015/TT-BTC về phí\n" * 12
    act = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nThực hiện Luật Giáo dục./.\nNơi nhận:\n- Lưu: VT.\n"
    tail = "Văn bản liên quan\nThông tư 02/2015/TT-BTC\n"
    assert without_furniture(menu + act + tail) == "¦" + act.rstrip() + "¦"


LETTERHEAD = (
    "\n\nỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\nSố: 119/QĐ-UBND\n\nBắc Giang, ngày 23 tháng 11 năm 2009\n\nQUYẾT ĐỊNH\n"
    "Về việc bổ sung thủ tục\n\nCăn cứ Luật Giáo dục;\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "Quyết định 119/QĐ-UBND năm 2009 bổ sung thủ tục do Ủy ban nhân dân tỉnh Bắc Giang ban hành\n\n"
        "Quyết định 119/QĐ-UBND đã được thay thế bởi Quyết định 366/QĐ-UBND.",
        "Trang chủ\nTìm kiếm\nQuyết định 366/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Giang về thủ tục",
        "- 1Luật Xây dựng 2014\n- 2Nghị định 27/2022/NĐ-CP về cơ chế quản lý các chương trình mục tiêu",
        "# Về việc bổ sung thủ tục theo Quyết định 366/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Giang năm 2009",
    ],
    ids=["the page's title", "a menu", "links", "a heading"],
)
def test_what_a_page_puts_above_the_letterhead_is_no_citation(above: str) -> None:
    assert [c.text for c in extract(above + LETTERHEAD).citations] == ["Luật Giáo dục"]


def test_what_a_document_says_above_a_letterhead_stays() -> None:
    annex = "Nội dung kèm theo\nCăn cứ Quyết định 119/QĐ-UBND của Ủy ban nhân dân tỉnh, các sở làm theo;\n"
    assert find_furniture(annex + LETTERHEAD) == ()


def test_a_sentence_is_read_through_a_stamp_and_its_evidence_shows_none() -> None:
    stamp = "\nNgười ký: CỔNG THÔNG TIN\nCơ quan: VĂN PHÒNG\nThời gian ký: 19.03.2025 15:32:33 +07:00\n"
    raw = f"Thực hiện Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm{stamp}2017 của Chính phủ về môi trường."
    (citation,) = extract(raw).citations
    assert (citation.date, citation.issuer) == ("2017-07-17", "Chính phủ")
    assert "Người ký" not in citation.evidence.text
    assert citation.text == raw[citation.start : citation.end]

"""From text to citations as a whole: what stays the same however a document was saved."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.gold import to_gold
from extractors.models import Citation, Extraction
from extractors.pipeline import extract
from tests.extractors.invariants import check
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN, edges_of

SHARED = Path(__file__).resolve().parents[3] / "shared"
PLAN = (
    PLAN_OF_BINH_THUAN
    + """Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
Căn cứ Nghị định số 93/2020/NĐ-CP ngày 18 tháng 8 năm 2020 của Chính phủ quy định chi tiết Luật Thư viện.

I. MỤC TIÊU
1. Thực hiện Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 29-NQ/TW.
2. Hoàn thành mục tiêu của Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”[1].

II. NHIỆM VỤ
1. Thư viện mở cửa theo khoản 2 Điều 5 Nghị định số 93/2020/NĐ-CP.
2. Các sở thực hiện Nghị quyết Hội nghị Trung ương 8 khóa XI (Nghị quyết số 29-NQ/TW ngày 04/11/2013).

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

[1] Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ.
"""
)


def records(extraction: Extraction) -> list[dict[str, Any]]:
    """The records without what belongs to one way of writing: offsets and quotes."""
    found = to_gold(extraction, "")["citations"]
    return [
        {k: v for k, v in record.items() if k not in ("start", "end", "text", "evidence")} for record in found
    ]


def test_a_plan_says_what_it_cites() -> None:
    assert edges_of(extract(PLAN)) == [
        "self based_on Luật Thư viện",
        "self based_on 93/2020/NĐ-CP",
        "93/2020/NĐ-CP details Luật Thư viện",
        "self implements 51-KL/TW",
        "51-KL/TW implements 29-NQ/TW",
        "self implements Xây dựng xã hội học tập giai đoạn 2021-2030",
        "self cites 93/2020/NĐ-CP",
        "self implements 29-NQ/TW",
        "self implements 29-NQ/TW",
        "self implements 1373/QĐ-TTg",
    ]


def test_every_citation_knows_its_place() -> None:
    places = [citation.place for citation in extract(PLAN).citations]
    assert places == [None, None, None, "I.1", "I.1", "I.2", "II.1", "II.2", "II.2", "chú thích 1"]


def test_the_document_itself_is_read() -> None:
    head = extract(PLAN).head
    assert (head.type, head.number, head.date) == ("Kế hoạch", "9641/KH-UBND", "2024-06-12")
    assert head.issuer == "Ủy ban nhân dân tỉnh Bình Thuận"


def test_a_document_never_cites_itself() -> None:
    text = PLAN + "\nKế hoạch số 9641/KH-UBND ngày 12/6/2024 của UBND tỉnh Bình Thuận"
    assert [c.number for c in extract(text).citations] == [c.number for c in extract(PLAN).citations]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="CR"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="NFD"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda text: text.replace("-", "\u2011"), id="no-break hyphens"),
        pytest.param(lambda text: text.replace("Đ", "\u00d0"), id="Eth for Đ"),
        pytest.param(lambda text: text.replace(", ", ",  ").replace(" số ", "  số  "), id="doubled spaces"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("\n\n", "\n" * 40), id="long gaps"),
        pytest.param(lambda text: text.replace("Nghị định", "Nghị\u200b định"), id="invisible letters"),
    ],
)
def test_however_a_text_is_saved_the_citations_are_the_same(written: Any) -> None:
    extraction = extract(written(PLAN))
    check(extraction)
    assert records(extraction) == records(extract(PLAN))


def test_decomposed_text_is_quoted_as_it_stands() -> None:
    decomposed = unicodedata.normalize("NFD", PLAN)
    for one, other in zip(extract(decomposed).citations, extract(PLAN).citations, strict=True):
        assert unicodedata.normalize("NFC", one.text) == other.text
        assert not unicodedata.combining(decomposed[one.end])


def test_line_ends_move_only_the_offsets() -> None:
    def in_lf(citation: Citation, text: str) -> tuple[int, int]:
        before = text[: citation.start].count("\r")
        return citation.start - before, citation.end - text[: citation.end].count("\r")

    saved = PLAN.replace("\n", "\r\n")
    spans = [in_lf(citation, saved) for citation in extract(saved).citations]
    assert spans == [(c.start, c.end) for c in extract(PLAN).citations]


FURNITURE = [
    "\n\nCÔNG BÁO/Số 845 + 846/Ngày 02-8-2024\n\n",
    "\n\nKý bởi: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nThời gian ký: 02.08.2024 10:15:22 +07:00\n\n",
    "\n\n12\n\n",
]


@pytest.mark.parametrize(
    ("furniture", "behind"),
    list(zip(FURNITURE, ("năm 2020 của", "năm 2020", "năm 2020"), strict=True)),
    ids=["gazette header", "signature stamp", "page number"],
)
def test_page_furniture_inside_a_citation_is_no_hindrance(furniture: str, behind: str) -> None:
    before, _, after = PLAN.partition(f"{behind} ")
    extraction = extract(f"{before}{behind}{furniture}{after}")
    check(extraction)
    assert edges_of(extraction) == edges_of(extract(PLAN))


LINES = PLAN.count("\n\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, LINES - 1), st.sampled_from(FURNITURE)), max_size=4))
def test_page_furniture_between_paragraphs_never_moves_a_quote(places: list[tuple[int, str]]) -> None:
    parts = PLAN.split("\n\n")
    for index, furniture in places:
        parts[index] = furniture.strip("\n") + "\n\n" + parts[index]
    check(extract("\n\n".join(parts)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PLAN)), st.integers(0, len(PLAN)))
def test_any_piece_of_a_document_is_quoted_exactly(one: int, other: int) -> None:
    check(extract(PLAN[min(one, other) : max(one, other)]))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_lines_that_go_on_in_lower_case_change_no_record(data: st.DataObject) -> None:
    """Text of gazettes and PDF files is wrapped in the middle of sentences."""
    body = (
        "Thực hiện Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư về thư viện "
        "và khoản 2 Điều 5 Luật Giáo dục năm 2019."
    )
    blanks = [at for at, letter in enumerate(body) if letter == " " and not body[at + 1].isupper()]
    at = data.draw(st.sampled_from(blanks))
    wrapped = extract(f"{CIRCULAR}{body[:at]}\n{body[at + 1 :]}")
    plain = extract(CIRCULAR + body)
    assert [(c.start, c.end) for c in wrapped.citations] == [(c.start, c.end) for c in plain.citations]
    assert records(wrapped) == records(plain)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")
def test_real_documents_are_quoted_exactly() -> None:
    """Every tenth text of the shared corpus, with its page headers, stamps and broken lines."""
    paths = sorted(path for path in SHARED.rglob("*") if path.suffix in (".txt", ".md"))[::10]
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            check(extract(file.read()))
    assert len(paths) > 30


def test_reading_is_the_same_every_time() -> None:
    assert extract(PLAN) == extract(PLAN)
    assert json.dumps(records(extract(PLAN))) == json.dumps(records(extract(PLAN)))


def test_citations_are_immutable_values_in_the_order_of_the_text() -> None:
    citations = extract(PLAN).citations
    assert [c.start for c in citations] == sorted(c.start for c in citations)
    assert replace(citations[0]) == citations[0]
    assert len(set(citations)) == len(citations)

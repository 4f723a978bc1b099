"""Markdown marks are invisible, table bars are walls."""

from __future__ import annotations

import pytest

from extractors.markdown import EXAMPLES, unmark
from extractors.pipeline import extract
from extractors.text import SourceText


def unmarked(text: str) -> str:
    return SourceText(text, text).edited(unmark(text)).flow


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items())
def test_examples(text: str, expected: str) -> None:
    assert unmarked(text) == expected


UNTOUCHED = [
    "Số: ____/QĐ-UBND",
    "(*) Ghi chú: 2*3*4",
    "* mục thứ nhất",
    "chú thích [1] ở đây",
    "điểm #1",
    "a (b) c",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_mark_stays(text: str) -> None:
    assert unmarked(text) == text


def test_a_footnote_mark_with_a_link_keeps_its_brackets() -> None:
    assert unmarked("Luật Giáo dục[3](#_ftn3) năm") == "Luật Giáo dục[3] năm"


def test_a_citation_is_read_through_its_marks() -> None:
    raw = "Thực hiện **Nghị quyết số 57\\-NQ/TW** ngày 22/12/2024 của **Bộ Chính trị**; sau đó."
    (citation,) = extract(raw).citations
    assert (citation.number, citation.date, citation.issuer) == ("57-NQ/TW", "2024-12-22", "Bộ Chính trị")
    assert citation.text == raw[citation.start : citation.end]
    assert citation.text.startswith("Nghị quyết số 57\\-NQ/TW**")


def test_the_target_of_a_link_is_no_citation() -> None:
    raw = "Theo [Nghị định số 80/2017/NĐ-CP](https://vanban.vn/a/29-2020-nd-cp/30/2020/ND-CP) thì."
    assert [c.number for c in extract(raw).citations] == ["80/2017/NĐ-CP"]


def test_evidence_in_a_table_is_the_cell() -> None:
    raw = "| 1 | Thực hiện Nghị định số 80/2017/NĐ-CP | A |\n| 2 | Theo Thông tư số 5/2020/TT-BYT | B |"
    assert [c.evidence.text for c in extract(raw).citations] == [
        "Thực hiện Nghị định số 80/2017/NĐ-CP",
        "Theo Thông tư số 5/2020/TT-BYT",
    ]

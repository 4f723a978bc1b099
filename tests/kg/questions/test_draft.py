"""A draft is checked before it is signed, against the three samples and the tables of the project."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dataset import Dataset
from kg.questions.draft import DraftReport, check_draft

TODAY = date(2024, 5, 1)
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\nSố:      /KH-UBND\nKẾ HOẠCH\nTriển khai nhiệm vụ\n"


def checked(samples: Dataset, sentence: str, head: str = HEAD) -> DraftReport:
    return check_draft(samples, head + sentence + "\n", today=TODAY)


@pytest.mark.parametrize(
    ("sentence", "text", "status", "kinds"),
    [
        (
            "Căn cứ Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo;",
            "Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo",
            "known",
            set(),
        ),
        (
            "Căn cứ Quyết định số 8888/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo;",
            "Quyết định số 8888/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo",
            "unknown",
            set(),
        ),
        (
            "Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 15/6/2019 của Quốc hội;",
            "Luật Giáo dục số 43/2019/QH14 ngày 15/6/2019 của Quốc hội",
            "known",
            {"date-contradicts-known"},
        ),
        (
            "Căn cứ Luật Giáo dục số 38/2005/QH11 ngày 14/6/2005 của Quốc hội;",
            "Luật Giáo dục số 38/2005/QH11 ngày 14/6/2005 của Quốc hội",
            "known",
            {"cited-replaced"},
        ),
    ],
)
def test_what_a_citation_of_a_draft_stands_for_and_what_is_wrong_with_it(
    samples: Dataset, sentence: str, text: str, status: str, kinds: set[str]
) -> None:
    (found,) = checked(samples, sentence).citations

    assert (found.text, found.status) == (text, status)
    assert {problem.kind for problem in found.problems} == kinds


def test_the_offsets_lead_to_the_words(samples: Dataset) -> None:
    report = checked(samples, "Căn cứ Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo;")

    assert [report.text[one.start : one.end] for one in report.citations] == [
        one.text for one in report.citations
    ]


def test_a_draft_that_bears_a_date_is_checked_for_that_day(samples: Dataset) -> None:
    sentence = "Căn cứ Luật Giáo dục số 38/2005/QH11 ngày 14/6/2005 của Quốc hội;"
    dated = HEAD.replace("KẾ HOẠCH", "Lạng Sơn, ngày 01 tháng 3 năm 2015\nKẾ HOẠCH")

    report = checked(samples, sentence, dated)
    assert report.on == date(2015, 3, 1)
    assert [one.problems for one in report.citations] == [()]
    assert checked(samples, sentence).on == TODAY


@pytest.mark.parametrize("text", ["", "   \n", "Không có dẫn chiếu nào.", "<script>alert(1)</script>"])
def test_a_text_without_citations_has_nothing_to_report(samples: Dataset, text: str) -> None:
    assert check_draft(samples, text, today=TODAY).citations == ()


def test_nothing_of_a_draft_stays(samples: Dataset) -> None:
    before = len(samples.store)
    checked(samples, "Căn cứ Quyết định số 8888/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo;")

    assert len(samples.store) == before
    assert samples.index.names.by_number("8888/QĐ-BGDĐT").tolist() == []

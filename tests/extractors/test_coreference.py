"""What one mention of an instrument lends to another in the same document, and what it does not."""

from __future__ import annotations

import pytest

from extractors.coreference import BRACKET, law_key
from extractors.pipeline import extract
from tests.extractors.reading import PLAN_OF_BINH_THUAN


def fields(body: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(c, n) for n in names) for c in extract(PLAN_OF_BINH_THUAN + body).citations]


def test_a_date_said_once_is_known_everywhere() -> None:
    body = "Theo Quyết định số 12/QĐ-TTg. Thực hiện Quyết định số 12/QĐ-TTg ngày 17/7/2017."
    assert fields(body, "number", "date") == [("12/QĐ-TTg", "2017-07-17")] * 2


def test_an_issuer_said_once_is_known_everywhere() -> None:
    body = "Thực hiện Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư. Theo Kết luận số 51-KL/TW."
    assert fields(body, "issuer") == [("Ban Bí thư",)] * 2


def test_two_dates_lend_neither() -> None:
    body = (
        "Theo Quyết định số 12/QĐ-TTg ngày 17/7/2017. Theo Quyết định số 12/QĐ-TTg ngày 18/8/2018. "
        "Theo Quyết định số 12/QĐ-TTg."
    )
    assert fields(body, "date") == [("2017-07-17",), ("2018-08-18",), (None,)]


def test_a_laws_number_said_once_is_known_everywhere() -> None:
    body = "Căn cứ Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020. Theo Luật Đầu tư."
    assert fields(body, "number", "date") == [("61/2020/QH14", "2020-06-17")] * 2


def test_two_versions_of_a_law_lend_neither() -> None:
    body = "Theo Luật Đất đai năm 2013 và Luật Đất đai năm 2024. Theo Luật Đất đai."
    assert fields(body, "year") == [(2013,), (2024,), (None,)]


@pytest.mark.parametrize(
    ("year", "quoted"),
    [(1992, (None,)), (2013, (2013,))],
    ids=["a version came since", "the version of the document's own time"],
)
def test_quoted_words_of_another_act_may_be_of_another_time(year: int, quoted: tuple[int | None]) -> None:
    body = (
        f"Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm {year};\n\n"
        "1 Luật số 97/2015/QH13 có căn cứ ban hành như sau:\n"
        "“Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật này.”\n"
    )
    constitutions = [c.year for c in extract(PLAN_OF_BINH_THUAN + body).citations if c.type == "Hiến pháp"]
    assert constitutions == [year, *quoted]


def test_a_title_is_written_as_in_the_fullest_mention() -> None:
    body = (
        "Thực hiện Đề án “Thư viện lưu động” giai đoạn 2021-2030 tại các trường. "
        "Sơ kết Đề án “Thư viện lưu động” hằng năm."
    )
    assert fields(body, "title") == [("Thư viện lưu động giai đoạn 2021-2030",)] * 2


def test_nothing_is_known_that_the_document_does_not_say() -> None:
    body = "Thực hiện Nghị quyết số 29-NQ/TW và Luật Giáo dục."
    assert fields(body, "date", "year", "number") == [(None, None, "29-NQ/TW"), (None, None, None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Luật Giáo dục", "LUẬT GIÁO DỤC"), ("Luật  Giáo dục", "Luật Giáo dục")],
)
def test_laws_of_one_title_share_a_key(one: str, other: str) -> None:
    assert law_key(one) == law_key(other)


@pytest.mark.parametrize("example", [" về đổi mới giáo dục (", " (sau đây gọi tắt là "])
def test_the_pattern_between_a_plenum_and_its_number_matches_its_examples(example: str) -> None:
    assert BRACKET.fullmatch(example)

"""Citations by số ký hiệu: span, type, date and issuer, as the annotation guide fixes them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractors.number_tail import ACTS_THERE, ISSUES, JOINED, JOINTLY, OF, OPEN_ISSUER, SESSION
from extractors.numbered import BETWEEN, DIGITS_BEFORE, DRAFT, LIST_LEAD, NOT_A_TYPE, SO
from extractors.pipeline import extract
from tests.extractors.reading import PLAN_OF_BINH_THUAN, only, spans


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "theo Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ về môi trường",
            "Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ",
        ),
        ("theo Nghị định 30/2020/NĐ-CP;", "Nghị định 30/2020/NĐ-CP"),
        (
            "theo Quyết định số 2457/QĐ-BGDĐT ngày 19-8-2022 của Bộ trưởng Bộ GDĐT ban hành",
            "Quyết định số 2457/QĐ-BGDĐT ngày 19-8-2022 của Bộ trưởng Bộ GDĐT",
        ),
        (
            "theo Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ ngày 03/01/2024 phê duyệt",
            "Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ ngày 03/01/2024",
        ),
        (
            "theo Nghị quyết số: 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII) về",
            "Nghị quyết số: 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII)",
        ),
        (
            "theo Nghị quyết của Chính phủ số 57/NQ-CP ngày 01/02/2024 về",
            "Nghị quyết của Chính phủ số 57/NQ-CP ngày 01/02/2024",
        ),
        ("theo Nghị định số 80/2017/NĐ-\nCP ngày 17/7/2017 về", "Nghị định số 80/2017/NĐ- CP ngày 17/7/2017"),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 29-NQ/TW NGÀY 04/11/2013", "NGHỊ QUYẾT SỐ 29-NQ/TW NGÀY 04/11/2013"),
        ("(Công văn số 623/BGDĐT-TTr)", "Công văn số 623/BGDĐT-TTr"),
        (
            "theo Quyết định số 12/QĐ-UBND của UBND huyện đã ban hành",
            "Quyết định số 12/QĐ-UBND của UBND huyện",
        ),
        ("theo Quyết định số 12/QĐ-UBND của UBND xã ủng hộ", "Quyết định số 12/QĐ-UBND của UBND xã"),
        ("theo văn bản số 12/UBND-VX của", "văn bản số 12/UBND-VX"),
    ],
)
def test_a_span_runs_from_the_type_word_to_date_and_issuer(text: str, span: str) -> None:
    assert spans(text) == [span]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "quy định tại các Nghị định số 24/2021/NĐ-CP và số 109/2022/NĐ-CP.",
            [("Nghị định số 24/2021/NĐ-CP", "Nghị định"), ("số 109/2022/NĐ-CP", "Nghị định")],
        ),
        (
            "Bãi bỏ các Quyết định: số 1400/QĐ-TTg, số 2658/QĐ-BGDĐT.",
            [("số 1400/QĐ-TTg", "Quyết định"), ("số 2658/QĐ-BGDĐT", "Quyết định")],
        ),
        (
            "theo các Thông tư số 12/2020/TT-BTC, 13/2020/TT-BTC và 14/2020/TT-BTC.",
            [
                ("Thông tư số 12/2020/TT-BTC", "Thông tư"),
                ("13/2020/TT-BTC", "Thông tư"),
                ("14/2020/TT-BTC", "Thông tư"),
            ],
        ),
        (
            "Thực hiện Chỉ thị số 05-CT/TW, Kết luận số 01-KL/TW.",
            [("Chỉ thị số 05-CT/TW", "Chỉ thị"), ("Kết luận số 01-KL/TW", "Kết luận")],
        ),
    ],
    ids=["the type word once", "type word before a colon", "bare numbers", "a type word each"],
)
def test_lists_of_numbers(text: str, found: list[tuple[str, str]]) -> None:
    assert [(c.text, c.type) for c in extract(text).citations] == found


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "theo Nghị định số 80/2017/NĐ-CP",
            {"type": "Nghị định", "issuer": "Chính phủ", "date": None, "year": 2017},
            id="issuer and year from the number",
        ),
        pytest.param(
            "theo Quyết định số 12/QĐ-TTg năm 2019",
            {"issuer": "Thủ tướng Chính phủ", "year": 2019, "date": None},
            id="only the year",
        ),
        pytest.param(
            "theo Kế hoạch số 2021/KH-UBND",
            {"number": "2021/KH-UBND", "year": None, "date": None},
            id="2021 is the number",
        ),
        pytest.param(
            "theo Kế hoạch hành động số 281/KH-UBND",
            {"type": "Kế hoạch"},
            id="Kế hoạch hành động is a Kế hoạch",
        ),
        pytest.param(
            "theo Quyết định số 2457/QĐ-BGDĐT ngày 19-8-2022 của Bộ trưởng Bộ GDĐT",
            {
                "issuer": "Bộ Giáo dục và Đào tạo",
                "issuer_as_written": "Bộ trưởng Bộ GDĐT",
                "date": "2022-08-19",
            },
            id="a minister's act is the ministry's",
        ),
        pytest.param(
            "theo Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Thủ tướng Chính phủ",
            {"issuer": "Chính phủ", "issuer_as_written": "Thủ tướng Chính phủ"},
            id="the issuer follows the number",
        ),
        pytest.param(
            "theo Thông tư liên tịch số 06/TTLT-BGDĐT-BNV",
            {"number": "06/TTLT-BGDĐT-BNV", "year": None, "issuer": "Bộ Giáo dục và Đào tạo; Bộ Nội vụ"},
            id="joint circular, issuers from the number",
        ),
        pytest.param(
            "theo Thông tư liên tịch số 17/2015/TTLT-BYT-BTC ngày 12/2/2015 của Bộ Y tế và Bộ Tài chính",
            {"issuer": "Bộ Y tế; Bộ Tài chính", "date": "2015-02-12"},
            id="joint circular, issuers in words",
        ),
        pytest.param(
            "theo Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương khóa XII",
            {"issuer": "Ban Chấp hành Trung ương", "term": "khóa XII"},
            id="the term of a Party body",
        ),
        pytest.param("theo Chỉ thị số 05-CT/TW", {"issuer": None}, id="TW is several bodies"),
        pytest.param(
            "theo Nghị quyết số 29-NQ/TW ngày 04/11/2013 Hội nghị lần thứ Tám BCH Trung ương (khóa XI)",
            {"issuer": "Ban Chấp hành Trung ương", "term": "khóa XI"},
            id="a session right behind the date",
        ),
        pytest.param(
            "theo Nghị định số 217/CP của Hội đồng Chính phủ",
            {"issuer": "Hội đồng Chính phủ", "issuer_as_written": None},
            id="CP was the Council's before the Government's",
        ),
        pytest.param(
            "của Cục Thuế tỉnh Hà Tĩnh tại Công văn số 1752/CT-THNVDT ngày 07/12/2012",
            {"issuer": "Cục Thuế tỉnh Hà Tĩnh"},
            id="who wrote a letter with an unknown sign",
        ),
        pytest.param(
            "Xét đề nghị của Ủy ban nhân dân tỉnh Nghệ An (Công văn số 5969/UBND-TM ngày 19/8/2014)",
            {"issuer": "Ủy ban nhân dân tỉnh Nghệ An"},
            id="who proposed by a letter",
        ),
        pytest.param(
            "theo Nghị quyết số 01/2012/UBTVQH13",
            {"issuer": "Ủy ban Thường vụ Quốc hội", "year": 2012},
            id="the Standing Committee",
        ),
        pytest.param(
            "theo Nghị định số 43-CP ngày 22 tháng 6 năm 1993 của Chính phủ",
            {"number": "43-CP", "date": "1993-06-22", "issuer": "Chính phủ"},
            id="an old number",
        ),
        pytest.param(
            "theo Công văn số 623/BGDĐT-TTr",
            {"type": "Công văn", "issuer": "Bộ Giáo dục và Đào tạo"},
            id="a letter",
        ),
    ],
)
def test_fields_of_a_citation(text: str, fields: dict[str, Any]) -> None:
    citation = only(text)
    assert {key: getattr(citation, key) for key in fields} == fields


@pytest.mark.parametrize(
    ("written", "issuer", "as_written"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận", None),
        ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Thuận", "Chủ tịch UBND tỉnh"),
        ("Ủy ban nhân dân tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng", None),
    ],
)
def test_relative_issuers_are_those_of_the_document(
    written: str, issuer: str, as_written: str | None
) -> None:
    text = f"{PLAN_OF_BINH_THUAN}Thực hiện Kế hoạch số 96/KH-UBND ngày 08/01/2020 của {written} về thư viện."
    citation = only(text)
    assert citation.text.endswith(f"của {written}")
    assert (citation.issuer, citation.issuer_as_written) == (issuer, as_written)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thực hiện Kế hoạch số 96/KH-UBND về thư viện.", "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("Thực hiện Chương trình hành động số 100-CTr/TU.", "Tỉnh ủy Bình Thuận"),
        ("Thực hiện Nghị quyết số 05/2021/NQ-HĐND về thư viện.", "Hội đồng nhân dân tỉnh Bình Thuận"),
        ("Thực hiện Công văn số 12/SGDĐT-VP.", "Sở Giáo dục và Đào tạo tỉnh Bình Thuận"),
        (
            "Theo đề nghị của Giám đốc Sở Nông nghiệp & Phát triển nông thôn tại Tờ trình 473/TTr-NN&PTNT;",
            "Sở Nông nghiệp và Phát triển nông thôn tỉnh Bình Thuận",
        ),
    ],
)
def test_the_signs_of_local_bodies_mean_those_of_the_document(text: str, issuer: str) -> None:
    assert only(PLAN_OF_BINH_THUAN + text).issuer == issuer


@pytest.mark.parametrize(
    "text",
    [
        "theo Mẫu số 01/TNDN ban hành kèm theo;",
        "Dự thảo Nghị định số 12/2024/NĐ-CP",
        "hợp đồng số 12/HĐ-KT",
        "Giấy phép số 15/GP-BTC",
        "điện thoại số 0252/3822",
        "Số: 12/QĐ-…",
        "tỷ lệ 12/15 học sinh, 3/4 số trường",
        "xem https://example.org/12/QĐ-TTg.html",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (SO, "số"),
        (SO, "Số: "),
        (SO, "số hiệu "),
        (OF, " của "),
        (OF, ", do "),
        (JOINED, ", "),
        (JOINED, " và "),
        (SESSION, "Kỳ họp thứ 5, Quốc hội khóa XV"),
        (OPEN_ISSUER, ", Kỳ họp thứ 5"),
        (NOT_A_TYPE, "Mẫu "),
        (NOT_A_TYPE, "Giấy phép "),
        (LIST_LEAD, ", "),
        (LIST_LEAD, "và "),
        (BETWEEN, " của Chính phủ"),
        (DRAFT, "Dự thảo "),
        (DIGITS_BEFORE, "số 43"),
        (JOINTLY, "liên Bộ: Bộ Tài chính"),
        (ISSUES, " đã ban hành "),
        (ACTS_THERE, "theo đề nghị của UBND"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.search(example)

"""The document's own head, in the shapes in which heads come."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from extractors.head import (
    ANNEXED,
    ANNEXED_EXAMPLES,
    SUBJECT,
    SUBJECT_EXAMPLES,
    read_head,
)
from extractors.letterhead import PLACE_DATE, PLACE_DATE_EXAMPLES, letterhead_of, level_of, unit_of
from extractors.models import Head
from extractors.pipeline import extract
from extractors.signature import PERSON, PERSON_EXAMPLES, ROLE, ROLE_EXAMPLES, find_certificate, read_signer

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
ARTICLES = "Điều 1. Nội dung của điều này.\n" * 30
FORMS = "Số liệu theo Quyết định số 90/QĐ-TTg.\n" * 200

PLAN = f"""ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 38/KH-UBND
{STATE}Lạng Sơn, ngày 14 tháng 3 năm 2019
KẾ HOẠCH
Thực hiện Nghị quyết số 29-NQ/TW

Căn cứ Luật Giáo dục;
"""
LETTER = """# V/v hỗ trợ nhà ở

| BỘ TÀI CHÍNH TỔNG CỤC THUẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --- |
|---|---|
| Số: 1414/TCT-CS V/v hỗ trợ người có công cải thiện nhà ở. | Hà Nội, ngày 0 4 tháng 05 năm 2013 |

Kính gửi: Cục Thuế tỉnh Hà Tĩnh.
Trả lời Công văn số 577/CT-THNVDT của Cục Thuế tỉnh Hà Tĩnh./.
| Nơi nhận: - Như trên; | KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG Lê Văn Bình |
"""
CONSOLIDATED = f"""{STATE}THÔNG TƯ
Hướng dẫn tiền lương

Thông tư số 16/2018/TT-BLĐTBXH có hiệu lực kể từ ngày 01 tháng 12 năm 2018,
được sửa đổi, bổ sung bởi:
Thông tư số 12/2024/TT-BLĐTBXH ngày 14 tháng 11 năm 2024.
{ARTICLES}
BỘ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI

Số: 465/VBHN-BLĐTBXH
XÁC THỰC VĂN BẢN HỢP NHẤT

Hà Nội, ngày 10 tháng 02 năm 2025
KT. BỘ TRƯỞNG
THỨ TRƯỞNG

Nguyễn Bá Hoan

Phụ lục
{FORMS}"""
HEADLESS = """NGHỊ ĐỊNH
Quy định mức hưởng trợ cấp
___________
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Theo đề nghị của Bộ trưởng Bộ Nội vụ;
Chính phủ ban hành Nghị định quy định mức hưởng trợ cấp.
Điều 1. Phạm vi
Phụ lục I
(Kèm theo Nghị định số 75/2021/NĐ-CP ngày 24 tháng 7 năm 2021 của Chính phủ)
"""
CIRCULAR = """THÔNG TƯ
Hướng dẫn kê khai thuế

Căn cứ Luật Quản lý thuế số 38/2019/QH14;
Bộ trưởng Bộ Tài chính ban hành Thông tư hướng dẫn kê khai thuế.
Điều 1. Phạm vi
"""
PARTY = """## ĐẢNG CỘNG SẢN VIỆT NAM

**BAN CHẤP HÀNH TRUNG ƯƠNG**
**ĐẢNG ĐOÀN QUỐC HỘI**

Số 3260-KH/ĐĐQH

Hà Nội, ngày 10 tháng 01 năm 2025

# **KẾ HOẠCH**

**thực hiện Nghị quyết số 57-NQ/TW**

Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết.
"""
ANNEX = """# 55_phu_luc

PHỤ LỤC I
MỨC HƯỞNG TRỢ CẤP
(Kèm theo Nghị định số 55/2023/NĐ-CP ngày 21 tháng 7 năm 2023 của Chính phủ)
"""
LAW = f"""QUỐC HỘI

Bộ luật số: 45/2019/QH14
{STATE}
BỘ LUẬT
LAO ĐỘNG

Căn cứ Hiến pháp;
Chương I
{ARTICLES}Bộ luật này được Quốc hội khóa XIV thông qua ngày 20 tháng 11 năm 2019./.
CHỦ TỊCH QUỐC HỘI
Nguyễn Thị Kim Ngân
"""

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
TYPED = "Ngày 03 tháng 3 năm 2023\nKẾ HOẠCH\nChuyển đổi số năm 2023\nCăn cứ Luật Giáo dục;\n"


def under(letterhead: str, number: str) -> str:
    """A plan below a letterhead."""
    return f"{letterhead}\n-------\n{MOTTO}Số: {number}\n{TYPED}"


LETTERHEADS = [
    pytest.param(under(letterhead, number), {"issuer": issuer}, id=letterhead.replace("\n", " / "))
    for letterhead, number, issuer in (
        ("ỦY BAN NHÂN DÂN\nHUYỆN BẮC SƠN\nTỈNH LẠNG SƠN", "5/KH-UBND", "Ủy ban nhân dân huyện Bắc Sơn"),
        ("UBND HUYỆN CỦ CHI\nPHÒNG NỘI VỤ", "5/KH-PNV", "Phòng Nội vụ huyện Củ Chi"),
        ("ỦY BAN NHÂN DÂN\nTHỊ XÃ PHÚ THỌ", "5/KH-UBND", "Ủy ban nhân dân thị xã Phú Thọ"),
        ("HUYỆN ỦY ĐỨC LINH", "5-KH/HU", "Huyện ủy Đức Linh"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nTỈNH HÀ GIANG", "5/KH-BCĐ", "Ban Chỉ đạo chuyển đổi số tỉnh Hà Giang"),
        ("UBND TỈNH HÀ GIANG\nBAN CHỈ ĐẠO 389", "5/KH-BCĐ389", "Ban Chỉ đạo 389 tỉnh Hà Giang"),
        (
            "UBND TỈNH HÀ GIANG\nBCĐ CÁC CHƯƠNG TRÌNH MTQG",
            "5/KH-BCĐ",
            "Ban Chỉ đạo các chương trình MTQG tỉnh Hà Giang",
        ),
        (
            "UBND TỈNH HÀ GIANG\nHỘI ĐỒNG PHỐI HỢP PHỔ BIẾN,\nGIÁO DỤC PHÁP LUẬT",
            "5/KH-HĐPH",
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh Hà Giang",
        ),
    )
]
SUBJECT_ABOVE_DATE = (
    f"SỞ Y TẾ HÀ NỘI\n{MOTTO}Số: 12/SYT-NVY\nV/v phòng, chống dịch\n"
    "Hà Nội, ngày 05 tháng 9 năm 2023\nKính gửi: Các sở.\n"
)
TITLE_ABOVE_TEXT = (
    f"ỦY BAN NHÂN DÂN\nTỈNH VĨNH PHÚC\n{MOTTO}Số: 5/KH-UBND\nKẾ HOẠCH\nCẢI\nTHIỆN CHỈ SỐ XANH ĐẾN NĂM 2025\n"
    "Theo kết quả công bố, tỉnh xếp thứ 9.\n"
)

COUNCIL_WITHOUT_HEADER = (
    "NGHỊ QUYẾT\nVỀ ĐẶT TÊN ĐƯỜNG\n____\nHỘI ĐỒNG NHÂN DÂN TỈNH THÁI BÌNH\nKHÓA XIV - KỲ HỌP THỨ 14\n"
    "Căn cứ Luật Giáo dục;\nXét đề nghị của UBND tỉnh Thái Bình;\n"
)
TYPE_AND_TITLE = "KẾ HOẠCH TỔ CHỨC HỘI XUÂN\n\nCăn cứ Kế hoạch số 5/KH-UBND của UBND tỉnh Vĩnh Phúc;\n"
PROGRAMME_ON_A_PAGE = (
    "Chương trình thực hiện Chỉ thị 13-CT/TW của Ban Bí thư về tăng cường quản lý, bảo vệ và phát triển"
    " rừng\n\n"
    "CHƯƠNG TRÌNH\nThực hiện Chỉ thị 13-CT/TW của Ban Bí thư\n\n"
    "Thực hiện Chỉ thị 13-CT/TW, ngày 12/01/2017 của Ban Bí thư, Ban Thường vụ Tỉnh ủy (khóa XV) ban hành"
    " chương trình như sau. Đảng bộ tỉnh Bến Tre gương mẫu.\n"
)
PLACE_ON_TWO_LINES = (
    f"ỦY\nBAN NHÂN DÂN\nTỈNH TIỀN GIANG\n|\n{MOTTO}|\nSố: 5/KH-UBND\n|\n"
    "Tiền\nGiang, ngày 07 tháng 12 năm 2022\n|\n"
    "KẾ HOẠCH\nChuyển đổi số\n"
)

HEADS = [
    pytest.param(
        PLAN,
        {"type": "Kế hoạch", "number": "38/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh Lạng Sơn",
         "date": "2019-03-14", "place": "Lạng Sơn", "title": "Thực hiện Nghị quyết số 29-NQ/TW"},
        id="a plan with its two columns flattened",
    ),
    pytest.param(
        LETTER,
        {"type": "Công văn", "number": "1414/TCT-CS", "issuer": "Tổng cục Thuế", "date": "2013-05-04",
         "place": "Hà Nội", "title": "hỗ trợ người có công cải thiện nhà ở.", "signer": "Lê Văn Bình"},
        id="a letter in a table, a blank in its date",
    ),
    pytest.param(
        CONSOLIDATED,
        {"type": "Văn bản hợp nhất", "number": "465/VBHN-BLĐTBXH",
         "issuer": "Bộ Lao động - Thương binh và Xã hội",
         "date": "2025-02-10", "title": "Hướng dẫn tiền lương"},
        id="a consolidated text with its certificate before the annexes",
    ),
    pytest.param(
        HEADLESS,
        {"type": "Nghị định", "number": "75/2021/NĐ-CP", "issuer": "Chính phủ", "date": "2021-07-24",
         "title": "Quy định mức hưởng trợ cấp"},
        id="no header: the annex names the act",
    ),
    pytest.param(
        CIRCULAR,
        {"type": "Thông tư", "number": None, "issuer": "Bộ Tài chính", "date": None,
         "title": "Hướng dẫn kê khai thuế"},
        id="no header: the enacting clause names the issuer",
    ),
    pytest.param(
        PARTY,
        {"type": "Kế hoạch", "number": "3260-KH/ĐĐQH", "date": "2025-01-10", "issuer": "Đảng đoàn Quốc hội",
         "title": "thực hiện Nghị quyết số 57-NQ/TW"},
        id="Markdown; a body that no table lists is not the one inside its name",
    ),
    pytest.param(
        ANNEX,
        {"type": "Nghị định", "number": "55/2023/NĐ-CP", "issuer": "Chính phủ",
         "date": "2023-07-21", "title": None},
        id="an annex alone",
    ),
    pytest.param(
        LAW,
        {"type": "Bộ luật", "number": "45/2019/QH14", "issuer": "Quốc hội", "date": "2019-11-20",
         "title": "LAO ĐỘNG", "signer": "Nguyễn Thị Kim Ngân"},
        id="a code, dated by its adoption",
    ),
    *LETTERHEADS,
    pytest.param(
        COUNCIL_WITHOUT_HEADER,
        {"type": "Nghị quyết", "issuer": "Hội đồng nhân dân tỉnh Thái Bình", "title": "VỀ ĐẶT TÊN ĐƯỜNG"},
        id="no header: the body stands in capitals below the title",
    ),
    pytest.param(
        TYPE_AND_TITLE,
        {"type": "Kế hoạch", "issuer": "Ủy ban nhân dân tỉnh Vĩnh Phúc", "title": "TỔ CHỨC HỘI XUÂN"},
        id="no header: type and title in one line of capitals",
    ),
    pytest.param(
        PROGRAMME_ON_A_PAGE,
        {"type": "Chương trình", "issuer": "Tỉnh ủy Bến Tre", "date": None, "place": None},
        id="no header: a number with its date is no place with a date",
    ),
    pytest.param(
        PLACE_ON_TWO_LINES, {"place": "Tiền Giang", "date": "2022-12-07"}, id="a place on two lines"
    ),
    pytest.param(SUBJECT_ABOVE_DATE, {"title": "phòng, chống dịch"}, id="a subject above place and date"),
    pytest.param(
        TITLE_ABOVE_TEXT,
        {"title": "CẢI THIỆN CHỈ SỐ XANH ĐẾN NĂM 2025"},
        id="a title in capitals right above the text",
    ),
    pytest.param("Hôm nay trời đẹp.", {"type": None, "number": None, "issuer": None}, id="no document"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_heads(text: str, expected: dict[str, str | None]) -> None:
    head = asdict(extract(text).head)
    assert {name: head[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("THÔNG TƯ1\nHướng dẫn tiền lương\n\n", "Hướng dẫn tiền lương"),
        ("THÔNG TƯ[1]\nHướng dẫn tiền lương\n", "Hướng dẫn tiền lương"),
        ("THÔNG TƯ\nHướng dẫn tiền lương1\n\n", "Hướng dẫn tiền lương"),
        ("THÔNG TƯ\nHướng dẫn tiền lương\n", "Hướng dẫn tiền lương"),
        (
            "THÔNG TƯ\nSửa đổi Điều 3 của\nThông tư số 9/2016/TT-BTC\n",
            "Sửa đổi Điều 3 của Thông tư số 9/2016/TT-BTC",
        ),
    ],
)
def test_the_title_of_a_consolidated_text_ends_before_its_act(heading: str, title: str) -> None:
    text = CONSOLIDATED.replace("THÔNG TƯ\nHướng dẫn tiền lương\n\n", heading, 1)
    first = next(c for c in extract(text).citations if c.relation == "consolidates")
    assert (read_head(text).head.title, first.number) == (title, "16/2018/TT-BLĐTBXH")


@pytest.mark.parametrize("text", [PLAN, LETTER, HEADLESS, ANNEX, CONSOLIDATED])
def test_the_own_number_is_no_citation(text: str) -> None:
    extraction = extract(text)
    assert extraction.head.number not in {c.number for c in extraction.citations}


def test_type_line_and_title_are_no_citation_of_a_plan() -> None:
    assert extract(TITLE_ABOVE_TEXT).citations == ()


def test_a_report_has_an_acting_body_alone() -> None:
    text = "(Baothanhhoa.vn) - UBND tỉnh Thanh Hóa yêu cầu các sở triển khai nhiệm vụ năm học."
    assert read_head(text).head == Head(acting_body="Ủy ban nhân dân tỉnh Thanh Hóa")


def test_relative_names_belong_to_the_letterhead_of_the_document() -> None:
    assert read_head(PLAN).home.province == "tỉnh Lạng Sơn"
    assert read_head(CONSOLIDATED).home.level == "central"


@pytest.mark.parametrize(("text", "expected"), PLACE_DATE_EXAMPLES.items())
def test_place_and_date(text: str, expected: tuple[str, str | None]) -> None:
    match = PLACE_DATE.search(text)
    assert match
    assert (match["place"], match["year"]) == expected


def test_letterhead() -> None:
    assert letterhead_of(f"SỞ GIÁO DỤC\nVÀ ĐÀO TẠO -----\n{STATE}|\nSố:") == "SỞ GIÁO DỤC VÀ ĐÀO TẠO"


@pytest.mark.parametrize("example", SUBJECT_EXAMPLES)
def test_subject(example: str) -> None:
    assert SUBJECT.match(example)


@pytest.mark.parametrize("example", ANNEXED_EXAMPLES)
def test_annexed(example: str) -> None:
    assert ANNEXED.match(example)


UNITS = [
    ("Ủy ban nhân dân tỉnh Lạng Sơn", "tỉnh Lạng Sơn", "province"),
    ("Thành ủy Đà Nẵng", "thành phố Đà Nẵng", "province"),
    ("Ủy ban nhân dân huyện Bắc Hà", "huyện Bắc Hà", "district"),
    ("Ủy ban nhân dân xã Tu Vũ", "xã Tu Vũ", "commune"),
]


@pytest.mark.parametrize(("name", "unit", "level"), UNITS)
def test_units(name: str, unit: str, level: str) -> None:
    assert unit_of(name) == unit
    assert level_of(unit) == level


@pytest.mark.parametrize("example", ROLE_EXAMPLES)
def test_roles(example: str) -> None:
    assert ROLE.match(example)


@pytest.mark.parametrize(("text", "name"), PERSON_EXAMPLES.items())
def test_persons(text: str, name: str) -> None:
    match = PERSON.match(text)
    assert match
    assert match["name"] == name


SIGNED = [
    pytest.param("./.\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n\nTrần Hồng Hà\n",
                 ("Trần Hồng Hà", "Phó thủ tướng"), id="deputy"),
    pytest.param("./.\nKT. BỘ TRƯỞNG THỨ TRƯỞNG Bùi Văn An\n",
                 ("Bùi Văn An", "Thứ trưởng"), id="one line"),
    pytest.param("xong./.\nNgười lập biểu", None, id="nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signers(text: str, expected: tuple[str, str] | None) -> None:
    signer = read_signer(text)
    assert ((signer.name, signer.office) if signer else None) == expected


def test_certificates() -> None:
    assert find_certificate(PLAN) is None
    found = find_certificate(CONSOLIDATED)
    assert found
    assert CONSOLIDATED[found[0] :].startswith("Số: 465/VBHN")

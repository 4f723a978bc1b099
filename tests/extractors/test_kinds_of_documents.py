"""Citations of the kinds that ministries, provinces, courts and the Party write, each with all its fields."""

from __future__ import annotations

import pytest

from tests.extractors.reading import PLAN_OF_BINH_THUAN, only

UBND = "Ủy ban nhân dân tỉnh Bình Thuận"
TTG = "Thủ tướng Chính phủ"
FRONT = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"

# The citation; its type, number, date (or year), issuer.
KINDS = [
    (
        "Nghị quyết liên tịch số 09/2008/NQLT-CP-UBTWMTTQVN ngày 17 tháng 4 năm 2008 của Chính phủ và "
        + FRONT,
        ("Nghị quyết liên tịch", "09/2008/NQLT-CP-UBTWMTTQVN", "2008-04-17", f"Chính phủ; {FRONT}"),
    ),
    (
        "Thông tư liên tịch số 01/TTLT-TANDTC-VKSNDTC-BTP ngày 24/12/2007",
        (
            "Thông tư liên tịch",
            "01/TTLT-TANDTC-VKSNDTC-BTP",
            "2007-12-24",
            "Tòa án nhân dân tối cao; Viện kiểm sát nhân dân tối cao; Bộ Tư pháp",
        ),
    ),
    (
        "Thông tư liên tịch số 30/2013/TTLT-BYT-BNV giữa Bộ Y tế với Bộ Nội vụ ngày 5/7/2013",
        (
            "Thông tư liên tịch",
            "30/2013/TTLT-BYT-BNV",
            "2013-07-05",
            "Bộ Y tế; Bộ Nội vụ",
        ),
    ),
    (
        "Văn bản hợp nhất số 15/VBHN-VPQH ngày 04 tháng 7 năm 2019 của Văn phòng Quốc hội",
        ("Văn bản hợp nhất", "15/VBHN-VPQH", "2019-07-04", "Văn phòng Quốc hội"),
    ),
    (
        "Công điện số 05/CĐ-UBND ngày 2.9.2022 của Chủ tịch UBND tỉnh",
        ("Công điện", "05/CĐ-UBND", "2022-09-02", UBND),
    ),
    (
        "Thông báo số 185/TB-VPCP ngày 12/5/2023 của Văn phòng Chính phủ",
        ("Thông báo", "185/TB-VPCP", "2023-05-12", "Văn phòng Chính phủ"),
    ),
    (
        "Thông báo kết luận số 234-TB/TU ngày 03/4/2021 của Ban Thường vụ Tỉnh ủy",
        ("Thông báo", "234-TB/TU", "2021-04-03", "Tỉnh ủy Bình Thuận"),
    ),
    (
        "Kết luận của Bộ Chính trị số 51-KL/TW ngày 30/5/2019",
        ("Kết luận", "51-KL/TW", "2019-05-30", "Bộ Chính trị"),
    ),
    (
        "Nghị quyết 29-NQ/TW ngày 04-11-2013, Hội nghị lần thứ tám, Ban Chấp hành Trung ương khóa XI",
        ("Nghị quyết", "29-NQ/TW", "2013-11-04", "Ban Chấp hành Trung ương"),
    ),
    (
        "Hướng dẫn số 08 HD/BTGTU ngày 5/5/2021",
        ("Hướng dẫn", "08-HD/BTGTU", "2021-05-05", "Ban Tuyên giáo Tỉnh ủy Bình Thuận"),
    ),
    (
        "Quyết định số 10/2020/ QĐ-TTg ngày 18/3/2020",
        ("Quyết định", "10/2020/QĐ-TTg", "2020-03-18", TTG),
    ),
    (
        "Quyết định số\n1719/QĐ-\nTTg ngày 14 tháng\n10 năm 2021 của Thủ tướng\nChính phủ",
        ("Quyết định", "1719/QĐ-TTg", "2021-10-14", TTG),
    ),
    ("Quyết định số 17O9/QD-TTg ngày 14.10.2021", ("Quyết định", "1709/QĐ-TTg", "2021-10-14", TTG)),
    (
        "Quyết định số 1719/QĐ-TTg (ngày 14/10/2021) của Thủ tướng Chính phủ",
        ("Quyết định", "1719/QĐ-TTg", "2021-10-14", TTG),
    ),
    (
        "Quyết định số 05a/2020/QĐ-UBND ngày 03/4/2020 của UBND tỉnh",
        ("Quyết định", "05a/2020/QĐ-UBND", "2020-04-03", UBND),
    ),
    (
        "Công văn số 1234/TTg-KTTH ngày 12/3/2019 của Thủ tướng Chính phủ",
        ("Công văn", "1234/TTg-KTTH", "2019-03-12", TTG),
    ),
    ("Nghị định số 15-CP ngày 02/3/1993 của Chính phủ", ("Nghị định", "15-CP", "1993-03-02", "Chính phủ")),
    ("Nghị định 88/CP ngày 17-8-1994", ("Nghị định", "88/CP", "1994-08-17", "Chính phủ")),
    (
        "Quyết định số 217-HĐBT ngày 14/11/1987 của Hội đồng Bộ trưởng",
        ("Quyết định", "217-HĐBT", "1987-11-14", "Hội đồng Bộ trưởng"),
    ),
    ("Sắc lệnh số 29/SL ngày 12 tháng 3 năm 1947", ("Sắc lệnh", "29/SL", "1947-03-12", None)),
    (
        "Lệnh số 10/2019/L-CTN ngày 28/6/2019 của Chủ tịch nước",
        ("Lệnh", "10/2019/L-CTN", "2019-06-28", "Chủ tịch nước"),
    ),
    (
        "Nghị quyết số 03/2020/NQ-HĐTP ngày 30/12/2020 của Hội đồng Thẩm phán Tòa án nhân dân tối cao",
        ("Nghị quyết", "03/2020/NQ-HĐTP", "2020-12-30", "Hội đồng Thẩm phán Tòa án nhân dân tối cao"),
    ),
    (
        "Chỉ thị số 01/CT-TANDTC ngày 05/01/2021 của Chánh án Tòa án nhân dân tối cao",
        ("Chỉ thị", "01/CT-TANDTC", "2021-01-05", "Tòa án nhân dân tối cao"),
    ),
    (
        "Nghị quyết số 12/2008/NQ-HĐND7 ngày 3/7/2008 của HĐND tỉnh khóa VII",
        ("Nghị quyết", "12/2008/NQ-HĐND7", "2008-07-03", "Hội đồng nhân dân tỉnh Bình Thuận"),
    ),
    (
        "Thông tư số 27/2020/TT-BGDĐT tháng 9 năm 2020 của Bộ Giáo dục và Đào tạo",
        ("Thông tư", "27/2020/TT-BGDĐT", "2020", "Bộ Giáo dục và Đào tạo"),
    ),
]


@pytest.mark.parametrize(("written", "expected"), KINDS, ids=[expected[1] for _, expected in KINDS])
def test_a_kind_of_document(written: str, expected: tuple[str | None, ...]) -> None:
    citation = only(f"{PLAN_OF_BINH_THUAN}Căn cứ {written};\n")
    assert citation.text == written
    found = citation.type, citation.number, citation.date or str(citation.year), citation.issuer
    assert found == expected

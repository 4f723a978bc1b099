"""What the annotation guide says, sentence by sentence: spans in brackets, and what each citation says.

Every sentence stands in a plan of Bình Thuận. A line reads: type | number or title | date or year | issuer |
relation and what it hangs on (`<` where the edge runs the other way).
"""

from __future__ import annotations

import pytest

from extractors.models import Citation
from extractors.pipeline import extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH THUẬN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1/KH-UBND

Bình Thuận, ngày 02 tháng 01 năm 2024

KẾ HOẠCH
Triển khai công tác năm 2024

"""

SENTENCES = [
    pytest.param(
        "Thực hiện [Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII] "
        "và [Kế hoạch số 07-KH/TW ngày 27/11/2017 của Bộ Chính trị].",
        [
            "Nghị quyết | 18-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương | implements > self",
            "Kế hoạch | 07-KH/TW | 2017-11-27 | Bộ Chính trị | implements > self",
        ],
        id="lists-1",
    ),
    pytest.param(
        "Căn cứ Quyết định của Thủ tướng Chính phủ: [Số 1600/QĐ-TTg ngày 16/8/2016] và [số 1760/QĐ-TTg "
        "ngày 10/11/2017];",
        [
            "Quyết định | 1600/QĐ-TTg | 2016-08-16 | Thủ tướng Chính phủ | based_on > self",
            "Quyết định | 1760/QĐ-TTg | 2017-11-10 | Thủ tướng Chính phủ | based_on > self",
        ],
        id="lists-2",
    ),
    pytest.param(
        "Bãi bỏ các [Quyết định số 21/2015/QĐ-UBND], [số 22/2015/QĐ-UBND], [23/2015/QĐ-UBND].",
        [
            "Quyết định | 21/2015/QĐ-UBND | 2015 | Ủy ban nhân dân tỉnh Bình Thuận | repeals > self",
            "Quyết định | 22/2015/QĐ-UBND | 2015 | Ủy ban nhân dân tỉnh Bình Thuận | repeals > self",
            "Quyết định | 23/2015/QĐ-UBND | 2015 | Ủy ban nhân dân tỉnh Bình Thuận | repeals > self",
        ],
        id="lists-3",
    ),
    pytest.param(
        "Quyết định này thay thế [Quyết định số 12/2018/QĐ-UBND ngày 10/5/2018] và bãi bỏ [Quyết định "
        "số 20/2020/QĐ-UBND ngày 01/7/2020 của UBND tỉnh].",
        [
            "Quyết định | 12/2018/QĐ-UBND | 2018-05-10 | Ủy ban nhân dân tỉnh Bình Thuận | replaces > self",
            "Quyết định | 20/2020/QĐ-UBND | 2020-07-01 | Ủy ban nhân dân tỉnh Bình Thuận | repeals > self",
        ],
        id="lists-4",
    ),
    pytest.param(
        "Tổ chức triển khai, thi hành [Luật Căn cước], [Luật Trật tự, an toàn giao thông đường bộ], "
        "[Luật Đường bộ] và các nghị định quy định chi tiết.",
        [
            "Luật | Luật Căn cước | - | Quốc hội | implements > self",
            "Luật | Luật Trật tự, an toàn giao thông đường bộ | - | Quốc hội | implements > self",
            "Luật | Luật Đường bộ | - | Quốc hội | implements > self",
        ],
        id="lists-5",
    ),
    pytest.param(
        "Căn cứ [Luật Xử lý vi phạm hành chính ngày 20 tháng 6 năm 2012] và [Luật sửa đổi, bổ sung một "
        "số điều của [Luật Xử lý vi phạm hành chính] ngày 13 tháng 11 năm 2020];",
        [
            "Luật | Luật Xử lý vi phạm hành chính | 2012-06-20 | Quốc hội | based_on > self",
            "Luật | Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính | 2020-11-13 | "
            "Quốc hội | based_on > self",
            "Luật | Luật Xử lý vi phạm hành chính | 2012-06-20 | Quốc hội | amends > c2",
        ],
        id="laws-1",
    ),
    pytest.param(
        "[Luật Đầu tư công năm 2019] đã được sửa đổi, bổ sung một số điều theo [Luật số 03/2022/QH15] "
        "và [Luật số 27/2023/QH15].",
        [
            "Luật | Luật Đầu tư công | 2019 | Quốc hội | cites > self",
            "Luật | 03/2022/QH15 | 2022 | Quốc hội | amends < c1",
            "Luật | 27/2023/QH15 | 2023 | Quốc hội | amends < c1",
        ],
        id="laws-2",
    ),
    pytest.param(
        "Căn cứ [Bộ luật Dân sự], [Bộ luật Tố tụng dân sự năm 2015], [Luật Hôn nhân và gia đình]; "
        "[Hiến pháp năm 2013].",
        [
            "Bộ luật | Bộ luật Dân sự | - | Quốc hội | based_on > self",
            "Bộ luật | Bộ luật Tố tụng dân sự | 2015 | Quốc hội | based_on > self",
            "Luật | Luật Hôn nhân và gia đình | - | Quốc hội | based_on > self",
            "Hiến pháp | Hiến pháp | 2013 | Quốc hội | based_on > self",
        ],
        id="laws-3",
    ),
    pytest.param(
        "Theo quy định tại điểm a khoản 1, khoản 2 và khoản 4 Điều 9; Điều 10; các điểm b, c khoản 3 "
        "Điều 12 [Luật Khiếu nại 2011].",
        [
            "Luật | Luật Khiếu nại | 2011 | Quốc hội | cites > self",
        ],
        id="laws-4",
    ),
    pytest.param(
        "[Nghị quyết Đại hội XII của Đảng], [Nghị quyết Trung ương 7 (khóa XII)], [Nghị quyết Hội nghị "
        "lần thứ tám Ban Chấp hành Trung ương khóa XI].",
        [
            "Nghị quyết | - | - | Đại hội đại biểu toàn quốc lần thứ XII của Đảng | cites > self",
            "Nghị quyết | - | - | Ban Chấp hành Trung ương | cites > self",
            "Nghị quyết | - | - | Ban Chấp hành Trung ương | cites > self",
        ],
        id="party-1",
    ),
    pytest.param(
        "Thực hiện [Kết luận Hội nghị Trung ương 5 khóa XIII] và [Nghị quyết số 37-NQ/TW].",
        [
            "Kết luận | - | - | Ban Chấp hành Trung ương | implements > self",
            "Nghị quyết | 37-NQ/TW | - | - | implements > self",
        ],
        id="party-2",
    ),
    pytest.param(
        "Thực hiện [Chương trình hành động số 50-CTr/TU ngày 12/5/2023 của Ban Chấp hành Đảng bộ tỉnh "
        "(khóa XIV)] thực hiện [Nghị quyết số 24-NQ/TW].",
        [
            "Chương trình hành động | 50-CTr/TU | 2023-05-12 | Tỉnh ủy Bình Thuận | implements > self",
            "Nghị quyết | 24-NQ/TW | - | - | implements > c1",
        ],
        id="chains-1",
    ),
    pytest.param(
        "Thực hiện [Chỉ thị số 05/CT-UBND ngày 03/3/2023 của Chủ tịch UBND tỉnh] về thực hiện [Chỉ thị "
        "số 09/CT-TTg ngày 02/02/2023 của Thủ tướng Chính phủ] về việc triển khai [Kết luận số "
        "50-KL/TW ngày 28/02/2023 của Bộ Chính trị].",
        [
            "Chỉ thị | 05/CT-UBND | 2023-03-03 | Ủy ban nhân dân tỉnh Bình Thuận | implements > self",
            "Chỉ thị | 09/CT-TTg | 2023-02-02 | Thủ tướng Chính phủ | implements > c1",
            "Kết luận | 50-KL/TW | 2023-02-28 | Bộ Chính trị | implements > c2",
        ],
        id="chains-2",
    ),
    pytest.param(
        "UBND tỉnh ban hành Kế hoạch triển khai [Nghị quyết số 11-NQ/TU ngày 01/11/2021 của Ban Chấp "
        "hành Đảng bộ tỉnh] và [Nghị quyết số 100/NQ-HĐND ngày 09/12/2021 của HĐND tỉnh].",
        [
            "Nghị quyết | 11-NQ/TU | 2021-11-01 | Tỉnh ủy Bình Thuận | implements > self",
            "Nghị quyết | 100/NQ-HĐND | 2021-12-09 | Hội đồng nhân dân tỉnh Bình Thuận | implements > self",
        ],
        id="chains-3",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh có ý kiến tại [Công văn số 4455 /UBND-KT ngày 12/12/2023]; [Quyết định số "
        "1122 /QĐ-UBND ngày 15 /5/2023].",
        [
            "Công văn | 4455/UBND-KT | 2023-12-12 | Ủy ban nhân dân tỉnh Bình Thuận | cites > self",
            "Quyết định | 1122/QĐ-UBND | 2023-05-15 | Ủy ban nhân dân tỉnh Bình Thuận | cites > self",
        ],
        id="numbers-1",
    ),
    pytest.param(
        "[Thông báo số 212/TB - VPCP ngày 01/6/2023]; [Quyết định số 15 / 2020 / QĐ-UBND ngày 20/3/2020].",
        [
            "Thông báo | 212/TB-VPCP | 2023-06-01 | Văn phòng Chính phủ | cites > self",
            "Quyết định | 15/2020/QĐ-UBND | 2020-03-20 | Ủy ban nhân dân tỉnh Bình Thuận | cites > self",
        ],
        id="numbers-2",
    ),
    pytest.param(
        "Thực hiện [NGHỊ QUYẾT SỐ 42/NQ-CP NGÀY 21/3/2023 CỦA CHÍNH PHỦ]; [KẾ HOẠCH SỐ 145/KH-UBND CỦA "
        "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN].",
        [
            "Nghị quyết | 42/NQ-CP | 2023-03-21 | Chính phủ | implements > self",
            "Kế hoạch | 145/KH-UBND | - | Ủy ban nhân dân tỉnh Bình Thuận | implements > self",
        ],
        id="numbers-3",
    ),
    pytest.param(
        "Theo [Công văn 623/BGDĐT-TTr] và [Tờ trình 45/TTr-SGD&ĐT ngày 01/02/2024 của Sở Giáo dục và "
        "Đào tạo].",
        [
            "Công văn | 623/BGDĐT-TTr | - | Bộ Giáo dục và Đào tạo | cites > self",
            "Tờ trình | 45/TTr-SGDĐT | 2024-02-01 | Sở Giáo dục và Đào tạo tỉnh Bình Thuận | cites > self",
        ],
        id="numbers-4",
    ),
    pytest.param(
        "Thực hiện [Quyết định số 2086/QĐ-BTTTT ngày 31/10/2023 của Bộ trưởng Bộ TT&TT]; [Công điện "
        "1177/CĐ-TTg ngày 23/12/2022 của Thủ tướng].",
        [
            "Quyết định | 2086/QĐ-BTTTT | 2023-10-31 | Bộ Thông tin và Truyền thông | implements > self",
            "Công điện | 1177/CĐ-TTg | 2022-12-23 | Thủ tướng Chính phủ | implements > self",
        ],
        id="numbers-5",
    ),
    pytest.param(
        "[Quyết định số 30/2019/QĐ-UBND ngày 02/8/2019 của UBND tỉnh] hết hiệu lực kể từ ngày Quyết "
        "định này có hiệu lực.",
        [
            "Quyết định | 30/2019/QĐ-UBND | 2019-08-02 | Ủy ban nhân dân tỉnh Bình Thuận | repeals > self",
        ],
        id="effect-1",
    ),
    pytest.param(
        "Đính chính Điều 3 [Quyết định số 56/2022/QĐ-UBND ngày 29/12/2022 của UBND tỉnh] do sai sót kỹ "
        "thuật.",
        [
            "Quyết định | 56/2022/QĐ-UBND | 2022-12-29 | Ủy ban nhân dân tỉnh Bình Thuận | corrects > self",
        ],
        id="effect-2",
    ),
    pytest.param(
        "[Nghị định số 99/2021/NĐ-CP của Chính phủ] (được sửa đổi bởi [Nghị định số 254/2025/NĐ-CP]) "
        "quy định về quản lý, thanh toán.",
        [
            "Nghị định | 99/2021/NĐ-CP | 2021 | Chính phủ | cites > self",
            "Nghị định | 254/2025/NĐ-CP | 2025 | Chính phủ | amends < c1",
        ],
        id="effect-3",
    ),
    pytest.param(
        "Ngày 27/12/2023, Thủ tướng Chính phủ ban hành [Quyết định số 1701/QĐ-TTg] phê duyệt [Quy "
        "hoạch tỉnh Bình Thuận thời kỳ 2021-2030, tầm nhìn đến năm 2050].",
        [
            "Quyết định | 1701/QĐ-TTg | - | Thủ tướng Chính phủ | cites > self",
            "Quy hoạch | tỉnh Bình Thuận thời kỳ 2021-2030, tầm nhìn đến năm 2050 | - | - | approves > c1",
        ],
        id="named-1",
    ),
    pytest.param(
        'Thực hiện [Đề án "Phát triển giáo dục mầm non vùng khó khăn đến năm 2030"] theo [Quyết định '
        "số 33/QĐ-TTg].",
        [
            "Đề án | Phát triển giáo dục mầm non vùng khó khăn đến năm 2030 | - | - | implements > self",
            "Quyết định | 33/QĐ-TTg | - | Thủ tướng Chính phủ | cites > self",
        ],
        id="named-2",
    ),
    pytest.param(
        'Tiếp tục thực hiện cuộc vận động "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh" và phong '
        'trào thi đua "Dạy tốt - Học tốt".',
        [],
        id="nothing-1",
    ),
    pytest.param(
        "Thực hiện Kế hoạch của Tỉnh ủy, Nghị quyết của HĐND tỉnh và các quy định của pháp luật.",
        [],
        id="nothing-2",
    ),
    pytest.param(
        "Mục tiêu: đến năm 2025 đạt 80/100 xã; tỷ lệ 1/3; ngày 20/11; điện thoại 0252.3822/345; tài "
        "khoản số 3751/KBNN.",
        [],
        id="nothing-3",
    ),
    pytest.param(
        "Quốc lộ 1A, số nhà 12/QL1A, TCVN ISO 9001:2015, QCVN 14:2008/BTNMT, biển số 86A-123.45.",
        [],
        id="nothing-4",
    ),
    pytest.param(
        "Căn cứ Kế hoạch này, các xã xây dựng kế hoạch cụ thể; nâng tỷ lệ vốn điều lệ và đổi mới "
        "chương trình học.",
        [],
        id="nothing-5",
    ),
]


def said(citation: Citation) -> str:
    """One line for one citation."""
    when = citation.date or (str(citation.year) if citation.year else "-")
    arrow = "<" if citation.inverse else ">"
    name = citation.number or citation.title or "-"
    return (
        f"{citation.type} | {name} | {when} | {citation.issuer or '-'} | "
        f"{citation.relation} {arrow} {citation.source}"
    )


def bracketed(text: str, citations: tuple[Citation, ...]) -> str:
    """The text with each citation in brackets; nested ones too."""
    marks = [(c.start, 1, -c.end, "[") for c in citations] + [(c.end, 0, -c.start, "]") for c in citations]
    for at, _, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@pytest.mark.parametrize(("marked", "lines"), SENTENCES)
def test_a_sentence_in_a_provincial_plan(marked: str, lines: list[str]) -> None:
    text = HEAD + marked.replace("[", "").replace("]", "")
    citations = extract(text).citations
    assert bracketed(text, citations).removeprefix(HEAD) == marked
    assert [said(c) for c in citations] == lines

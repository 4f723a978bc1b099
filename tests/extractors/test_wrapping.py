"""Where a saved page breaks its lines changes nothing of what a text says."""

from __future__ import annotations

import textwrap

import pytest

from extractors.pipeline import extract
from tests.extractors.reading import PLAN_OF_BINH_THUAN, edges_of

PARAGRAPHS = [
    "Căn cứ Nghị định số 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 của Chính phủ quy định chi tiết Luật Giáo "
    "dục năm 2019;",
    "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 03 tháng 02 năm 2024 và ý kiến của "
    "Sở Tư pháp tại Công văn số 15/STP-VB ngày 05 tháng 02 năm 2024,",
    "Thực hiện Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013 của Ban Chấp hành Trung ương Đảng khóa XI; "
    "Kế hoạch số 96/KH-UBND ngày 20 tháng 5 năm 2020 của Ủy ban nhân dân tỉnh Bình Thuận thực hiện Kết luận "
    "số 51-KL/TW ngày 30 tháng 5 năm 2019 của Ban Bí thư, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    "2. Tiếp tục thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025 ban "
    "hành kèm theo Quyết định số 263/QĐ-TTg ngày 22 tháng 02 năm 2022 của Thủ tướng Chính phủ.",
]


@pytest.mark.parametrize("width", [*range(34, 100, 6)])
@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=["basis", "proposals", "a chain", "an item"])
def test_a_paragraph_says_the_same_however_wide_its_lines_are(paragraph: str, width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=False))
    whole = extract(f"{PLAN_OF_BINH_THUAN}{paragraph}\n")
    assert edges_of(extract(f"{PLAN_OF_BINH_THUAN}{wrapped}\n")) == edges_of(whole)


@pytest.mark.parametrize("first", [22, 28, 36])
@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=["basis", "proposals", "a chain", "an item"])
def test_a_short_first_line_changes_nothing(paragraph: str, first: int) -> None:
    lead, *rest = textwrap.wrap(paragraph, first, break_on_hyphens=False)
    wrapped = "\n".join([lead, *textwrap.wrap(" ".join(rest), 80, break_on_hyphens=False)])
    whole = extract(f"{PLAN_OF_BINH_THUAN}{paragraph}\n")
    assert edges_of(extract(f"{PLAN_OF_BINH_THUAN}{wrapped}\n")) == edges_of(whole)

"""What a citation says: every relation with its cues, and what each citation hangs on."""

from __future__ import annotations

import pytest

from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN, edges

PLAN_SAYS = [
    ("Thực hiện Kết luận số 51-KL/TW.", "implements"),
    ("Triển khai Kết luận số 51-KL/TW.", "implements"),
    ("Tổ chức thực hiện có hiệu quả Kết luận số 51-KL/TW.", "implements"),
    ("Tiếp tục thực hiện nghiêm túc Kết luận số 51-KL/TW.", "implements"),
    ("Cụ thể hóa Kết luận số 51-KL/TW.", "implements"),
    ("Quán triệt sâu sắc Kết luận số 51-KL/TW.", "implements"),
    ("Phát triển thư viện theo tinh thần Kết luận số 51-KL/TW.", "implements"),
    ("Hoàn thành mục tiêu của Kết luận số 51-KL/TW.", "implements"),
    ("Sơ kết 05 năm thực hiện Kết luận số 51-KL/TW.", "implements"),
    ("Căn cứ Kết luận số 51-KL/TW;", "based_on"),
    ("Trên cơ sở Kết luận số 51-KL/TW, các sở xây dựng thư viện.", "based_on"),
    ("Bố trí kinh phí theo Kết luận số 51-KL/TW.", "cites"),
    ("Thực hiện chế độ thư viện theo Kết luận số 51-KL/TW.", "cites"),
    ("Chế độ quy định tại Kết luận số 51-KL/TW.", "cites"),
    ("Trẻ em được cấp sách theo Kết luận số 51-KL/TW.", "cites"),
    ("Nội dung nêu tại Kết luận số 51-KL/TW.", "cites"),
]
CIRCULAR_SAYS = [
    ("Thông tư này quy định chi tiết một số điều của {law}.", "details"),
    ("Thông tư này quy định chi tiết và hướng dẫn thi hành {law}.", "details"),
    ("Thông tư này hướng dẫn thực hiện {act}.", "guides"),
    ("Thông tư này hướng dẫn {act}.", "guides"),
    ("Thông tư này sửa đổi, bổ sung một số điều của {act}.", "amends"),
    ("Sửa đổi khoản 2 Điều 5 {act}.", "amends"),
    ("Bổ sung khoản 2a vào sau khoản 2 Điều 5 {act}.", "amends"),
    ("Thông tư này thay thế {act}.", "replaces"),
    ("Bãi bỏ {act}.", "repeals"),
    ("Hủy bỏ {act}.", "repeals"),
    ("{act} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", "repeals"),
    ("{act} chấm dứt hiệu lực.", "repeals"),
    ("{act} bị bãi bỏ.", "repeals"),
    ("Thông tư này đính chính lỗi kỹ thuật tại {act}.", "corrects"),
    ("Thông tư này hợp nhất {act}.", "consolidates"),
    ("{act} ngưng hiệu lực đến hết năm 2026.", "suspends"),
    ("Giải thích khoản 1 Điều 2 của {law}.", "interprets"),
]


@pytest.mark.parametrize(("text", "relation"), PLAN_SAYS)
def test_what_a_plan_says(text: str, relation: str) -> None:
    assert edges(PLAN_OF_BINH_THUAN + text) == [f"self {relation} 51-KL/TW"]


@pytest.mark.parametrize(("sentence", "relation"), CIRCULAR_SAYS)
def test_what_a_circular_says(sentence: str, relation: str) -> None:
    text = sentence.format(act="Thông tư số 12/2018/TT-BGDĐT", law="Luật Giáo dục số 43/2019/QH14")
    number = "12/2018/TT-BGDĐT" if "{act}" in sentence else "43/2019/QH14"
    assert edges(CIRCULAR + text) == [f"self {relation} {number}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thực hiện Nghị quyết số 29-NQ/TW; Chỉ thị số 05-CT/TW và Kết luận số 51-KL/TW.",
            ["self implements 29-NQ/TW", "self implements 05-CT/TW", "self implements 51-KL/TW"],
            id="a verb governs the whole list",
        ),
        pytest.param(
            "Thực hiện Kết luận số 51-KL/TW và báo cáo theo Nghị định số 80/2017/NĐ-CP.",
            ["self implements 51-KL/TW", "self cites 80/2017/NĐ-CP"],
            id="a cue of its own ends the list",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 96/KH-UBND ngày 8/1/2020 của UBND tỉnh về việc thực hiện Chương trình "
            "hành động số 100-CTr/TU ngày 3/3/2019 của Tỉnh ủy thực hiện Nghị quyết số 29-NQ/TW.",
            [
                "self implements 96/KH-UBND",
                "96/KH-UBND implements 100-CTr/TU",
                "100-CTr/TU implements 29-NQ/TW",
            ],
            id="a chain in titles",
        ),
        pytest.param(
            "Triển khai Kết luận số 51-KL/TW về tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
            ["self implements 51-KL/TW", "51-KL/TW implements 05-CT/TW"],
            id="a title names another",
        ),
        pytest.param(
            "UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 29-NQ/TW.",
            ["self implements 29-NQ/TW"],
            id="an issued plan that only carries out is no node",
        ),
        pytest.param(
            "Theo Nghị định số 24/2021/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 109/2022/NĐ-CP.",
            ["self cites 24/2021/NĐ-CP", "109/2022/NĐ-CP amends 24/2021/NĐ-CP"],
            id="the passive turns the edge",
        ),
        pytest.param(
            "Theo Nghị định số 24/2021/NĐ-CP (được thay thế bằng Nghị định số 109/2022/NĐ-CP).",
            ["self cites 24/2021/NĐ-CP", "109/2022/NĐ-CP replaces 24/2021/NĐ-CP"],
            id="the passive in brackets",
        ),
        pytest.param(
            "Theo Nghị định số 24/2021/NĐ-CP (sửa đổi tại Nghị định số 109/2022/NĐ-CP).",
            ["self cites 24/2021/NĐ-CP", "109/2022/NĐ-CP amends 24/2021/NĐ-CP"],
            id="the passive without its auxiliary",
        ),
        pytest.param(
            "Theo Thông tư số 12/2018/TT-BGDĐT quy định chi tiết Luật Giáo dục số 43/2019/QH14.",
            ["self cites 12/2018/TT-BGDĐT", "12/2018/TT-BGDĐT details 43/2019/QH14"],
            id="an act's title says what it details",
        ),
        pytest.param(
            "Theo Nghị định số 24/2021/NĐ-CP về thi hành Luật Giáo dục số 43/2019/QH14.",
            ["self cites 24/2021/NĐ-CP", "24/2021/NĐ-CP details 43/2019/QH14"],
            id="a decree on the enforcement of a law",
        ),
        pytest.param(
            "Theo Thông tư số 12/2018/TT-BGDĐT hướng dẫn thực hiện Nghị định số 24/2021/NĐ-CP.",
            ["self cites 12/2018/TT-BGDĐT", "12/2018/TT-BGDĐT guides 24/2021/NĐ-CP"],
            id="an act's title says what it guides",
        ),
        pytest.param(
            "Theo Thông tư số 12/2018/TT-BGDĐT sửa đổi, bổ sung Thông tư số 10/2016/TT-BGDĐT.",
            ["self cites 12/2018/TT-BGDĐT", "12/2018/TT-BGDĐT amends 10/2016/TT-BGDĐT"],
            id="an act's title says what it amends",
        ),
        pytest.param(
            "Quy chế quản lý thư viện ban hành kèm theo Quyết định số 12/2020/QĐ-UBND.",
            ["12/2020/QĐ-UBND promulgates quản lý thư viện", "self cites 12/2020/QĐ-UBND"],
            id="what is issued with an act",
        ),
        pytest.param(
            "Xét Tờ trình số 5/TTr-STC và ý kiến thẩm định của Sở Tư pháp tại Công văn số 6/STP-VB,",
            ["self based_on 5/TTr-STC", "self based_on 6/STP-VB"],
            id="two proposals",
        ),
        pytest.param(
            "Thực hiện Mục tiêu 3.2 Chương trình quốc gia về thư viện giai đoạn 2021-2030.",
            ["self implements quốc gia về thư viện giai đoạn 2021-2030"],
            id="a numbered part of what is carried out",
        ),
        pytest.param(
            "| 6 |\nThông tư số 12/2018/TT-BGDĐT\nSửa đổi, bổ sung Thông tư số 10/2016/TT-BGDĐT\n",
            ["self cites 12/2018/TT-BGDĐT", "12/2018/TT-BGDĐT amends 10/2016/TT-BGDĐT"],
            id="an act's title in the next cell of a table",
        ),
        pytest.param(
            "Các văn bản sửa đổi, bổ sung Nghị định số 80/2017/NĐ-CP.",
            ["self cites 80/2017/NĐ-CP"],
            id="whatever may amend an act",
        ),
        pytest.param(
            "Sở Nội vụ tham mưu sửa đổi Quyết định số 12/2020/QĐ-UBND.",
            ["self cites 12/2020/QĐ-UBND"],
            id="a change that is only spoken of",
        ),
    ],
)
def test_what_citations_hang_on(text: str, expected: list[str]) -> None:
    assert edges(PLAN_OF_BINH_THUAN + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thông tư này thay thế Thông tư số 12/2018/TT-BGDĐT và bãi bỏ Thông tư số 13/2019/TT-BGDĐT.",
            ["self replaces 12/2018/TT-BGDĐT", "self repeals 13/2019/TT-BGDĐT"],
        ),
        (
            "Quyết định số 12/QĐ-BGDĐT và Quyết định số 13/QĐ-BGDĐT hết hiệu lực.",
            ["self repeals 12/QĐ-BGDĐT", "self repeals 13/QĐ-BGDĐT"],
        ),
        (
            "Thông tư này thay thế Thông tư số 12/2018/TT-BGDĐT, Thông tư số 13/2019/TT-BGDĐT.",
            ["self replaces 12/2018/TT-BGDĐT", "self replaces 13/2019/TT-BGDĐT"],
        ),
        (
            "Thông tư số 12/2018/TT-BGDĐT được thay thế bởi Thông tư này.",
            ["self replaces 12/2018/TT-BGDĐT"],
        ),
        (
            "Bãi bỏ Quy chế quản lý thư viện ban hành kèm theo Thông tư số 12/2018/TT-BGDĐT.",
            ["12/2018/TT-BGDĐT promulgates quản lý thư viện", "self repeals 12/2018/TT-BGDĐT"],
        ),
        (
            "Sửa đổi, bổ sung một số thủ tục của Thông tư số 12/2018/TT-BGDĐT như sau:\n"
            "1. Cấp lại thẻ theo Mẫu số 4 ban hành kèm theo Nghị định số 24/2021/NĐ-CP;\n",
            ["self amends 12/2018/TT-BGDĐT", "self cites 24/2021/NĐ-CP"],
        ),
        (
            "1. Bổ sung điểm c khoản 2 Điều 10 như sau:\n“c) Giá sách tại Nghị định số 24/2021/NĐ-CP;”.\n",
            ["self cites 24/2021/NĐ-CP"],
        ),
        (
            "Trường hợp Thông tư số 12/2018/TT-BGDĐT được sửa đổi, bổ sung thì áp dụng văn bản mới.",
            ["self cites 12/2018/TT-BGDĐT"],
        ),
        (
            "Kể từ ngày Nghị định số 24/2021/NĐ-CP có hiệu lực, các trường báo cáo.",
            ["self cites 24/2021/NĐ-CP"],
        ),
        (
            "Dự án được thực hiện trước thời điểm Nghị định số 24/2021/NĐ-CP có hiệu lực thì làm tiếp.",
            ["self cites 24/2021/NĐ-CP"],
        ),
        (
            "Nếu có nội dung cần sửa đổi, bổ sung Nghị định số 24/2021/NĐ-CP, các bộ báo cáo.",
            ["self cites 24/2021/NĐ-CP"],
        ),
    ],
    ids=[
        "two verbs",
        "a cue behind a list",
        "a verb before a list",
        "replaced by this act",
        "what was issued with an act",
        "an item that applies another act",
        "in the new text",
        "whatever may come",
        "only a day",
        "only a time",
        "what may need a change",
    ],
)
def test_clauses_on_effect(text: str, expected: list[str]) -> None:
    assert edges(CIRCULAR + text) == expected

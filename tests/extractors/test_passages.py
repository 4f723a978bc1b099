"""What governs a mention from outside its sentence: basis blocks, list openings, titles, footnotes."""

from __future__ import annotations

import pytest

from extractors.pipeline import extract
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN, edges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Căn cứ Luật Giáo dục số 43/2019/QH14;\n"
            "Căn cứ Nghị định số 86/2022/NĐ-CP ngày 24 tháng 10 năm 2022 của Chính phủ;\n"
            "Theo đề nghị của Vụ trưởng Vụ Pháp chế tại Tờ trình số 12/TTr-BGDĐT,\n",
            ["self based_on 43/2019/QH14", "self based_on 86/2022/NĐ-CP", "self based_on 12/TTr-BGDĐT"],
            id="the basis block",
        ),
        pytest.param(
            "Căn cứ Nghị định số 24/2021/NĐ-CP quy định chi tiết Luật Giáo dục số 43/2019/QH14;\n",
            ["self based_on 24/2021/NĐ-CP", "24/2021/NĐ-CP details 43/2019/QH14"],
            id="a title in the basis block",
        ),
        pytest.param(
            "Điều 3. Bãi bỏ các văn bản sau:\n"
            "1. Thông tư số 12/2018/TT-BGDĐT.\n"
            "2. Quyết định số 13/2019/QĐ-BGDĐT.\n",
            ["self repeals 12/2018/TT-BGDĐT", "self repeals 13/2019/QĐ-BGDĐT"],
            id="items of a list take its opening line's verb",
        ),
        pytest.param(
            "Điều 3. Hiệu lực thi hành\n"
            "1. Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\n"
            "a) Thông tư số 12/2018/TT-BGDĐT;\n"
            "b) Thông tư số 13/2019/TT-BGDĐT.\n",
            ["self repeals 12/2018/TT-BGDĐT", "self repeals 13/2019/TT-BGDĐT"],
            id="an effect clause with a list",
        ),
        pytest.param(
            "Điều 1. Bãi bỏ toàn bộ văn bản\n"
            "Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật do Bộ trưởng Bộ Giáo dục và Đào tạo ban hành, liên "
            "tịch ban hành sau đây:\n"
            "1. Thông tư số 12/2018/TT-BGDĐT.\n"
            "2. Thông tư số 13/2019/TT-BGDĐT.\n",
            ["self repeals 12/2018/TT-BGDĐT", "self repeals 13/2019/TT-BGDĐT"],
            id="the order comes before who issued what it repeals",
        ),
        pytest.param(
            "Phụ lục\nDANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BÃI BỎ TOÀN BỘ\n"
            "1. Thông tư số 12/2018/TT-BGDĐT về thư viện.\n",
            ["self repeals 12/2018/TT-BGDĐT"],
            id="an annex whose heading repeals",
        ),
    ],
)
def test_what_a_circular_says_in_blocks(text: str, expected: list[str]) -> None:
    assert edges(CIRCULAR + text) == expected


AMENDED = (
    "Thông tư số 12/2018/TT-BGDĐT về thư viện, có hiệu lực kể từ ngày 01 tháng 3 năm 2018, "
    "được sửa đổi, bổ sung bởi:\n"
    "Thông tư số 13/2019/TT-BGDĐT ngày 5 tháng 6 năm 2019 của Bộ trưởng Bộ GDĐT;\n"
    "Thông tư số 14/2020/TT-BGDĐT ngày 7 tháng 8 năm 2020 của Bộ trưởng Bộ GDĐT.\n"
)
AMENDERS = ["13/2019/TT-BGDĐT amends 12/2018/TT-BGDĐT", "14/2020/TT-BGDĐT amends 12/2018/TT-BGDĐT"]


def test_what_a_consolidated_texts_footnote_quotes_hangs_on_the_act_of_the_note() -> None:
    note = (
        "Điều 1. Phạm vi1\nThông tư này quy định về thư viện./.\n"
        "1 Thông tư số 13/2019/TT-BGDĐT sửa đổi Thông tư số 12/2018/TT-BGDĐT, có căn cứ ban hành như sau:\n"
        "“Căn cứ Nghị định số 24/2021/NĐ-CP;\nCăn cứ Nghị định số 25/2021/NĐ-CP;”\n"
        "Thông tư số 14/2020/TT-BGDĐT sửa đổi Thông tư số 12/2018/TT-BGDĐT, có căn cứ ban hành như sau:\n"
        "“Căn cứ Nghị định số 26/2021/NĐ-CP;”\n"
    )
    head = CIRCULAR.replace("91/2024/TT-BGDĐT", "5/VBHN-BGDĐT")
    assert edges(head + AMENDED + note)[-7:] == [
        "self cites 13/2019/TT-BGDĐT",
        "13/2019/TT-BGDĐT amends 12/2018/TT-BGDĐT",
        "13/2019/TT-BGDĐT based_on 24/2021/NĐ-CP",
        "13/2019/TT-BGDĐT based_on 25/2021/NĐ-CP",
        "self cites 14/2020/TT-BGDĐT",
        "14/2020/TT-BGDĐT amends 12/2018/TT-BGDĐT",
        "14/2020/TT-BGDĐT based_on 26/2021/NĐ-CP",
    ]
    basis = extract(head + AMENDED + note).citations[-1]
    assert "Thông tư số 14/2020/TT-BGDĐT sửa đổi" in basis.evidence.text
    assert "Căn cứ Nghị định số 26/2021/NĐ-CP" in basis.evidence.text


def test_an_item_of_a_list_of_amending_acts_is_shown_with_what_they_amend() -> None:
    amender = extract(CIRCULAR + AMENDED).citations[-1]
    assert amender.number == "14/2020/TT-BGDĐT"
    assert "12/2018/TT-BGDĐT về thư viện" in amender.evidence.text


def test_the_list_in_a_note_says_what_was_consolidated() -> None:
    note = (
        "Điều 1. Phạm vi1\nThông tư này quy định về thư viện./.\n"
        "1 Văn bản này được hợp nhất từ 02 Thông tư sau:\n- Thông tư số 12/2018/TT-BGDĐT về thư viện;\n"
        "- Thông tư số 13/2019/TT-BGDĐT về thư viện.\n"
    )
    head = CIRCULAR.replace("91/2024/TT-BGDĐT", "5/VBHN-BGDĐT")
    assert edges(head + AMENDED + note)[-2:] == [
        "self consolidates 12/2018/TT-BGDĐT",
        "self consolidates 13/2019/TT-BGDĐT",
    ]


def test_a_consolidated_text_opens_with_the_act_it_consolidates() -> None:
    head = CIRCULAR.replace("91/2024/TT-BGDĐT", "5/VBHN-BGDĐT").replace("THÔNG TƯ", "VĂN BẢN HỢP NHẤT")
    assert edges(head + AMENDED) == ["self consolidates 12/2018/TT-BGDĐT", *AMENDERS]


def test_an_act_of_its_own_only_cites_what_was_amended() -> None:
    assert edges(CIRCULAR + AMENDED) == ["self cites 12/2018/TT-BGDĐT", *AMENDERS]


def test_what_a_list_says_by_its_opening_line_is_shown_with_that_line() -> None:
    text = (
        CIRCULAR
        + "Bãi bỏ các văn bản sau:\n1. Thông tư số 12/2018/TT-BGDĐT;\n2. Quyết định số 13/QĐ-BGDĐT.\n"
    )
    first, second = extract(text).citations
    assert first.evidence.text == "Bãi bỏ các văn bản sau:\n1. Thông tư số 12/2018/TT-BGDĐT;"
    assert second.evidence.text == text[text.index("Bãi bỏ") :].rstrip()


def test_of_a_long_list_the_opening_line_and_the_item_are_shown() -> None:
    items = [f"{n}. Thông tư số {n}/2018/TT-BGDĐT về quản lý thư viện lưu động;" for n in range(1, 40)]
    text = CIRCULAR + "\n".join(["Bãi bỏ các văn bản sau:", *items, ""])
    last = extract(text).citations[-1].evidence
    assert last.text == f"Bãi bỏ các văn bản sau:\n{items[-1]}"
    assert text[last.start : last.end].endswith(items[-1])


def test_the_act_that_quoted_new_text_calls_this_one_is_only_cited() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2018/TT-BGDĐT như sau:\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 9 như sau:\n"
        "“2. Kinh phí theo quy định. Ngoài ra, Thông tư này hướng dẫn trình tự như sau:”.\n"
    )
    assert "self cites 12/2018/TT-BGDĐT" in edges(CIRCULAR + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thực hiện các văn bản sau:\n- Chỉ thị số 05-CT/TW;\n- Kết luận số 51-KL/TW.\n",
            ["self implements 05-CT/TW", "self implements 51-KL/TW"],
            id="a list of dashes",
        ),
        pytest.param(
            "Thực hiện các chủ trương[1] về thư viện.\n\nNơi nhận:\n- Như trên;\n\n"
            "[1] Chỉ thị số 05-CT/TW; Kết luận số 51-KL/TW.\n",
            ["self implements 05-CT/TW", "self implements 51-KL/TW"],
            id="a footnote takes the relation of the sentence with its mark",
        ),
        pytest.param(
            "Bố trí kinh phí theo chế độ[1].\n\nNơi nhận:\n- Như trên;\n\n[1] Nghị định số 24/2021/NĐ-CP.\n",
            ["self cites 24/2021/NĐ-CP"],
            id="a footnote where the sentence only names",
        ),
    ],
)
def test_what_a_plan_says_in_blocks(text: str, expected: list[str]) -> None:
    assert edges(PLAN_OF_BINH_THUAN + text) == expected


def test_the_title_of_a_document_says_what_it_carries_out() -> None:
    text = PLAN_OF_BINH_THUAN.replace(
        "Phát triển thư viện trường học năm 2024",
        "Thực hiện Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư",
    )
    assert edges(text + "Các sở thực hiện kế hoạch này.") == ["self implements 51-KL/TW"]


def test_recipients_are_no_citations() -> None:
    text = "Thực hiện Kết luận số 51-KL/TW.\n\nNơi nhận:\n- Như Kế hoạch số 12/KH-UBND;\n- Lưu: VT.\n"
    assert edges(PLAN_OF_BINH_THUAN + text) == ["self implements 51-KL/TW"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "Các sở báo cáo. Thực hiện Kết luận số 51-KL/TW về thư viện. Gửi về UBND tỉnh.",
            "Thực hiện Kết luận số 51-KL/TW về thư viện.",
        ),
        (
            "Thực hiện các chủ trương[1] về thư viện.\n\nNơi nhận:\n- Lưu: VT.\n\n[1] Chỉ thị số 05-CT/TW.\n",
            "Thực hiện các chủ trương[1] về thư viện.",
        ),
    ],
    ids=["its own sentence", "the sentence with the footnote's mark"],
)
def test_the_evidence_is_the_whole_sentence(text: str, evidence: str) -> None:
    (citation,) = extract(PLAN_OF_BINH_THUAN + text).citations
    assert citation.evidence.text == evidence

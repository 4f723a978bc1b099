"""Blanks that saved pages lost between two words are put back; words that stand apart stay as they are."""

from __future__ import annotations

import pytest

from extractors.glued import TELLTALES, glued_words
from extractors.text import SourceText
from tests.extractors.reading import only


def apart(text: str) -> str:
    return SourceText(text, text).edited(glued_words(text)).flow


@pytest.mark.parametrize(
    ("glued", "words"),
    [
        ("thay thế Quyết định củaỦy ban nhân dân", "thay thế Quyết định của Ủy ban nhân dân"),
        ("Nghịđịnh số 91/2006/NĐ-CP", "Nghị định số 91/2006/NĐ-CP"),
        ("của Ủy ban nhân dânngày 26 tháng 11", "của Ủy ban nhân dân ngày 26 tháng 11"),
        ("quyđịnh chi tiết và hướngdẫn thi hành", "quy định chi tiết và hướng dẫn thi hành"),
        ("SỬA ĐỔI QUYẾTĐỊNH SỐ 5/QĐ-UBND", "SỬA ĐỔI QUYẾT ĐỊNH SỐ 5/QĐ-UBND"),
        ("vềviệc thựchiện Nghị quyết", "về việc thực hiện Nghị quyết"),
        ("ý kiến tạiCông văn số 5/STP", "ý kiến tại Công văn số 5/STP"),
    ],
)
def test_words_come_apart(glued: str, words: str) -> None:
    assert apart(glued) == words


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 91/2006/NĐ-CP ngày 06 tháng 9 năm 2006",
        "củaỦy ban, ứng dụng iOffice và YouTube, Quyết định số 5/QĐ-TTg, ThS. Lê An",
        "Đề án “SmartCity”",
    ],
)
def test_other_words_stay_whole(text: str) -> None:
    assert apart(text).replace("của Ủy", "củaỦy") == text


@pytest.mark.parametrize("telltale", TELLTALES)
def test_every_telltale_is_put_right(telltale: str) -> None:
    following = " 5 tháng 6" if telltale.endswith("ngày") else "y ban"
    assert glued_words(f"{telltale}{following}")


def test_a_citation_of_glued_words_keeps_its_raw_range() -> None:
    law = only("Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dânngày 26 tháng 11 năm 2003;")
    assert law.text == "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dânngày 26 tháng 11 năm 2003"
    assert law.date == "2003-11-26"

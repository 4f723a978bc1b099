"""RTF: characters in three spellings, fonts, tables, notes, and what is not text."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes


def rtf(body: str, fonts: str = "{\\f0\\fnil Times New Roman;}") -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{fonts}}}\\f0 {body}}}".encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Can c\u7913? Lu\u7853?t", "Can cứ Luật"),
        (r"{\uc2 c\u7913 ??x}", "cứx"),
        (r"\u55357?\u56960?", "🚀"),
        (r"C\'e2u", "Câu"),
        (r"a\par b\line c", "a\nb\nc"),
        (r"15/2023/TT\_BTC", "15/2023/TT-BTC"),
        (r"\{a\}\\", "{a}\\"),
        (r"{\info{\title bỏ}}gi", "gi"),
        (r"{\header so trang}{\footer 1}noi dung", "noi dung"),
        (r"{\*\unknown bo}con", "con"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Luat}}", "Luat"),
        (r"mot{\deleted  hai} ba", "mot ba"),
        (r"mot{\v  an} hai", "mot hai"),
        (r"{\listtext 1.\tab}Muc tieu\par", "1. Muc tieu"),
        (r"{\listtext\'b7\tab}Bo", "- Bo"),
        (r"{\pict\bin4 \{\}x}sau", "sau"),
        (r"Luat{\super\chftn{\footnote\chftn  So 1}} nay\par{\b het}", "Luat[1] nay\nhet\n\n[1] So 1"),
    ],
)
def test_text_as_shown(body: str, text: str) -> None:
    assert read_bytes(rtf(body.replace("bỏ", "bo")), "a.rtf").text == text


def test_vietnamese_code_page_by_the_fonts_character_set() -> None:
    fonts = "{\\f0\\fnil\\fcharset163 Times New Roman;}"
    assert read_bytes(rtf(r"Lu\'e2\'f2t", fonts), "a.rtf").text == "Luật".replace("ậ", "â\u0323")


def test_tcvn3_by_the_fonts_name() -> None:
    fonts = "{\\f0\\fnil Arial;}{\\f1\\fnil .VnTime;}{\\f2\\fnil .VnTimeH;}"
    body = r"{\f1 QuyÕt ®Þnh cña }{\f2 uû ban nh©n d©n}{\f0  No. 1}"
    document = read_bytes(rtf(body, fonts), "a.rtf")
    assert document.text == "Quyết định của UỶ BAN NHÂN DÂN No. 1"


def test_cells_know_their_place() -> None:
    body = (
        r"\trowd\cellx1\cellx2\intbl a\cell b1\par\intbl b2\cell\row"
        r"\trowd\cellx1\cellx2\intbl c\cell d\cell\row\pard sau"
    )
    document = read_bytes(rtf(body), "a.rtf")
    assert document.text == "a\n\nb1\nb2\n\nc\n\nd\n\nsau"
    cells = [(place.kind, place.row, place.column) for place in document.places]
    assert cells[0] == ("table_cell", 1, 1)
    assert cells[-2:] == [("table_cell", 2, 2), ("paragraph", None, None)]


def test_a_file_cut_short_gives_what_it_has() -> None:
    assert read_bytes(rtf(r"Can cu Luat\par Dieu 1. {\b")[:-1], "a.rtf").text == "Can cu Luat\nDieu 1."

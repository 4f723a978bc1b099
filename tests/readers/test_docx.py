"""What only Word documents hold: list numbers, fields, text boxes, moved and deleted text, fonts by style."""

from __future__ import annotations

import pytest

from extractors.readers import Document, read_bytes
from extractors.readers.docx_styles import Numbering, Styles
from extractors.readers.numbering import Level, ListCounter, written
from extractors.readers.package import parse_xml
from tests.readers import sample_document
from tests.readers.sample_document import paragraph, run

BY = 'w:author="A" w:date="2024-01-01T00:00:00Z"'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def read_body(xml: str) -> Document:
    return read_bytes(sample_document.docx(xml), "a.docx")


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (paragraph("Điều 1.") + paragraph("Điều 2."), "Điều 1.\nĐiều 2."),
        (paragraph("một\nhai"), "một\nhai"),
        ("<w:p>" + run("a") + "<w:r><w:tab/></w:r>" + run("b") + "</w:p>", "a\tb"),
        (
            "<w:p>" + run("15/2023/TT") + "<w:r><w:noBreakHyphen/></w:r>" + run("BTC") + "</w:p>",
            "15/2023/TT-BTC",
        ),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            "7",
        ),
        (f"<w:p><w:hyperlink>{run('Luật Giáo dục')}</w:hyperlink></w:p>", "Luật Giáo dục"),
        (f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>", "trong khung"),
        (f'<w:p><w:moveFrom w:id="1" {BY}>{run("cũ")}</w:moveFrom>{run("còn")}</w:p>', "còn"),
        (f'<w:p><w:moveTo w:id="1" {BY}>{run("mới")}</w:moveTo></w:p>', "mới"),
        (
            f'<w:p><w:pPr><w:rPr><w:del w:id="1" {BY}/></w:rPr></w:pPr>{run("Quyết định số ")}</w:p>'
            + paragraph("12/QĐ-UBND"),
            "Quyết định số 12/QĐ-UBND",
        ),
        (
            f"<w:p><w:r><w:drawing><w:txbxContent>{paragraph('trong hộp')}</w:txbxContent></w:drawing></w:r>"
            f"{run('ngoài')}</w:p>",
            "ngoài\ntrong hộp",
        ),
        (paragraph("") + paragraph("a") + paragraph(" "), "a"),
    ],
)
def test_text_as_shown(xml: str, text: str) -> None:
    assert read_body(xml).text == text


def test_nested_tables_read_in_order() -> None:
    inner = sample_document.table((("b1", "b2"),))
    xml = (
        "<w:tbl><w:tr><w:tc>" + paragraph("a1") + inner + paragraph("") + "</w:tc><w:tc>" + paragraph("a2")
        + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    document = read_body(xml)
    assert document.text.split("\n\n") == ["a1", "b1", "b2", "a2"]
    assert [(place.table, place.row, place.column) for place in document.places] == [
        (1, 1, 1),
        (2, 1, 1),
        (2, 1, 2),
        (1, 1, 2),
    ]


def test_list_numbers_go_on_over_other_paragraphs() -> None:
    xml = paragraph("một", NUMBERED) + paragraph("chen giữa") + paragraph("hai", NUMBERED)
    assert read_body(xml).text == "1. một\nchen giữa\n2. hai"


def test_legacy_font_of_a_run() -> None:
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    document = read_body(f"<w:p>{run('QuyÕt ®Þnh cña Uû ban nh©n d©n', font)}</w:p>")
    assert document.text == "Quyết định của Uỷ ban nhân dân"
    assert [note.code for note in document.notes] == ["converted_tcvn3"]


def test_running_headers_stand_beside_the_text() -> None:
    document = read_bytes(sample_document.docx(), "a.docx")
    assert document.metadata == (("header", sample_document.RUNNING_HEADER),)
    assert sample_document.RUNNING_HEADER not in document.text


def test_tracked_changes_are_noted() -> None:
    document = read_bytes(sample_document.docx(), "a.docx")
    assert [note.code for note in document.notes] == ["tracked_changes"]
    assert "Sửa đổi Thay thế" not in document.text


@pytest.mark.parametrize(
    ("value", "form", "label"),
    [
        (4, "decimal", "4"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
    ],
)
def test_numbers_in_words_forms(value: int, form: str, label: str) -> None:
    assert written(value, form) == label


def test_levels_of_a_list() -> None:
    counter = ListCounter(
        {
            0: Level("upperRoman", "%1."),
            1: Level("decimal", "%1.%2."),
            2: Level("lowerLetter", "%3)"),
            3: Level("bullet", ""),
        }
    )
    labels = [counter.next(depth) for depth in (0, 1, 1, 2, 2, 3, 1, 2, 0, 1)]
    assert labels == ["I.", "I.1.", "I.2.", "a)", "b)", "-", "I.3.", "a)", "II.", "II.1."]


LISTS = f"""<w:numbering {sample_document.W}>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""


@pytest.mark.parametrize(
    ("items", "labels"),
    [
        ([("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)], ["Điều 1.", "a)", "b)", "Điều 2.", "a)"]),
        ([("1", 0), ("2", 0), ("2", 0), ("1", 0)], ["Điều 1.", "Điều 7.", "Điều 8.", "Điều 2."]),
        ([("1", 0), ("3", 0)], ["Điều 1.", "Điều 2."]),
        ([("0", 0), ("9", 0)], ["", ""]),
    ],
)
def test_lists_of_one_definition_count_together(items: list[tuple[str, int]], labels: list[str]) -> None:
    numbering = Numbering.of(parse_xml(LISTS.encode(), "x"))
    written_labels = []
    for list_id, depth in items:
        numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        xml = f"<w:pPr {sample_document.W}>{numbers}</w:pPr>"
        written_labels.append(numbering.label(parse_xml(xml.encode(), "x"), None))
    assert written_labels == labels


def test_styles_give_lists_levels_and_fonts() -> None:
    styles = Styles.of(
        parse_xml(
            f"""<w:styles {sample_document.W}>
            <w:style w:type="paragraph" w:styleId="Dieu"><w:basedOn w:val="Goc"/><w:pPr>
              <w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:outlineLvl w:val="2"/></w:pPr>
              <w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style></w:styles>""".encode(),
            "x",
        )
    )
    assert styles.numbering_of("Dieu") == ("1", 0)
    assert styles.heading_level(None, "Dieu") == 3
    assert styles.font_of(None, "Dieu") == ".VnTime"

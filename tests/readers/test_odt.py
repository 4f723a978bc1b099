"""What only OpenDocument texts hold: blanks, lists, deletions in place, hidden styles, flat files."""

from __future__ import annotations

import pytest

from extractors.readers import Document, read_bytes

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
STYLES = (
    '<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>'
    "</office:font-face-decls><office:automatic-styles>"
    '<style:style style:name="VN"><style:text-properties style:font-name="F1"/></style:style>'
    '<style:style style:name="VN2" style:parent-style-name="VN"/>'
    '<style:style style:name="HID"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" '
    'text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3"/></text:list-style></office:automatic-styles>'
)


def read_body(xml: str) -> Document:
    page = f"<office:document {SPACES}>{STYLES}<office:body><office:text>{xml}</office:text></office:body>"
    return read_bytes(f'<?xml version="1.0" encoding="UTF-8"?>{page}</office:document>'.encode(), "a.fodt")


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd"),
        ("<text:p>xuống\n   dòng</text:p>", "xuống dòng"),
        ('<text:p>còn<text:span text:style-name="HID">ẩn</text:span></text:p>', "còn"),
        ('<text:section text:name="s"><text:p>trong phần</text:p></text:section>', "trong phần"),
        (f'<text:list text:style-name="L1">{items("một", "hai")}</text:list>', "I. một\nII. hai"),
        (
            '<text:list text:style-name="L1"><text:list-item><text:p>một</text:p>'
            f"<text:list>{items('x', 'y')}</text:list></text:list-item>{items('hai')}</text:list>",
            "I. một\nI.1) x\nI.2) y\nII. hai",
        ),
        (
            f'<text:list text:style-name="L1">{items("một")}</text:list><text:p>giữa</text:p>'
            f'<text:list text:style-name="L1" text:continue-numbering="true">{items("hai")}</text:list>',
            "I. một\ngiữa\nII. hai",
        ),
        (
            "<text:p>luật<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Luật số 1</text:p><text:p>và số 2</text:p></text:note-body></text:note> này</text:p>",
            "luật[1] này\n\n[1] Luật số 1\nvà số 2",
        ),
        (
            "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion/></text:changed-region>"
            "</text:tracked-changes><text:p>trước <text:change-start text:change-id='c1'/>bỏ"
            "<text:span>bỏ</text:span><text:change-end text:change-id='c1'/>sau</text:p>",
            "trước sau",
        ),
        (
            "<text:p>ngoài<draw:frame><draw:text-box><text:p>trong hộp</text:p></draw:text-box></draw:frame>"
            "</text:p>",
            "ngoài\ntrong hộp",
        ),
        ('<text:p text:style-name="VN2">QuyÕt ®Þnh cña</text:p>', "Quyết định của"),
    ],
)
def test_text_as_shown(xml: str, text: str) -> None:
    assert read_body(xml).text == text


def test_headings_and_cells_know_their_place() -> None:
    document = read_body(
        '<text:h text:outline-level="2">Mục 1</text:h><table:table><table:table-row><table:table-cell>'
        "<text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert document.text == "Mục 1\n\na\n\nb"
    assert [(place.kind, place.level, place.column) for place in document.places] == [
        ("heading", 2, None),
        ("table_cell", None, 1),
        ("table_cell", None, 2),
    ]

"""One sample plan, without legal force, written as Word XML: every other format is made from it.

It holds what readers stumble over: the two-column head, an automatic list, a heading, a table, two footnotes,
tracked changes, hidden text, a running header with a number that is not a citation.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

SMALL = '<w:sz w:val="20"/>'
RUNNING_HEADER = "CÔNG BÁO MẪU/Số 77 + 78/Ngày 02-10-2024"

PARAGRAPHS = (
    "KẾ HOẠCH",
    "Thực hiện Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị trên địa bàn tỉnh Sông Mây",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 của Chính phủ quy định việc quản lý trong "
    "cơ sở giáo dục mầm non và cơ sở giáo dục phổ thông công lập;",
)
HEADING = "I. MỤC ĐÍCH, YÊU CẦU"
LIST_ITEMS = (
    "Triển khai thực hiện Quyết định số 1705/QĐ-TTg ngày 31/12/2024 của Thủ tướng Chính phủ phê duyệt "
    "Chiến lược phát triển giáo dục đến năm 2030.",
    "Các sở, ngành tổ chức thực hiện Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024 của Bộ Giáo dục và Đào tạo "
    "về công khai trong hoạt động của các cơ sở giáo dục.",
    "Phấn đấu hoàn thành nhiệm vụ trước năm 2030.",
)
FOOTNOTES = (
    "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI.",
    "Kế hoạch số 152/KH-UBND ngày 20/5/2023 của Ủy ban nhân dân tỉnh Sông Mây.",
)
CELLS = (
    ("Nhiệm vụ", "Căn cứ thực hiện"),
    ("Rà soát trường học", "Công văn số 3899/BGDĐT-GDTrH ngày 03/8/2023 của Bộ Giáo dục và Đào tạo"),
    ("Bồi dưỡng giáo viên", "Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ Giáo dục và Đào tạo"),
)

BODY = "\n".join(
    (
        *PARAGRAPHS,
        HEADING,
        *(f"{number}. {item}" for number, item in enumerate(LIST_ITEMS, start=1)),
        "Kế hoạch này cụ thể hóa nghị quyết của Trung ương[1] và tiếp tục kế hoạch của tỉnh[2].",
        "Thay thế Kế hoạch số 98/KH-UBND ngày 14/3/2020 của Ủy ban nhân dân tỉnh Sông Mây.",
    )
)
TEXT = "\n\n".join(
    (
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Số: 215/KH-UBND",
        "Sông Mây, ngày 02 tháng 10 năm 2024",
        BODY,
        *(cell for row in CELLS for cell in row),
        "Nơi nhận:\n- Bộ Giáo dục và Đào tạo;\n- Lưu: VT.",
        "CHỦ TỊCH\nNguyễn Văn Mẫu",
        *(f"[{number}] {note}" for number, note in enumerate(FOOTNOTES, start=1)),
    )
)
"""What a reader of a structured format gives."""


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    pieces = [f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n")]
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{'<w:br/>'.join(pieces)}</w:r>"


def footnote_mark(number: int) -> str:
    return (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number + 1}"/></w:r>'
    )


def table(rows: tuple[tuple[str, ...], ...], borders: bool = True) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in edges) if borders else ""
    width = 9000 // len(rows[0])
    cell = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
    body = "".join(
        f"<w:tr>{''.join(cell.format(width=width, text=cell_paragraphs(text)) for text in row)}</w:tr>"
        for row in rows
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in rows[0])
    look = f"<w:tblPr><w:tblBorders>{drawn}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def cell_paragraphs(text: str) -> str:
    return "".join(paragraph(line) for line in text.split("\n"))


def body(tracked: bool = True) -> str:
    """The body; without `tracked` its changes are accepted already, for formats that cannot hold them."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    change = 'w:author="Người soạn" w:date="2024-09-30T08:00:00Z"'
    head = table(
        (
            (
                "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            ),
            ("Số: 215/KH-UBND", "Sông Mây, ngày 02 tháng 10 năm 2024"),
        ),
        borders=False,
    )
    changes = (
        f'<w:del w:id="900" {change}><w:r><w:delText xml:space="preserve">Sửa đổi </w:delText></w:r></w:del>',
        f'<w:ins w:id="901" {change}>{run("Thay thế ")}</w:ins>',
    )
    return "".join(
        (
            head,
            *(paragraph(text) for text in PARAGRAPHS),
            paragraph(HEADING, '<w:outlineLvl w:val="0"/>'),
            *(paragraph(item, numbered) for item in LIST_ITEMS),
            "<w:p>",
            run("Kế hoạch này cụ thể hóa nghị quyết của Trung ương"),
            footnote_mark(1),
            run(" và tiếp tục kế hoạch của tỉnh"),
            footnote_mark(2),
            run("."),
            run(" Ghi chú ẩn: Công văn số 1/HID.", "<w:vanish/>"),
            "</w:p><w:p>",
            *(changes if tracked else (run("Thay thế "),)),
            run("Kế hoạch số 98/KH-UBND ngày 14/3/2020 của Ủy ban nhân dân tỉnh Sông Mây."),
            "</w:p>",
            table(CELLS),
            paragraph("", "<w:pageBreakBefore/>"),
            table(
                (("Nơi nhận:\n- Bộ Giáo dục và Đào tạo;\n- Lưu: VT.", "CHỦ TỊCH\nNguyễn Văn Mẫu"),),
                borders=False,
            ),
        )
    )


def docx(body_xml: str | None = None, tracked: bool = True) -> bytes:
    """The sample as a Word document; with `body_xml`, another body in the same package."""
    document = (
        f"<w:document {W} {R}><w:body>{body(tracked) if body_xml is None else body_xml}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>'
        "</w:body></w:document>"
    )
    notes = "".join(
        f'<w:footnote w:id="{number + 1}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"<w:footnoteRef/></w:r>{run(' ' + text, SMALL)}</w:p></w:footnote>"
        for number, text in enumerate(FOOTNOTES, start=1)
    )
    separators = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="26"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
    parts = {
        "word/document.xml": ("document.main", document),
        "word/footnotes.xml": ("footnotes", f"<w:footnotes {W}>{separators}{notes}</w:footnotes>"),
        "word/header1.xml": ("header", f"<w:hdr {W}>{paragraph(RUNNING_HEADER)}</w:hdr>"),
        "word/numbering.xml": ("numbering", f"<w:numbering {W}>{numbering}</w:numbering>"),
        "word/styles.xml": ("styles", f"<w:styles {W}>{styles}</w:styles>"),
    }
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (
                ("footnotes", "footnotes.xml"),
                ("numbering", "numbering.xml"),
                ("header", "header1.xml"),
                ("styles", "styles.xml"),
            ),
            start=1,
        )
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{CONTENT_TYPE}.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}'
        "</Relationships>",
        **{name: xml for name, (_, xml) in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
    return buffer.getvalue()

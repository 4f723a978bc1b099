"""PDF: from letters at places to paragraphs in reading order."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors.readers import Limits, Reason, UnreadableFile, read, read_bytes
from extractors.readers.blocks import assemble
from extractors.readers.models import Source
from extractors.readers.pdf_furniture import Page
from extractors.readers.pdf_glyphs import Glyph, PageGlyphs, Rule
from extractors.readers.pdf_layout import blocks_of_pages
from extractors.readers.pdf_lines import lines_of
from extractors.readers.pdf_plumber import glyphs_by_pdfplumber
from tests.readers import small_pdf
from tests.readers.conftest import program

SIZE = 12.0
LETTER = 6.0


def letters(text: str, x: float, y: float, size: float = SIZE) -> list[Glyph]:
    """A line of letters of even width."""
    width = LETTER * size / SIZE
    return [
        Glyph(x + index * width, x + (index + 1) * width, y, size, letter, "Times")
        for index, letter in enumerate(text)
    ]


def printed(*lines: tuple[str, float, float] | tuple[str, float, float, float]) -> list[Glyph]:
    return [glyph for line in lines for glyph in letters(*line)]


def text_of(*pages: list[Glyph], rules: tuple[Rule, ...] = (), upright: tuple[Rule, ...] = ()) -> str:
    laid = []
    for number, glyphs in enumerate(pages, start=1):
        page = PageGlyphs(number, 595, 842, tuple(glyphs), rules, upright)
        laid.append(Page(page, tuple(lines_of(page))))
    blocks, _ = blocks_of_pages(laid, lambda: None)
    return assemble(blocks).text


FULL = "Các sở, ngành, địa phương tổ chức thực hiện Quyết định số 15/2023/"
LEFT = 72.0


def test_broken_lines_are_joined_and_broken_numbers_closed_up() -> None:
    glyphs = printed(
        (FULL, LEFT, 100), ("QĐ-TTg của Thủ tướng Chính phủ.", LEFT, 118), ("Điều 2. Hết", LEFT, 136)
    )
    assert text_of(glyphs) == FULL + "QĐ-TTg của Thủ tướng Chính phủ.\nĐiều 2. Hết"


def test_a_short_line_ends_its_paragraph() -> None:
    glyphs = printed((FULL, LEFT, 100), ("hết đoạn", LEFT, 118), ("Ông Nguyễn Văn Mẫu", LEFT, 136))
    assert text_of(glyphs) == FULL + "hết đoạn\nÔng Nguyễn Văn Mẫu"


def test_a_signatures_stamp_keeps_its_lines() -> None:
    glyphs = printed(
        (FULL, LEFT, 100), ("Ký bởi: Cổng Thông tin điện tử Chính phủ", LEFT, 112), ("QĐ-TTg.", LEFT, 124)
    )
    assert text_of(glyphs).split("\n")[1] == "Ký bởi: Cổng Thông tin điện tử Chính phủ"


def test_letters_printed_out_of_order_fall_into_place() -> None:
    word = letters("Quyết định", LEFT, 100)
    assert text_of([*word[:3], *word[4:], word[3]]) == "Quyết định"


def test_a_raised_number_is_a_footnotes_mark_and_a_power_is_not() -> None:
    glyphs = [*letters("theo luật", LEFT, 100), *letters("12", LEFT + 9 * LETTER, 95, 7)]
    glyphs += [*letters("rộng 5 m", LEFT, 130), *letters("2", LEFT + 8 * LETTER, 125, 7)]
    assert text_of(glyphs) == "theo luật[12]\nrộng 5 m2"


def test_footnotes_are_cut_off_and_numbered() -> None:
    glyphs = [
        *letters(FULL, LEFT, 600),
        *letters("3", LEFT, 745, 6),
        *letters("Luật số 1 được sửa đổi bởi", LEFT + 5, 750, 9),
        *letters("Luật số 2.", LEFT, 761, 9),
        *letters("4", LEFT, 767, 6),
        *letters("Luật số 3.", LEFT + 5, 772, 9),
    ]
    assert text_of(glyphs) == FULL + "\n\n[3] Luật số 1 được sửa đổi bởi Luật số 2.\n\n[4] Luật số 3."


def test_what_repeats_on_the_pages_is_left_out() -> None:
    pages = [
        printed(
            (f"CÔNG BÁO/Số {number}/Ngày 02-10-2024", LEFT, 40),
            (f"Nội dung trang thứ {word}.", LEFT, 120),
            (f"Trang {number}/3", 280, 815),
        )
        for number, word in ((1, "nhất"), (2, "hai"), (3, "ba"))
    ]
    assert text_of(*pages) == "Nội dung trang thứ nhất.\nNội dung trang thứ hai.\nNội dung trang thứ ba."


def test_the_head_of_a_second_document_is_no_running_line() -> None:
    head = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, 60)
    pages = [printed(head, (title, 250, 120)) for title in ("QUYẾT ĐỊNH", "KẾ HOẠCH", "QUY CHẾ")]
    assert text_of(*pages).count("CỘNG HÒA") == 3


def test_a_sentence_goes_on_over_the_pages_end() -> None:
    assert text_of(printed((FULL, LEFT, 700)), printed(("QĐ-TTg và tiếp tục.", LEFT, 90))) == (
        FULL + "QĐ-TTg và tiếp tục."
    )


def test_the_head_of_a_document_reads_column_by_column() -> None:
    glyphs = printed(
        ("ỦY BAN NHÂN DÂN", 80, 100),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, 100),
        ("TỈNH SÔNG MÂY", 90, 115),
        ("Độc lập - Tự do - Hạnh phúc", 310, 115),
        ("QUYẾT ĐỊNH", 270, 160),
    )
    assert text_of(glyphs) == (
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        "\n\nQUYẾT ĐỊNH"
    )


def test_two_columns_of_running_text() -> None:
    left = [(f"cột trái dòng thứ {number}", LEFT, 100 + 15 * number) for number in range(10, 20)]
    right = [(f"cột phải dòng thứ {number}", 320.0, 100 + 15 * number) for number in range(10, 20)]
    text = text_of(printed(*left, *right))
    assert text.index("cột trái dòng thứ 19") < text.index("cột phải dòng thứ 10")


def test_ruled_tables_read_row_by_row() -> None:
    glyphs = printed(
        ("Nhiệm vụ", 80, 100),
        ("Căn cứ", 300, 100),
        ("Rà soát", 80, 125),
        ("Công văn số 3899/BGDĐT-", 300, 125),
        ("GDTrH ngày 03/8/2023", 300, 140),
    )
    across = tuple(Rule(70, y, 500, y) for y in (85, 107, 150))
    upright = tuple(Rule(x, 85, x, 150) for x in (70, 290, 500))
    assert text_of(glyphs, rules=across, upright=upright) == (
        "Nhiệm vụ\n\nCăn cứ\n\nRà soát\n\nCông văn số 3899/BGDĐT-GDTrH ngày 03/8/2023"
    )


def test_a_list_number_far_from_its_text_stays_with_it() -> None:
    glyphs = printed(("1.", LEFT, 100), ("Thực hiện Nghị quyết số 29-NQ/TW", LEFT + 45, 100))
    assert text_of(glyphs) == "1. Thực hiện Nghị quyết số 29-NQ/TW"


def test_tcvn3_font_of_a_pdf() -> None:
    stream = small_pdf.lines(["QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh"], "latin-1")
    document = read_bytes(small_pdf.pdf([stream], font=".VnTime"), "a.pdf")
    assert document.text == "Quyết định của Uỷ ban nhân dân tỉnh"
    assert [note.code for note in document.notes] == ["converted_tcvn3"]


@pytest.mark.usefixtures("no_programs")
def test_letters_that_cannot_be_trusted_are_said_to_be() -> None:
    garbled = ["Nghô quyït cúa Bõ Chính trô vï ðõi mðùi cãn bãn, toàn diôn giâo dýc vâ ðâo tão"] * 6
    stream = small_pdf.lines(garbled, "cp1252", size=10)
    document = read_bytes(small_pdf.pdf([stream]), "a.pdf")
    assert document.quality < 0.75
    assert {"letters_doubtful", "pages_without_text"} <= {note.code for note in document.notes}


def test_places_carry_the_page() -> None:
    document = read_bytes(
        small_pdf.pdf([small_pdf.lines(["Dieu 1. Mot."]), small_pdf.lines(["Dieu 2. Hai."])]), "a.pdf"
    )
    assert [place.page for place in document.places] == [1, 2]


def test_password(variant: Callable[[str], Path], tmp_path: Path) -> None:
    soffice = program("soffice", "libreoffice-writer")
    locked = '{"EncryptFile":{"type":"boolean","value":"true"},'
    locked += '"DocumentOpenPassword":{"type":"string","value":"x"}}'
    command = [soffice, "--headless", "--convert-to", f"pdf:writer_pdf_Export:{locked}"]
    command += ["--outdir", str(tmp_path), str(variant("docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "sample.pdf")
    assert caught.value.reason is Reason.ENCRYPTED


def test_scans_need_recognition(variant: Callable[[str], Path]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(variant("png"), Limits(ocr=False))
    assert caught.value.reason is Reason.OCR_OFF


def test_threads_take_turns() -> None:
    pages = [small_pdf.lines([f"Khoan {word}."], top=500) for word in ("mot", "hai", "ba", "bon")]
    data = small_pdf.pdf(pages)
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda _: read_bytes(data, "a.pdf").text, range(12)))
    assert len(set(texts)) == 1


@pytest.mark.parametrize(
    ("turned", "matrix"),
    [
        (0, "1 0 0 1 100 {down}"),
        (90, "0 1 -1 0 {up} 100"),
        (180, "-1 0 0 -1 495 {up}"),
        (270, "0 -1 1 0 {side} 742"),
    ],
)
def test_turned_pages_read_as_shown(turned: int, matrix: str) -> None:
    shown = []
    for row, text in enumerate(("Dieu 1. Mot hai ba", "Dieu 2. Bon nam")):
        place = matrix.format(up=100 + 20 * row, down=742 - 20 * row, side=495 - 20 * row)
        shown.append(f"BT /F1 12 Tf {place} Tm ({text}) Tj ET")
    stream = "\n".join(shown)
    data = small_pdf.pdf([stream.encode()]).replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turned)
    assert read_bytes(data, "a.pdf").text == "Dieu 1. Mot hai ba\nDieu 2. Bon nam"


def picture_pdf(gray: bytes, width: int, height: int) -> bytes:
    """A PDF with one picture over the whole page and no letters."""
    image = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray " % (
        width,
        height,
    )
    image += b"/BitsPerComponent 8 /Length %d >>\nstream\n%s\nendstream" % (len(gray), gray)
    page = small_pdf.pdf([b"q 595 0 0 842 0 0 cm /I Do Q"])
    page = page.replace(b"/Font << /F1 3 0 R >>", b"/XObject << /I 9 0 R >>")
    end = page.index(b"xref\n")
    return page[:end] + b"9 0 obj\n" + image + b"\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"


@pytest.mark.usefixtures("no_programs")
def test_a_scanned_page_says_what_it_needs() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(picture_pdf(bytes(100), 10, 10), "quét.pdf")
    assert caught.value.reason is Reason.OCR_MISSING


def test_a_scanned_page_is_recognised(variant: Callable[[str], Path]) -> None:
    pil = pytest.importorskip("PIL.Image", reason="the extra `ocr` is not installed")
    program("tesseract", "tesseract-ocr, tesseract-ocr-vie")
    with pil.open(variant("png")) as picture:
        gray = picture.convert("L")
        data = picture_pdf(gray.tobytes(), gray.width, gray.height)
    document = read_bytes(data, "quét.pdf")
    assert document.reader == "pdf-ocr"
    assert [note.code for note in document.notes] == ["recognised"]
    assert "1705/QĐ-TTg" in document.text
    assert {place.page for place in document.places} == {1}


def test_pdfplumber_sees_the_same_letters() -> None:
    pytest.importorskip("pdfplumber", reason="the extra `formats` is not installed")
    data = small_pdf.pdf([small_pdf.lines(["Can cu Luat Giao duc;", "Dieu 1. Ban hanh."])])
    pages = glyphs_by_pdfplumber(Source.of(data, "a.pdf"))
    assert pages is not None
    assert text_of(list(pages[0].glyphs)) == read_bytes(data, "a.pdf").text

"""One document in every format gives the same text, the same citations, at the place where they stand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from extractors.pipeline import extract
from extractors.readers import Document, Reason, UnreadableFile, read, read_bytes
from tests.readers import sample_document
from tests.readers.legacy_letters import to_tcvn3, to_vni

Variant = Callable[[str], Path]

CITED = {
    "91-KL/TW",
    "24/2021/NĐ-CP",
    "1705/QĐ-TTg",
    "09/2024/TT-BGDĐT",
    "98/KH-UBND",
    "3899/BGDĐT-GDTrH",
    "1112/CT-BGDĐT",
    "29-NQ/TW",
    "152/KH-UBND",
}
EXACT = ("docx", "odt", "fodt", "rtf", "doc", "html")


def words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", text).split(" ")


def citations(document: Document) -> set[tuple[str | None, str | None, str | None, str]]:
    extraction = extract(document.text)
    for citation in extraction.citations:
        assert document.text[citation.start : citation.end] == citation.text
    return {(c.number, c.date, c.issuer, c.relation) for c in extraction.citations if c.number}


@pytest.fixture(scope="module")
def expected() -> set[tuple[str | None, str | None, str | None, str]]:
    found = citations(read_bytes(sample_document.TEXT.encode("utf-8"), "sample.txt"))
    assert {number for number, *_ in found} >= CITED
    return found


@pytest.mark.parametrize("ending", EXACT)
def test_structured_formats_give_the_same_text(variant: Variant, ending: str) -> None:
    assert read(variant(ending)).text == sample_document.TEXT


@pytest.mark.parametrize("ending", EXACT)
def test_structured_formats_give_the_same_citations(
    variant: Variant, expected: set[tuple[str | None, str | None, str | None, str]], ending: str
) -> None:
    assert citations(read(variant(ending))) == expected


def test_pdf_gives_the_same_words_and_citations(
    variant: Variant, expected: set[tuple[str | None, str | None, str | None, str]]
) -> None:
    document = read(variant("pdf"))
    assert sorted(words(document.text)) == sorted(words(sample_document.TEXT))
    assert citations(document) == expected
    assert ("header", sample_document.RUNNING_HEADER) in document.metadata


def test_scan_gives_nearly_all_citations(
    variant: Variant, expected: set[tuple[str | None, str | None, str | None, str]]
) -> None:
    try:
        document = read(variant("png"))
    except UnreadableFile as error:
        if error.reason in {Reason.OCR_MISSING, Reason.OCR_LANGUAGE_MISSING}:
            pytest.skip(f"{error} (Debian: tesseract-ocr, tesseract-ocr-vie)")
        raise
    numbers = {number for number, *_ in citations(document)}
    wanted = {number for number, *_ in expected}
    assert len(numbers & wanted) >= 0.98 * len(wanted)
    assert document.quality < 1
    assert document.notes[0].code == "recognised"


@pytest.mark.parametrize(("encode", "code"), [(to_tcvn3, "tcvn3"), (to_vni, "vni")])
def test_legacy_encodings_give_the_same_citations(
    expected: set[tuple[str | None, str | None, str | None, str]],
    encode: Callable[[str], str],
    code: str,
) -> None:
    document = read_bytes(encode(sample_document.TEXT).encode("cp1252"), "sample.txt")
    found = citations(document)
    assert len(found & expected) >= 0.98 * len(expected)
    assert code in document.notes[0].en
    assert document.quality <= 0.97


def test_containers_give_their_members(variant: Variant) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(variant("docx"), "năm 2024/kế hoạch.docx")
        archive.writestr("rỗng.txt", b"")
    message = EmailMessage()
    message["Subject"] = "Gửi kế hoạch"
    message["From"] = "van-thu@songmay.example"
    message["To"] = "so-gddt@songmay.example"
    message.set_content("Kính gửi các sở, gửi kèm Kế hoạch số 215/KH-UBND.")
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="kế hoạch.zip")
    document = read_bytes(message.as_bytes(), "thư.eml")
    assert [(part.path, part.reader) for part in document.documents()] == [
        ("thư.eml", "eml"),
        ("thư.eml/kế hoạch.zip/năm 2024/kế hoạch.docx", "docx"),
    ]
    assert [part.text for part in document.documents()][1] == sample_document.TEXT
    (skipped,) = document.all_skipped()
    assert (skipped.path, skipped.error.reason) == ("thư.eml/kế hoạch.zip/rỗng.txt", Reason.EMPTY)


def test_places_lead_back_to_the_file(variant: Variant) -> None:
    document = read(variant("docx"))

    def place_of(quote: str) -> object:
        place = document.places.at(document.text.index(quote))
        assert place is not None
        return (place.kind, place.level, place.table, place.row, place.column, place.mark)

    assert place_of("I. MỤC ĐÍCH") == ("heading", 1, None, None, None, None)
    assert place_of("1. Triển khai") == ("list_item", None, None, None, None, None)
    assert place_of("Công văn số 3899") == ("table_cell", None, 2, 2, 2, None)
    assert place_of("[2] Kế hoạch") == ("footnote", None, None, None, None, "[2]")


def test_pdf_places_tell_the_page(variant: Variant) -> None:
    document = read(variant("pdf"))
    first = document.places.at(document.text.index("KẾ HOẠCH"))
    last = document.places.at(document.text.index("Nguyễn Văn Mẫu"))
    assert document.pages == 2
    assert (first and first.page, last and last.page) == (1, 2)

"""Hostile and broken files: each ends as a named, explained skip within its limits, and crashes nothing."""

from __future__ import annotations

import io
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.readers import DEFAULT_LIMITS, Document, Limits, Reason, UnreadableFile, read_bytes
from tests.readers import sample_document, small_pdf

W = sample_document.W


def archive(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return buffer.getvalue()


def tarball(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            packed.addfile(member, io.BytesIO(text.encode()))
    return buffer.getvalue()


def with_document(xml: str) -> bytes:
    """The sample package with another document part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample_document.docx())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return buffer.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(archive({"a.txt": "Căn cứ Luật"}, zipfile.ZIP_STORED))
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    return bytes(data)


def matryoshka(depth: int) -> bytes:
    data = archive({"a.txt": "Căn cứ Luật"})
    for _ in range(depth):
        data = archive({"a.zip": data})
    return data


def huge_picture() -> bytes:
    """A PNG that claims 60,000 × 60,000 dots in a hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = f"<w:document {W}><w:body>{'<w:sdt><w:sdtContent>' * 5000}"
DOCX = sample_document.docx()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LIMITS = replace(DEFAULT_LIMITS, unpacked_bytes=64 * 1024 * 1024, members=50, nesting=3, pages=5_000)


@pytest.mark.parametrize(
    ("data", "name", "reasons"),
    [
        (b"", "a.docx", {Reason.EMPTY}),
        (DOCX[: len(DOCX) // 2], "cut.docx", {Reason.DAMAGED}),
        (with_document("<w:document"), "cut part.docx", {Reason.DAMAGED}),
        (with_document(LAUGHS), "laughs.docx", {Reason.UNSAFE_XML}),
        (with_document(OUTSIDE), "outside.docx", {Reason.UNSAFE_XML}),
        (with_document(DEEP), "deep.docx", {Reason.DAMAGED}),
        (
            with_document(f"<w:document {W}><w:body>" + " " * 40_000_000),
            "bomb.docx",
            {Reason.BOMB, Reason.DAMAGED},
        ),
        (archive({"[Content_Types].xml": ""}), "hollow.docx", {Reason.DAMAGED}),
        (b"%PDF-1.7\n1 0 obj", "cut.pdf", {Reason.DAMAGED}),
        (small_pdf.pdf([small_pdf.lines(["a"])], pretend_pages=10_000), "long.pdf", {Reason.TOO_MANY_PAGES}),
        (small_pdf.pdf([b""]), "blank.pdf", {Reason.NO_TEXT, Reason.OCR_MISSING}),
        (b"{\\rtf1 " + b"{" * 5_000, "deep.rtf", {Reason.TOO_DEEP}),
        (b"{\\rtf1}", "empty.rtf", {Reason.NO_TEXT}),
        (OLE + bytes(600), "cut.doc", {Reason.DAMAGED, Reason.TOOL_MISSING}),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "locked.docx",
            {Reason.ENCRYPTED},
        ),
        (archive({f"{number}.txt": "x" for number in range(60)}), "many.zip", {Reason.TOO_MANY_MEMBERS}),
        (huge_picture(), "huge.png", {Reason.BOMB, Reason.OCR_MISSING}),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "cut.png", {Reason.DAMAGED, Reason.OCR_MISSING}),
        (bytes(random.Random(7).randbytes(5_000)), "noise.txt", {Reason.BINARY}),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "a.7z", {Reason.PACKED}),
        (tarball({"a.txt": "Căn cứ Luật"}), "a.tar", {Reason.PACKED}),
        (b"\x05Admin" + b" " * 49 + "\x05Admin".encode("utf-16-le") + bytes(99), "~$a.docx", {Reason.BINARY}),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(100), "a.docx.lnk", {Reason.BINARY}),
        (b"\0\0\0\x18ftypmp42" + bytes(200), "film.pdf", {Reason.BINARY}),
        (b" \n" * 1_000, "blank.txt", {Reason.NO_TEXT}),
        (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a.xlsx", {Reason.SPREADSHEET}),
        (archive({"[Content_Types].xml": "", "ppt/slide.xml": ""}), "a.pptx", {Reason.SLIDES}),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "a.msg", {Reason.OUTLOOK}),
        (b"PAR1" + bytes(20), "a.parquet", {Reason.NEEDS_CORPUS}),
        (b"<html><script>1</script></html>", "a.html", {Reason.NO_TEXT}),
        (b"<html><body>" + b"<div>" * 200_000 + b"x", "deep.html", {Reason.TOO_DEEP}),
        (
            b"MIME-Version: 1.0\nFrom: a\nContent-Type: multipart/related; boundary=b\n\n",
            "a.mht",
            {Reason.DAMAGED},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.usefixtures("no_programs")
def test_each_bad_file_is_named_and_explained(data: bytes, name: str, reasons: set[Reason]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name, LIMITS)
    assert caught.value.reason in reasons
    for lang in ("vi", "en"):
        assert "?" not in caught.value.message(lang) + caught.value.advice(lang)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted_zip(), Reason.ENCRYPTED),
        (archive({"bomb.txt": b"0" * 80_000_000}), Reason.BOMB),
        (matryoshka(8), Reason.TOO_DEEP),
        (archive({"program.exe": b"MZ\x90\x00" + bytes(100)}), Reason.BINARY),
        (archive({"a.docx": b""}), Reason.EMPTY),
    ],
)
@pytest.mark.usefixtures("no_programs")
def test_members_that_cannot_be_read_are_skipped_by_name(data: bytes, reason: Reason) -> None:
    document = read_bytes(data, "a.zip", LIMITS)
    assert [skipped.error.reason for skipped in document.all_skipped()] == [reason]
    assert all(skipped.path.startswith("a.zip/") for skipped in document.all_skipped())


def test_names_that_lead_out_of_an_archive_are_only_names() -> None:
    document = read_bytes(archive({"../../etc/a.txt": "Căn cứ Luật", "C:\\b.txt": "Căn cứ Bộ luật"}), "a.zip")
    assert [child.text for child in document.documents()] == ["Căn cứ Luật", "Căn cứ Bộ luật"]


def test_what_systems_leave_in_an_archive_is_passed_over() -> None:
    left = {"__MACOSX/._a.txt": b"\0\5\x16\7", ".DS_Store": b"\0\0\0\1Bud1", "Thumbs.db": OLE + bytes(600)}
    document = read_bytes(archive({**left, "a.txt": "Căn cứ Luật"}), "a.zip")
    assert [child.path for child in document.documents()] == ["a.zip/a.txt"]
    assert not list(document.all_skipped())


def test_deep_pages_keep_their_text() -> None:
    page = "<html><body>" + "<div>" * 2_000 + "Căn cứ Luật" + "</div>" * 2_000
    assert read_bytes(page.encode(), "a.html").text == "Căn cứ Luật"


def test_a_bad_member_does_not_lose_the_good_one() -> None:
    document = read_bytes(archive({"bad.pdf": b"%PDF-", "tốt.txt": "Căn cứ Luật Giáo dục"}), "a.zip")
    assert [child.name for child in document.documents()] == ["tốt.txt"]
    assert [skipped.path for skipped in document.all_skipped()] == ["a.zip/bad.pdf"]


def test_macros_are_never_run_nor_read() -> None:
    buffer = io.BytesIO(DOCX)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/vbaProject.bin", b'Attribute VB_Name = "AutoOpen"')
    document = read_bytes(buffer.getvalue(), "macro.docm")
    assert document.text == sample_document.TEXT


def test_time_is_bounded() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(DOCX, "a.docx", Limits(seconds=-1))
    assert caught.value.reason is Reason.TOO_SLOW


def test_size_is_bounded() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b"a" * 2000, "a.txt", Limits(file_bytes=1000))
    assert caught.value.reason is Reason.TOO_LARGE


def eml() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Gửi", "a@b.example"
    message.set_content("Kính gửi các sở")
    message.add_alternative("<p>Kính gửi</p>", subtype="html")
    message.add_attachment(DOCX, maintype="application", subtype="zip", filename="a.docx")
    return message.as_bytes()


SEEDS: dict[str, bytes] = {
    "a.docx": DOCX,
    "a.pdf": small_pdf.pdf([small_pdf.lines(["Can cu Luat", "Dieu 1."]), small_pdf.lines(["Dieu 2."])]),
    "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0\fcharset163 Times;}}\f0 C\'e3n c\u7913? {\footnote x}\cell\row}",
    "a.html": "<html><body><table><tr><td>Căn cứ<p>x</table><ol><li>y</ol></body></html>".encode(),
    "a.eml": eml(),
    "a.zip": archive({"b.docx": DOCX, "c/d.txt": "x"}),
    "a.txt": "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;".encode(),
    "a.fodt": (
        '<?xml version="1.0"?>'
        '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Căn cứ'
        "<text:s text:c='3'/></text:p></office:text></office:body></office:document>"
    ).encode(),
}


def outcome(data: bytes, name: str) -> Document | UnreadableFile:
    """What reading gives; anything but a document or an explained error fails the test."""
    try:
        document = read_bytes(data, name, replace(LIMITS, ocr=False, seconds=20))
    except UnreadableFile as error:
        return error
    for part in document.documents():
        for place in part.places:
            assert 0 <= place.start < place.end <= len(part.text)
    return document


Edit = Callable[[bytes], bytes]


@st.composite
def edits(draw: st.DrawFn, size: int) -> Edit:
    """A way to damage a file: cut it, write over it, put bytes in, double a part."""
    at = draw(st.integers(0, max(0, size - 1)))
    junk = draw(st.binary(min_size=1, max_size=12))
    kind = draw(st.sampled_from(("cut", "over", "in", "double")))
    if kind == "cut":
        return lambda data: data[:at]
    if kind == "over":
        return lambda data: data[:at] + junk + data[at + len(junk) :]
    if kind == "in":
        return lambda data: data[:at] + junk + data[at:]
    return lambda data: data[:at] + data[at : at + 200] * 3 + data[at:]


@pytest.mark.parametrize("name", sorted(SEEDS))
@pytest.mark.usefixtures("no_programs")
@given(data=st.data())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_damaged_files_crash_nothing(name: str, data: st.DataObject) -> None:
    seed = SEEDS[name]
    for edit in data.draw(st.lists(edits(len(seed)), min_size=1, max_size=4)):
        seed = edit(seed)
    outcome(seed, name)


@pytest.mark.usefixtures("no_programs")
@given(
    magic=st.sampled_from(
        (
            b"",
            b"PK\x03\x04",
            b"%PDF-1.5\n",
            b"{\\rtf1",
            b"<html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xff\xfe",
        )
    ),
    noise=st.binary(max_size=400),
    name=st.sampled_from(sorted(SEEDS)),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_noise_crashes_nothing(magic: bytes, noise: bytes, name: str) -> None:
    outcome(magic + noise, name)


WITHOUT_NUL = st.characters(exclude_characters="\x00", exclude_categories=["Cs"])


@given(text=st.text(WITHOUT_NUL, max_size=300), encoding=st.sampled_from(("utf-8", "utf-16", "utf-8-sig")))
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back_as_it_was_written(text: str, encoding: str) -> None:
    written = text.encode(encoding, errors="ignore")
    result = outcome(written, "a.txt")
    if (
        isinstance(result, Document)
        and encoding == "utf-8"
        and "encoding_guessed" not in {note.code for note in result.notes}
    ):
        readable = text.encode("utf-8", errors="ignore").decode("utf-8")
        assert result.text == readable or any(note.code.startswith("converted") for note in result.notes)

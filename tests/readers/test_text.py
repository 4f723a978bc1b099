"""Plain text: the file decoded, offsets as stored, encodings told apart."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extractors.readers import Reason, UnreadableFile, read, read_bytes

SENTENCE = "Quyết định về việc ban hành kế hoạch của Ủy ban nhân dân tỉnh Bình Phước, số 12/QĐ-UBND."


def windows_1258(text: str) -> str:
    """Base letters whole, tone marks after them: how Windows-1258 spells Vietnamese."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + "".join(part for part in parts if part in tones))
    return "".join(letters)


@pytest.mark.parametrize(
    ("data", "text", "certain"),
    [
        (SENTENCE.encode("utf-8"), SENTENCE, True),
        (SENTENCE.encode("utf-8-sig"), "\ufeff" + SENTENCE, True),
        (SENTENCE.encode("utf-16"), SENTENCE, True),
        (SENTENCE.encode("utf-16-le"), SENTENCE, True),
        (SENTENCE.encode("utf-16-be"), SENTENCE, True),
        (SENTENCE.encode("utf-32"), SENTENCE, True),
        (windows_1258(SENTENCE).encode("cp1258"), windows_1258(SENTENCE), False),
        (
            unicodedata.normalize("NFD", SENTENCE).encode("utf-8"),
            unicodedata.normalize("NFD", SENTENCE),
            True,
        ),
        (b"Quyet dinh so 12/QD-UBND.", "Quyet dinh so 12/QD-UBND.", True),
        ((SENTENCE + "\x00").encode("utf-8"), SENTENCE + "\x00", True),
    ],
)
def test_encodings(data: bytes, text: str, certain: bool) -> None:
    document = read_bytes(data, "văn bản.txt")
    assert document.text == text
    assert ("encoding_guessed" in {note.code for note in document.notes}) is not certain
    assert (document.quality < 1) is not certain


def test_line_ends_stay_as_stored() -> None:
    stored = "Điều 1.\r\nĐiều 2.\rĐiều 3.\n\n"
    assert read_bytes(stored.encode("utf-8"), "a.txt").text == stored


def test_a_file_cut_within_a_letter_is_read_to_the_cut() -> None:
    data = SENTENCE.encode("utf-8")
    cut = data[: data.index("ế".encode()) + 2]
    document = read_bytes(cut + b"", "a.txt")
    assert document.text.startswith("Quy")
    assert document.notes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"  \r\n\t ", Reason.NO_TEXT),
        (bytes(range(256)) * 20, Reason.BINARY),
        (b"MZ\x90\x00" + bytes(200), Reason.BINARY),
    ],
)
def test_what_is_no_text_says_so(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.reason is reason


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "không có.txt")
    assert caught.value.reason is Reason.NOT_FOUND
    assert "không có.txt" in caught.value.message("vi")


def test_vietnamese_without_diacritics_is_doubted() -> None:
    bare = (
        "Can cu nghi dinh cua Chinh phu quy dinh ve cac quyet dinh, thong tu cua uy ban nhan dan cac tinh. "
        * 5
    )
    document = read_bytes(bare.encode("ascii"), "a.txt")
    assert document.quality < 0.9
    assert [note.code for note in document.notes] == ["diacritics_missing"]


@pytest.mark.parametrize(("name", "media_type"), [("a.md", "text/markdown"), ("a.txt", "text/plain")])
def test_media_types(name: str, media_type: str) -> None:
    assert read_bytes(b"# Heading", name).media_type == media_type

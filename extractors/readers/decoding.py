"""From the bytes of a text file to its characters, with the encoding named."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.legacy import detect, to_unicode
from extractors.readers.syllables import letter_statistics


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the name of the encoding it was stored in; `certain` is False where it was guessed."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes) -> Decoded:
    """Decodes UTF-8, UTF-16 and UTF-32 (by mark or by pattern), and else an 8-bit code page.

    The text keeps its line ends, and a UTF-8 byte-order mark stays in it as U+FEFF, so that offsets are those
    of the file opened as UTF-8. Raises `UnreadableFile` (`binary`) for bytes that are no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    head = data[:4096]
    if head.count(0) > _STRAY_NULS * len(head):
        for encoding in ("utf-16-le", "utf-16-be"):
            decoded = _plausible_utf16(data, encoding)
            if decoded is not None:
                return decoded
        raise UnreadableFile(Reason.BINARY)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError as error:
        if _is_cut_or_spotted(data, error):
            return Decoded(data.decode("utf-8", errors="replace"), "utf-8", False)
    return _eight_bit(data)


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_STRAY_NULS = 0.02
"""A text in one byte a letter may hold a few NULs; in UTF-16 every other byte of a digit or blank is one."""

_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x08\x0b\x1f\x1e\x1a")


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, True)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, errors="replace"), encoding, False)


def _plausible_utf16(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:2000]
    if sum(character.isspace() or " " <= character <= "ỿ" for character in sample) < 0.97 * len(sample):
        return None
    return Decoded(text, encoding, True)


def _is_cut_or_spotted(data: bytes, error: UnicodeDecodeError) -> bool:
    """True for UTF-8 with a few bad bytes: cut at the end, or one letter in a hundred damaged."""
    if error.start >= len(data) - 4 and error.start > 0:
        return True
    replaced = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(character > "\x7f" for character in replaced)
    return beyond_ascii > 0 and replaced.count("�") < 0.01 * beyond_ascii


def _eight_bit(data: bytes) -> Decoded:
    """Windows-1258, or TCVN3 or VNI converted, whichever makes the most Vietnamese of the bytes."""
    if sum(byte in _CONTROL for byte in data[:4096]) > 0.01 * min(len(data), 4096):
        raise UnreadableFile(Reason.BINARY)
    western = data.decode("latin-1").translate(_WINDOWS_1252)
    vietnamese = data.decode("cp1258", errors="replace")
    legacy = detect(western)
    if legacy is not None and letter_statistics(vietnamese).valid_share < 0.9:
        return Decoded(to_unicode(western, legacy), legacy, False)
    return Decoded(vietnamese, "cp1258", False)


_WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xA0)
}

"""Notes that several readers make."""

from __future__ import annotations

from extractors.readers.legacy import LegacyEncoding
from extractors.readers.models import Note

_NAMES: dict[LegacyEncoding, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def tracked_changes(count: int) -> tuple[Note, ...]:
    """That a document's changes were read as accepted; nothing where it has none."""
    if not count:
        return ()
    return (
        Note(
            "tracked_changes",
            f"Văn bản có {count} chỗ sửa đang theo dõi, đã đọc như đã chấp nhận.",
            f"The document has {count} tracked changes, read as accepted.",
        ),
    )


def converted(encoding: LegacyEncoding) -> Note:
    """That letters of a legacy encoding were turned into Unicode."""
    name = _NAMES[encoding]
    return Note(
        f"converted_{encoding}",
        f"Chữ theo bảng mã {name} đã được chuyển sang Unicode.",
        f"Letters in the {name} encoding were converted to Unicode.",
    )


def encoding_guessed(encoding: str) -> Note:
    """That a text file does not say how it is encoded."""
    return Note(
        "encoding_guessed",
        f"Bảng mã của tệp không ghi rõ, đã đọc theo {encoding}.",
        f"The file does not name its encoding; read as {encoding}.",
    )


def recognised(pages: int, confidence: float) -> Note:
    """That pages are pictures whose letters were recognised."""
    return Note(
        "recognised",
        f"{pages} trang được nhận dạng bằng Tesseract (độ tin cậy {confidence:.0%}).",
        f"{pages} pages were recognised by Tesseract (confidence {confidence:.0%}).",
    )

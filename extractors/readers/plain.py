"""Plain text and Markdown: the file decoded, and nothing else."""

from __future__ import annotations

from extractors.readers.decoding import decode
from extractors.readers.models import Document, Note, Source


def read_source(source: Source) -> Document:
    """Reads plain text; offsets are those of the decoded file."""
    decoded = decode(source.data)
    notes: tuple[Note, ...] = ()
    if not decoded.certain:
        notes = (
            Note(
                "encoding_guessed",
                f"Bảng mã của tệp không rõ ràng, đã đọc theo {decoded.encoding}.",
                f"The file's encoding is not certain; read as {decoded.encoding}.",
            ),
        )
    return Document(
        text=decoded.text,
        name=source.name,
        path=source.path,
        media_type="text/markdown" if source.name.lower().endswith((".md", ".markdown")) else "text/plain",
        reader="plain",
        sha256="",
        notes=notes,
        quality=1.0 if decoded.certain else 0.8,
    )

"""Files on the command line to extractions, and extractions shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from api.terminal import percent, print_notice, print_table
from extractors.gold import to_gold
from extractors.models import Citation, Extraction
from extractors.pipeline import extract
from extractors.readers import Note, UnreadableFile, read
from extractors.readers.quality import doubted
from viz.language import Messages
from viz.relations import label


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file's base name, what was read from it, and how far its letters can be trusted (0 to 1)."""

    file: str
    extraction: Extraction
    quality: float = 1.0
    notes: tuple[Note, ...] = ()


def read_all(files: Iterable[Path]) -> tuple[list[Extracted], list[tuple[str, UnreadableFile]]]:
    """What was extracted from each document, and the files that could not be read; none loses another."""
    extracted: list[Extracted] = []
    skipped: list[tuple[str, UnreadableFile]] = []
    for path in files:
        try:
            read_document = read(path)
        except UnreadableFile as error:
            skipped.append((str(path), error))
            continue
        extracted += [
            Extracted(part.name, doubted(extract(part.text), part.quality), part.quality, part.notes)
            for part in read_document.documents()
        ]
        skipped += [(part.path, part.error) for part in read_document.all_skipped()]
    return extracted, skipped


def extracted_from(name: str, text: str) -> Extracted:
    """What is read from a text that came without a file."""
    return Extracted(name, extract(text))


def as_gold(documents: Iterable[Extracted]) -> list[dict[str, Any]]:
    """One entry a document in the schema of the annotation guide."""
    return [to_gold(document.extraction, document.file) for document in documents]


def as_json(documents: Iterable[Extracted]) -> list[dict[str, Any]]:
    """Everything that extraction says of each document, except the text itself."""
    listed = []
    for document in documents:
        values = asdict(document.extraction)
        del values["text"]
        notes = [asdict(note) for note in document.notes]
        listed.append({"file": document.file, "quality": document.quality, "reading": notes, **values})
    return listed


def print_documents(documents: Iterable[Extracted], say: Messages) -> None:
    """A table a document: each citation with what it is, its relation and where it stands."""
    columns = [
        say(f"cli.column.{name}") for name in ("span", "relation", "text", "issuer", "date", "confidence")
    ]
    for document in documents:
        head = document.extraction.head
        named = " ".join(part for part in (head.type, head.number) if part) or say("pages.name.document")
        rows = [_row(citation, say) for citation in document.extraction.citations]
        print_table(
            columns, rows, title=f"{document.file}: {named} · {head.issuer or '?'} · {head.date or '?'}"
        )
        for note in document.notes:
            print_notice(note.text(say.language))


def _row(citation: Citation, say: Messages) -> tuple[str, ...]:
    return (
        f"{citation.start}–{citation.end}",
        label(citation.relation, say.language),
        citation.text,
        citation.issuer or "",
        citation.date or str(citation.year or ""),
        percent(citation.confidence),
    )

"""From one file to the documents it holds, each with its graph. Pure: the same in any process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.models import Extraction
from extractors.readers import Document, UnreadableFile, read
from kg.graph import DocumentGraph, DocumentSource, document_graph
from kg.iris import Iris, short_hash
from kg.models import SkippedFile

Extract = Callable[[str], Extraction]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as it will be stored; `path` leads through containers to it."""

    path: str
    name: str
    hash: str
    text: str
    graph: DocumentGraph
    number: str | None
    citations: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """All that came of one file. `sha256` is None where the file as a whole could not be read."""

    path: Path
    sha256: str | None
    documents: tuple[ReadDocument, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The file was read; these members of it could not be."""

    sha256: str
    skipped: tuple[SkippedFile, ...]


@dataclass(frozen=True, slots=True)
class Starting:
    """Document number `index` of the file is next: whatever happens now, happens in it."""

    index: int
    path: str


Step = Opened | Starting | ReadDocument | SkippedFile
"""What is told while a file is read, so that one who is stopped is known to have stopped in a document."""


def steps(path: Path, extract: Extract, iris: Iris, passed_over: Collection[int] = ()) -> Iterator[Step]:
    """Read the file step by step; the documents with the numbers `passed_over` are not looked at.

    Raises UnreadableFile where the file as a whole cannot be read.
    """
    whole = read(path)
    yield Opened(whole.sha256, tuple(skipped(item.path, item.error) for item in whole.all_skipped()))
    for index, document in enumerate(whole.documents()):
        if index not in passed_over:
            yield Starting(index, document.path)
            yield _document(document, extract, iris)


def read_file(path: Path, extract: Extract, iris: Iris) -> FileRead:
    """Read the file in this process, however long it takes."""
    try:
        return gathered(path, list(steps(path, extract, iris)))
    except UnreadableFile as error:
        return FileRead(path, None, skipped=(skipped(path.name, error),))


def gathered(path: Path, told: list[Step]) -> FileRead:
    """The steps of one file, put together."""
    sha256 = None
    documents: list[ReadDocument] = []
    lost: list[SkippedFile] = []
    for step in told:
        match step:
            case Opened():
                sha256 = step.sha256
                lost.extend(step.skipped)
            case ReadDocument():
                documents.append(step)
            case SkippedFile():
                lost.append(step)
            case Starting():
                pass
    return FileRead(path, sha256, tuple(documents), tuple(lost))


def skipped(file: str, error: UnreadableFile) -> SkippedFile:
    """What a reader says of a file it cannot read, as the report has it."""
    vi = f"{error.message('vi')} {error.advice('vi')}".strip()
    en = f"{error.message('en')} {error.advice('en')}".strip()
    return SkippedFile(file, str(error.reason), vi, en)


def _document(document: Document, extract: Extract, iris: Iris) -> ReadDocument | SkippedFile:
    try:
        extraction = extract(document.text)
        source = DocumentSource(document.sha256, document.name, document.media_type)
        graph = document_graph(extraction, source, iris)
    except Exception as error:  # whatever fails in one document must not cost the others
        cause = f"{type(error).__name__}: {error}"
        return SkippedFile(
            document.path,
            "internal",
            f"Lỗi của chương trình khi đọc văn bản này ({cause}). Xin báo cho nhóm phát triển.",
            f"The program failed on this document ({cause}). Please report it.",
        )
    return ReadDocument(
        document.path,
        document.name,
        short_hash(document.sha256),
        document.text,
        graph,
        extraction.head.number,
        len(extraction.citations),
        tuple(note.text("vi") for note in document.notes) + extraction.notes,
    )

"""From one input to the documents it holds, each with its graph. Pure: the same in any process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from extractors.models import Extraction
from extractors.readers import Document, Skipped, UnreadableFile
from extractors.readers.quality import doubted
from kg.graph import DocumentSource, document_graph
from kg.ingest.inputs import Input, content_of, name_of
from kg.iris import Iris, short_hash
from kg.models import SkippedFile
from kg.written import WrittenGraph, written

Extract = Callable[[str], Extraction]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as it will be stored; `path` leads through containers to it.

    `reader`, `quality` and `pages` are those of `extractors.readers.Document`; notes stand in Vietnamese and
    in English. `extraction` is there where it was asked for: it is large, and the graph says the same.
    """

    path: str
    name: str
    hash: str
    text: str
    graph: WrittenGraph
    number: str | None
    citations: int
    reader: str = ""
    quality: float = 1.0
    pages: int | None = None
    notes: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()
    extraction: Extraction | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """All that came of one input. `sha256` is None where it could not be read as a whole."""

    source: Input
    sha256: str | None
    documents: tuple[ReadDocument, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The input was opened; what it holds follows."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Starting:
    """Document number `index` of the input is next: whatever happens now, happens in it."""

    index: int
    path: str


Step = Opened | Starting | ReadDocument | SkippedFile
"""What is told while an input is read, so that one who is stopped is known to have stopped in a document."""


def steps(
    source: Input,
    extract: Extract,
    iris: Iris,
    passed_over: Collection[int] = (),
    *,
    with_extraction: bool = False,
) -> Iterator[Step]:
    """Read the input step by step; the documents with the numbers `passed_over` are not looked at.

    Raises UnreadableFile where it cannot be read as a whole.
    """
    content = content_of(source)
    yield Opened(content.sha256)
    for index, item in enumerate(content.documents):
        if index not in passed_over:
            yield Starting(index, item.path)
            if isinstance(item, Skipped):
                yield skipped(item.path, item.error)
            else:
                yield _document(item, extract, iris, with_extraction=with_extraction)


def read_input(source: Input, extract: Extract, iris: Iris) -> FileRead:
    """Read the input in this process, however long it takes."""
    try:
        return gathered(source, list(steps(source, extract, iris)))
    except UnreadableFile as error:
        return FileRead(source, None, skipped=(skipped(name_of(source), error),))


def gathered(source: Input, told: list[Step]) -> FileRead:
    """The steps of one input, put together."""
    sha256 = None
    documents: list[ReadDocument] = []
    lost: list[SkippedFile] = []
    for step in told:
        match step:
            case Opened():
                sha256 = step.sha256
            case ReadDocument():
                documents.append(step)
            case SkippedFile():
                lost.append(step)
            case Starting():
                pass
    return FileRead(source, sha256, tuple(documents), tuple(lost))


def skipped(file: str, error: UnreadableFile) -> SkippedFile:
    """What a reader says of a file it cannot read, as the report has it."""
    vi = f"{error.message('vi')} {error.advice('vi')}".strip()
    en = f"{error.message('en')} {error.advice('en')}".strip()
    return SkippedFile(file, str(error.reason), vi, en)


def _document(
    document: Document, extract: Extract, iris: Iris, *, with_extraction: bool
) -> ReadDocument | SkippedFile:
    try:
        extraction = doubted(extract(document.text), document.quality)
        source = DocumentSource(
            document.sha256, document.name, document.media_type, document.quality, document.given
        )
        graph = written(document_graph(extraction, source, iris), iris)
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
        document.reader,
        document.quality,
        document.pages,
        tuple(note.text("vi") for note in document.notes) + extraction.notes,
        tuple(note.text("en") for note in document.notes) + extraction.notes,
        extraction if with_extraction else None,
    )

"""What an ingest reads: files, addresses on the web, bytes from standard input, parts of a corpus.

An input is a small value that travels to the process that reads it; its content never does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractors.readers import DEFAULT_LIMITS, Document, Reason, Skipped, UnreadableFile, read, read_bytes
from extractors.readers.corpora import Corpus, open_corpus
from extractors.readers.corpus_columns import ColumnMap
from extractors.readers.corpus_tables import Block
from extractors.readers.limits import MEGABYTE
from extractors.readers.web import read_url
from kg.ingest.files import file_hash
from kg.ingest.storage import filesystem


@dataclass(frozen=True, slots=True)
class Page:
    """A document at an address on the web."""

    address: str


@dataclass(frozen=True, slots=True)
class Piped:
    """A document that came through standard input."""

    data: bytes
    name: str = "stdin"


@dataclass(frozen=True, slots=True)
class CorpusPart:
    """One block of a corpus's texts. `columns` are (field, column) pairs; `digest` is that of the files."""

    path: Path
    block: Block
    digest: str
    columns: tuple[tuple[str, str], ...] = ()
    preset: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in object storage, or wherever fsspec gets at the address ("s3://bucket/2024/12.docx")."""

    url: str


Input = Path | Page | Piped | Stored | CorpusPart


@dataclass(frozen=True, slots=True)
class Content:
    """What an input holds. `documents` is read as one goes; what cannot be read comes as `Skipped`."""

    sha256: str
    documents: Iterator[Document | Skipped]


def place_of(source: Input) -> str:
    """What the journal knows an input by."""
    match source:
        case Path():
            return source.as_posix()
        case Page():
            return source.address
        case Stored():
            return source.url
        case Piped():
            return f"-/{hashlib.sha256(source.data).hexdigest()[:16]}"
        case CorpusPart():
            return f"{source.path.as_posix()}#{source.block.file}.{source.block.number}"


def name_of(source: Input) -> str:
    """What a person knows an input by."""
    match source:
        case Path():
            return source.name
        case Page():
            return source.address
        case Stored():
            return source.url.rsplit("/", 1)[-1]
        case Piped():
            return source.name
        case CorpusPart():
            return f"{source.path.name}#{source.block.number}"


def fingerprint(source: Input) -> str | None:
    """The hash of an input's content, None where only reading it tells. Raises OSError."""
    match source:
        case Path():
            return file_hash(source)
        case Page():
            return None
        case Stored():
            # What the storage knows of the file (its tag, or size and time): fetching it twice costs more.
            with filesystem(source.url) as files:
                return str(files.ukey(source.url))
        case Piped():
            return hashlib.sha256(source.data).hexdigest()
        case CorpusPart():
            return _part_digest(source)


def content_of(source: Input) -> Content:
    """Open an input. Raises UnreadableFile where it cannot be read as a whole."""
    match source:
        case Path():
            return _of_document(read(source))
        case Page():
            return _of_document(read_url(source.address))
        case Stored():
            return _of_document(read_bytes(_fetched(source.url), name_of(source)))
        case Piped():
            return _of_document(read_bytes(source.data, source.name))
        case CorpusPart():
            return Content(_part_digest(source), corpus_of(source).documents([source.block]))


def corpus_parts(
    path: Path, columns: Iterable[tuple[str, str]] = (), preset: str | None = None
) -> tuple[CorpusPart, ...]:
    """The blocks of a corpus, which is a file or a folder. Raises UnreadableFile."""
    pairs = tuple(sorted(columns))
    corpus = open_corpus(path, ColumnMap(dict(pairs)) if pairs else None, preset)
    digest = hashlib.sha256()
    for file in corpus.files:
        digest.update(file_hash(file).encode("ascii"))
    whole = digest.hexdigest()
    place = path.absolute()
    return tuple(CorpusPart(place, block, whole, pairs, preset) for block in corpus.content.blocks())


def corpus_of(part: CorpusPart) -> Corpus:
    """The corpus that a part belongs to."""
    return _corpus(part.path, part.columns, part.preset, part.digest)


def _fetched(url: str) -> bytes:
    try:
        with filesystem(url) as files:
            size = int(files.size(url) or 0)
            if size <= DEFAULT_LIMITS.file_bytes:
                return bytes(files.cat_file(url))
    except FileNotFoundError:
        raise UnreadableFile(Reason.NOT_FOUND, path=url) from None
    except OSError as error:
        raise UnreadableFile(Reason.NO_ACCESS, cause=error) from error
    limit = DEFAULT_LIMITS.file_bytes // MEGABYTE
    raise UnreadableFile(Reason.TOO_LARGE, size=size // MEGABYTE, limit=limit)


def _of_document(whole: Document) -> Content:
    return Content(whole.sha256, _parts(whole))


def _parts(whole: Document) -> Iterator[Document | Skipped]:
    yield from whole.all_skipped()
    yield from whole.documents()


def _part_digest(part: CorpusPart) -> str:
    said = f"{part.digest} {part.block} {part.columns} {part.preset}"
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


@lru_cache(maxsize=1)
def _corpus(path: Path, columns: tuple[tuple[str, str], ...], preset: str | None, digest: str) -> Corpus:
    """One corpus stays open in a process that reads many of its shards; `digest` tells a changed one."""
    return open_corpus(path, ColumnMap(dict(columns)) if columns else None, preset)

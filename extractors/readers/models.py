"""What a reader hands on: text, where each stretch of it comes from, and how far it is to be trusted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from extractors.readers.errors import Language, UnreadableFile
from extractors.readers.limits import DEFAULT_LIMITS, Deadline, Limits

GIVEN_FIELDS = ("id", "number", "type", "issuer", "date", "title", "signer", "effective", "status", "url")
"""What a corpus may say of a document; found again in `Document.metadata`."""
GIVEN_CORPUS = "corpus"
"""The name in `Document.metadata` of the corpus that says so."""

PlaceKind = Literal["paragraph", "heading", "list_item", "table_cell", "footnote", "page", "header"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the code points `start:end` of a document's text come from.

    Counts begin at 1 and are None where the format does not say. `level` is a heading's level, `table`, `row`
    and `column` place a cell, `mark` is a footnote's mark as it stands in the text.
    """

    start: int
    end: int
    kind: PlaceKind
    page: int | None = None
    paragraph: int | None = None
    level: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The places of a text in order of their start, none overlapping another."""

    places: tuple[Place, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(place.start for place in self.places))

    def at(self, offset: int) -> Place | None:
        """The place that holds the code point at `offset`, or None between places."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        place = self.places[index]
        return place if offset < place.end else None

    def between(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that share a code point with `start:end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return tuple(place for place in self.places[first:last] if place.end > start)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of how a text was read; `code` is stable, `vi` and `en` say it."""

    code: str
    vi: str
    en: str

    def text(self, lang: Language = "vi") -> str:
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Skipped:
    """A member of a container that could not be read, and why."""

    path: str
    error: UnreadableFile


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file.

    `text` is what every later offset points into. For `.txt` and `.md` it is the file decoded and nothing
    else: line ends, a byte-order mark in UTF-8 and decomposed letters stand as stored. `name` is the base
    name, `path` the way through containers to it (`archive.zip/quyet-dinh/12.docx`). `sha256` is of the
    file's own bytes. `quality` is how far the letters can be trusted, 0 to 1; below 0.9 a note says why.
    `metadata` is what the source says of the document (a corpus row's columns, an e-mail's subject), never
    read from the text. A container (`.zip`, an e-mail) holds its files in `children` and those it could not
    read in `skipped`.
    """

    text: str
    name: str
    path: str
    media_type: str
    reader: str
    sha256: str
    places: PlaceMap = PlaceMap()
    notes: tuple[Note, ...] = ()
    quality: float = 1.0
    pages: int | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    children: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """What a corpus says of the document, with the corpus; nothing of a document from elsewhere."""
        known = (*GIVEN_FIELDS, GIVEN_CORPUS)
        from_corpus = any(name == GIVEN_CORPUS for name, _ in self.metadata)
        return tuple(item for item in self.metadata if item[0] in known) if from_corpus else ()

    def documents(self) -> Iterator[Document]:
        """This document and all it contains, those without text left out."""
        if self.text.strip():
            yield self
        for child in self.children:
            yield from child.documents()

    def all_skipped(self) -> Iterator[Skipped]:
        """What could not be read, here and in every child."""
        yield from self.skipped
        for child in self.children:
            yield from child.all_skipped()


@dataclass(slots=True)
class Budget:
    """What is left of the bytes that one file, with all it contains, may unpack to."""

    unpacked: int


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes to read with their name, within limits shared by a file and all it contains."""

    data: bytes
    name: str
    path: str
    limits: Limits
    deadline: Deadline
    budget: Budget
    depth: int = 0

    @classmethod
    def of(cls, data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Source:
        """A file of its own, not a member of a container."""
        deadline = Deadline.after(limits.seconds)
        return cls(data, name, name, limits, deadline, Budget(limits.unpacked_bytes))

    def member(self, data: bytes, name: str) -> Source:
        """A file inside this one; `name` may hold folders."""
        base = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or name
        return Source(
            data, base, f"{self.path}/{name}", self.limits, self.deadline, self.budget, self.depth + 1
        )

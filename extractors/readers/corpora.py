"""Corpora: many documents in one table (Parquet, JSON Lines, CSV), read as a stream of rows.

A corpus is one file with texts, or a folder with separate tables of content, metadata and relationships.
Which column is what is said by a `ColumnMap`, by a preset for a public layout, or guessed from the columns'
names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from extractors.models import Relation
from extractors.readers.corpus_columns import ColumnMap, given_relations, part_of, plain_date, plain_value
from extractors.readers.corpus_tables import Block, Row, Table, open_table
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import DEFAULT_LIMITS, Limits
from extractors.readers.models import GIVEN_CORPUS, GIVEN_FIELDS, Document, Skipped, Source


@dataclass(frozen=True, slots=True)
class GivenRelation:
    """A relation that a corpus states between two of its documents, by their ids in the corpus.

    `relation` is None where the label is not known; with `inverse` it runs from `target` to `source`.
    """

    source: str
    target: str
    label: str
    relation: Relation | None
    inverse: bool


@dataclass(frozen=True)
class Corpus:
    """The tables of a corpus; `name` is that of its file or folder."""

    name: str
    content: Table
    columns: ColumnMap
    metadata: Table | None = None
    metadata_columns: ColumnMap | None = None
    relationships: Table | None = None
    relationship_columns: ColumnMap | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that the corpus is read from."""
        tables = (self.content, self.metadata, self.relationships)
        return tuple(path for table in tables if table is not None for path in table.paths)

    def documents(
        self, blocks: Iterable[Block] | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> Iterator[Document | Skipped]:
        """The documents of the corpus, or of some blocks of its content, one after another.

        A row that cannot be read comes as `Skipped`, and the rest go on. `Document.path` is the table's
        path with the row's id, `metadata` what the corpus says of the document: nothing of it was read from
        the text.
        """
        for number, row in self.content.rows(self.columns.names, blocks):
            yield self._document(number, row, self.given, limits)

    def relations(self) -> Iterator[GivenRelation]:
        """The relations that the corpus states."""
        if self.relationships is None or self.relationship_columns is None:
            return
        columns, known = self.relationship_columns, given_relations()
        for _, row in self.relationships.rows(columns.names):
            source, target = columns.value(row, "source"), columns.value(row, "target")
            label = " ".join(columns.value(row, "label").split())
            if not source or not target:
                continue
            relation, inverse = known.get(label.casefold(), (None, False))
            yield GivenRelation(source, target, label, relation, inverse)

    @cached_property
    def given(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Metadata by id; small next to the texts, which are never held."""
        if self.metadata is None or self.metadata_columns is None:
            return {}
        columns = self.metadata_columns
        return {
            columns.value(row, "id"): _stated(row, columns)
            for _, row in self.metadata.rows(columns.names)
            if isinstance(row, dict) and columns.value(row, "id")
        }

    def _document(
        self,
        number: int,
        row: Row | UnreadableFile,
        given: Mapping[str, tuple[tuple[str, str], ...]],
        limits: Limits,
    ) -> Document | Skipped:
        path = f"{self.content.paths[0].name}#{number}"
        if isinstance(row, UnreadableFile):
            return Skipped(path, row)
        identifier = self.columns.value(row, "id") or str(number)
        path = f"{self.content.paths[0].name}#{identifier}"
        text = plain_value(self.columns.raw(row, "text"))
        try:
            if not text.strip():
                raise UnreadableFile(Reason.NO_TEXT)
            document = _read_text(text, path, limits)
        except UnreadableFile as error:
            return Skipped(path, error)
        metadata = {
            "id": identifier,
            **dict(given.get(identifier, ())),
            **dict(_stated(row, self.columns)),
            GIVEN_CORPUS: self.name,
        }
        return replace(
            document,
            metadata=tuple(metadata.items()),
            sha256=hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        )


def open_corpus(path: Path, columns: ColumnMap | None = None, preset: str | None = None) -> Corpus:
    """Opens a corpus file or folder; raises `UnreadableFile` where there is no text column."""
    if path.is_dir():
        return _of_folder(path, columns, preset)
    table = open_table(path)
    return Corpus(path.name, table, _columns(table, "content", columns, preset))


def _of_folder(path: Path, columns: ColumnMap | None, preset: str | None) -> Corpus:
    parts: dict[str, list[Path]] = {"content": [], "metadata": [], "relationships": []}
    for file in sorted(path.rglob("*")):
        part = part_of(file)
        if part is not None and file.is_file():
            parts[part].append(file)
    if not parts["content"]:
        raise UnreadableFile(Reason.BAD_COLUMNS, columns="text", present=f"{path}: 0 tables")
    content = open_table(*parts["content"])
    corpus = Corpus(path.absolute().name, content, _columns(content, "content", columns, preset))
    if parts["metadata"]:
        table = open_table(*parts["metadata"])
        corpus = replace(
            corpus, metadata=table, metadata_columns=ColumnMap.named(table.columns, "metadata", preset)
        )
    if parts["relationships"]:
        table = open_table(*parts["relationships"])
        corpus = replace(
            corpus,
            relationships=table,
            relationship_columns=ColumnMap.named(table.columns, "relationships", preset),
        )
    return corpus


def _columns(table: Table, part: str, columns: ColumnMap | None, preset: str | None) -> ColumnMap:
    chosen = columns or ColumnMap.named(table.columns, part, preset)
    missing = [name for name in chosen.names if name not in table.columns]
    if missing or "text" not in chosen.columns:
        raise UnreadableFile(
            Reason.BAD_COLUMNS, columns=", ".join(missing) or "text", present=", ".join(table.columns)
        )
    return chosen


def _stated(row: Row, columns: ColumnMap) -> tuple[tuple[str, str], ...]:
    stated: list[tuple[str, str]] = []
    for field in GIVEN_FIELDS:
        value = columns.value(row, field)
        if field in {"date", "effective"}:
            value = plain_date(value)
        if value:
            stated.append((field, value))
    return tuple(stated)


def _read_text(text: str, path: str, limits: Limits) -> Document:
    """A row's text as a document: HTML by the reader of web pages, anything else as it stands."""
    source = Source.of(b"", path, limits)
    start = text[:200].lstrip().lower()
    if start.startswith("<") and ("</" in text or "/>" in text):
        from extractors.readers.html import MEDIA_TYPE, read_html

        document = read_html(source, text, MEDIA_TYPE, "corpus")
        if not document.text.strip():
            raise UnreadableFile(Reason.NO_TEXT)
        return document
    from extractors.readers.plain import document_of

    return document_of(source, text, reader="corpus")

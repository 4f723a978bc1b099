"""Tables of any size, row by row: Parquet through pyarrow, JSON Lines and CSV by the standard library."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import MEGABYTE
from extractors.readers.sniff import Format

Row = dict[str, Any]

_BATCH = 64
_LONGEST_LINE = 64 * MEGABYTE
_BLOCK_ROWS = 1_000
_BLOCK_BYTES = 16 * MEGABYTE


class Block(NamedTuple):
    """A part of a table that can be read apart from the others.

    `file` counts the table's files from 0; `start` is a row group of Parquet, else the byte where the block
    begins; `number` is that of its first row, counted from 1 in its file (in a Parquet table: in the whole).
    """

    file: int
    start: int
    number: int
    rows: int


class Table(Protocol):
    """A table in one file or several of one layout."""

    @property
    def paths(self) -> tuple[Path, ...]: ...

    @property
    def columns(self) -> tuple[str, ...]: ...

    def blocks(self) -> tuple[Block, ...]:
        """The parts of the table, in order; of a file of text found by going through it once."""
        ...

    def rows(
        self, names: Sequence[str], blocks: Iterable[Block] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        """Rows with their number from 1 and only the named columns; a bad row comes as its error."""
        ...


def open_table(*paths: Path) -> Table:
    """Opens one table or the files of one; the format is told by content."""
    try:
        with paths[0].open("rb") as file:
            head = file.read(4)
    except FileNotFoundError:
        raise UnreadableFile(Reason.NOT_FOUND, path=paths[0]) from None
    except OSError as error:
        raise UnreadableFile(Reason.NO_ACCESS, cause=error.strerror or error) from error
    if head == b"PAR1":
        return ParquetTable.open(paths)
    if paths[0].suffix.lower() in {".csv", ".tsv"}:
        return CsvTable.open(paths)
    return JsonLinesTable.open(paths)


@dataclass(frozen=True, slots=True)
class ParquetTable:
    """Parquet files; a block is a row group."""

    paths: tuple[Path, ...]
    columns: tuple[str, ...]

    @classmethod
    def open(cls, paths: Sequence[Path]) -> ParquetTable:
        with _parquet(paths[0]) as file:
            return cls(tuple(paths), tuple(file.schema_arrow.names))

    def blocks(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        number = 1
        for index, path in enumerate(self.paths):
            with _parquet(path) as file:
                for group in range(file.num_row_groups):
                    rows = file.metadata.row_group(group).num_rows
                    blocks.append(Block(index, group, number, rows))
                    number += rows
        return tuple(blocks)

    def rows(
        self, names: Sequence[str], blocks: Iterable[Block] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        for block in self.blocks() if blocks is None else blocks:
            number = block.number
            with _parquet(self.paths[block.file]) as file:
                present = [name for name in names if name in file.schema_arrow.names]
                try:
                    for batch in file.iter_batches(_BATCH, row_groups=[block.start], columns=present):
                        for row in batch.to_pylist():
                            yield number, row
                            number += 1
                except (OSError, ValueError) as error:
                    yield number, UnreadableFile(Reason.DAMAGED, format=Format.PARQUET, cause=error)


def _parquet(path: Path) -> Any:
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise UnreadableFile(
            Reason.LIBRARY_MISSING, library="pyarrow", format=Format.PARQUET, extra="corpora"
        ) from error
    try:
        return pyarrow.parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise UnreadableFile(Reason.DAMAGED, format=Format.PARQUET, cause=error) from error


class _Rows(Protocol):
    """Rows of a file of text from a byte on, each with the byte after it; None for an empty line."""

    def __call__(self, path: Path, start: int) -> Iterator[tuple[int, Row | UnreadableFile | None]]: ...


def _text_blocks(paths: Iterable[Path], first_byte: int, rows_of: _Rows) -> Iterator[Block]:
    """Blocks of so many rows or bytes, whichever is reached first."""
    for index, path in enumerate(paths):
        start, number, rows, end = first_byte, 1, 0, first_byte
        for end, _ in rows_of(path, first_byte):
            rows += 1
            if rows >= _BLOCK_ROWS or end - start >= _BLOCK_BYTES:
                yield Block(index, start, number, rows)
                start, number, rows = end, number + rows, 0
        if rows:
            yield Block(index, start, number, rows)


def _text_rows(
    paths: Sequence[Path], blocks: Iterable[Block], rows_of: _Rows
) -> Iterator[tuple[int, Row | UnreadableFile]]:
    for block in blocks:
        for offset, (_, row) in enumerate(islice(rows_of(paths[block.file], block.start), block.rows)):
            if row is not None:
                yield block.number + offset, row


@dataclass(frozen=True, slots=True)
class JsonLinesTable:
    """Files with one JSON object a line."""

    paths: tuple[Path, ...]
    columns: tuple[str, ...]

    @classmethod
    def open(cls, paths: Sequence[Path]) -> JsonLinesTable:
        columns: dict[str, None] = {}
        for _, row in islice(_json_rows(paths[0], 0), _BATCH):
            if isinstance(row, dict):
                columns.update(dict.fromkeys(row))
        if not columns:
            raise UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause="no JSON object")
        return cls(tuple(paths), tuple(columns))

    def blocks(self) -> tuple[Block, ...]:
        return tuple(_text_blocks(self.paths, 0, _json_lines))

    def rows(
        self, names: Sequence[str], blocks: Iterable[Block] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        yield from _text_rows(self.paths, self.blocks() if blocks is None else blocks, _json_rows)


def _lines(path: Path, start: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while line := file.readline(_LONGEST_LINE):
            yield line


def _json_lines(path: Path, start: int) -> Iterator[tuple[int, None]]:
    """The lines alone, unread: where blocks begin is told by them."""
    for line in _lines(path, start):
        start += len(line)
        yield start, None


def _json_rows(path: Path, start: int) -> Iterator[tuple[int, Row | UnreadableFile | None]]:
    for line in _lines(path, start):
        first, start = start == 0, start + len(line)
        yield start, _json_row(line, "utf-8-sig" if first else "utf-8") if line.strip() else None


def _json_row(line: bytes, encoding: str) -> Row | UnreadableFile:
    try:
        row = json.loads(line.decode(encoding))
    except (ValueError, RecursionError) as error:
        return UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause=error)
    if isinstance(row, dict):
        return row
    return UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause="not an object")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """Comma, semicolon or tab separated files with a line of names."""

    paths: tuple[Path, ...]
    columns: tuple[str, ...]
    delimiter: str
    head_bytes: int

    @classmethod
    def open(cls, paths: Sequence[Path]) -> CsvTable:
        with paths[0].open("rb") as file:
            line = file.readline(MEGABYTE)
        head = line.decode("utf-8-sig", "replace")
        delimiter = max(",;\t", key=head.count)
        columns = next(csv.reader([head], delimiter=delimiter), [])
        if len(columns) < 2:
            raise UnreadableFile(Reason.DAMAGED, format=Format.CSV, cause="no line of column names")
        return cls(tuple(paths), tuple(column.strip() for column in columns), delimiter, len(line))

    def blocks(self) -> tuple[Block, ...]:
        return tuple(_text_blocks(self.paths, self.head_bytes, self._rows))

    def rows(
        self, names: Sequence[str], blocks: Iterable[Block] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        yield from _text_rows(self.paths, self.blocks() if blocks is None else blocks, self._rows)

    def _rows(self, path: Path, start: int) -> Iterator[tuple[int, Row | UnreadableFile | None]]:
        """A row may run over several lines; the reader takes no line more than it needs."""
        end = start

        def lines() -> Iterator[str]:
            nonlocal end
            for line in _lines(path, start):
                end += len(line)
                yield line.decode("utf-8", "replace")

        csv.field_size_limit(_LONGEST_LINE)
        reader = csv.reader(lines(), delimiter=self.delimiter)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield end, UnreadableFile(Reason.DAMAGED, format=Format.CSV, cause=error)
                continue
            yield end, dict(zip(self.columns, cells, strict=False)) if cells else None

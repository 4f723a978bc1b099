"""Tables of any size, row by row: Parquet through pyarrow, JSON Lines and CSV by the standard library."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import MEGABYTE
from extractors.readers.sniff import Format

Row = dict[str, Any]

_BATCH = 64
_LONGEST_LINE = 64 * MEGABYTE


class Table(Protocol):
    """A table in one file or several of one layout."""

    @property
    def path(self) -> str: ...

    @property
    def columns(self) -> tuple[str, ...]: ...

    @property
    def shards(self) -> int: ...

    def rows(
        self, names: Sequence[str], shards: Sequence[int] | None = None
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
    """Parquet files; a shard is a row group."""

    paths: tuple[Path, ...]
    columns: tuple[str, ...]
    groups: tuple[tuple[int, int, int], ...]

    @classmethod
    def open(cls, paths: Sequence[Path]) -> ParquetTable:
        groups: list[tuple[int, int, int]] = []
        columns: tuple[str, ...] = ()
        first = 1
        for index, path in enumerate(paths):
            with _parquet(path) as file:
                columns = columns or tuple(file.schema_arrow.names)
                for group in range(file.num_row_groups):
                    groups.append((index, group, first))
                    first += file.metadata.row_group(group).num_rows
        return cls(tuple(paths), columns, tuple(groups))

    @property
    def path(self) -> str:
        return self.paths[0].name

    @property
    def shards(self) -> int:
        return len(self.groups)

    def rows(
        self, names: Sequence[str], shards: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        wanted = range(len(self.groups)) if shards is None else shards
        for shard in wanted:
            index, group, number = self.groups[shard]
            with _parquet(self.paths[index]) as file:
                present = [name for name in names if name in file.schema_arrow.names]
                try:
                    for batch in file.iter_batches(_BATCH, row_groups=[group], columns=present):
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


@dataclass(frozen=True, slots=True)
class _TextTable:
    """Files of text in one layout; a shard is a file."""

    paths: tuple[Path, ...]
    columns: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.paths[0].name

    @property
    def shards(self) -> int:
        return len(self.paths)


@dataclass(frozen=True, slots=True)
class JsonLinesTable(_TextTable):
    """Files with one JSON object a line."""

    @classmethod
    def open(cls, paths: Sequence[Path]) -> JsonLinesTable:
        columns: dict[str, None] = {}
        for number, (_, row) in enumerate(_json_rows(paths[0])):
            if isinstance(row, dict):
                columns.update(dict.fromkeys(row))
            if number >= _BATCH:
                break
        if not columns:
            raise UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause="no JSON object")
        return cls(tuple(paths), tuple(columns))

    def rows(
        self, names: Sequence[str], shards: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        for shard in range(len(self.paths)) if shards is None else shards:
            yield from _json_rows(self.paths[shard])


def _json_rows(path: Path) -> Iterator[tuple[int, Row | UnreadableFile]]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except (ValueError, RecursionError) as error:
                yield number, UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause=error)
                continue
            if isinstance(row, dict):
                yield number, row
            else:
                yield number, UnreadableFile(Reason.DAMAGED, format=Format.JSON_LINES, cause="not an object")


@dataclass(frozen=True, slots=True)
class CsvTable(_TextTable):
    """Comma or semicolon separated files with a line of names."""

    delimiter: str

    @classmethod
    def open(cls, paths: Sequence[Path]) -> CsvTable:
        with paths[0].open(encoding="utf-8-sig", errors="replace", newline="") as file:
            head = file.readline(MEGABYTE)
        delimiter = max(",;\t", key=head.count)
        columns = next(csv.reader([head], delimiter=delimiter), [])
        if len(columns) < 2:
            raise UnreadableFile(Reason.DAMAGED, format=Format.CSV, cause="no line of column names")
        return cls(tuple(paths), tuple(column.strip() for column in columns), delimiter)

    def rows(
        self, names: Sequence[str], shards: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Row | UnreadableFile]]:
        csv.field_size_limit(_LONGEST_LINE)
        for shard in range(len(self.paths)) if shards is None else shards:
            with self.paths[shard].open(encoding="utf-8-sig", errors="replace", newline="") as file:
                reader = csv.reader(file, delimiter=self.delimiter)
                next(reader, None)
                number = 0
                while True:
                    number += 1
                    try:
                        cells = next(reader)
                    except StopIteration:
                        break
                    except csv.Error as error:
                        yield number, UnreadableFile(Reason.DAMAGED, format=Format.CSV, cause=error)
                        continue
                    if cells:
                        yield number, dict(zip(self.columns, cells, strict=False))

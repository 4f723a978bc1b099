"""Reading one table: a CSV file with a header, UTF-8, `|` between the values of a list."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

TABLES = Path(__file__).parent / "tables"


class TableError(ValueError):
    """A cell that cannot be read; says which table, which line, what is wrong."""


class Row:
    """One line of a table, with typed access to its cells. A missing column is a `TableError`."""

    __slots__ = ("_cells", "_where")

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self._cells = cells
        self._where = where

    def text(self, column: str) -> str:
        """The cell as it stands, without blanks around it."""
        try:
            return self._cells[column]
        except KeyError:
            raise TableError(f"{self._where}: there is no column {column!r}") from None

    def maybe(self, column: str) -> str | None:
        """The cell, None when it is empty."""
        return self.text(column) or None

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds a list."""
        cell = self.text(column)
        return tuple(cell.split("|")) if cell else ()

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """The cell, which must be one of `allowed`."""
        return self._allowed(column, self.text(column), allowed)

    def many_of(self, column: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """The values of a list, each of which must be one of `allowed`."""
        return tuple(self._allowed(column, value, allowed) for value in self.many(column))

    def _allowed(self, column: str, value: str, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            raise TableError(f"{self._where}: {column} {value!r} is none of {', '.join(allowed)}")
        return value

    def day(self, column: str) -> date | None:
        """An ISO date, None when the cell is empty."""
        cell = self.text(column)
        if not cell:
            return None
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise TableError(f"{self._where}: {column} {cell!r} is no date of the form YYYY-MM-DD") from None

    def required_day(self, column: str) -> date:
        """An ISO date that must be there."""
        day = self.day(column)
        if day is None:
            raise TableError(f"{self._where}: {column} is empty")
        return day

    def number(self, column: str) -> int:
        """A whole number."""
        cell = self.text(column)
        try:
            return int(cell)
        except ValueError:
            raise TableError(f"{self._where}: {column} {cell!r} is no whole number") from None

    def flag(self, column: str) -> bool:
        """Whether the cell says yes; it must say yes or no."""
        cell = self.text(column)
        if cell not in ("yes", "no"):
            raise TableError(f"{self._where}: {column} {cell!r} is neither yes nor no")
        return cell == "yes"


def rows(table: str) -> Iterator[Row]:
    """The lines of `tables/{table}.csv` in file order.

    Raises `TableError` when the file is missing or a line has too many or too few cells.
    """
    path = TABLES / f"{table}.csv"
    if not path.is_file():
        raise TableError(f"The table {path.name} is missing from {path.parent}")
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        header = next(reader)
        for cells in reader:
            where = f"{path.name} line {reader.line_num}"
            if len(cells) != len(header):
                raise TableError(f"{where}: {len(cells)} cells instead of {len(header)}")
            yield Row(dict(zip(header, cells, strict=True)), where)

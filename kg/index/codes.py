"""A column of strings that repeat: each string once, and a number for each row."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from kg.index.strings import Array, StringTable, mapped


class CodesWriter:
    """Such a column while it grows row by row. Number 0 is the empty string."""

    def __init__(self) -> None:
        self._codes = array("i")
        self._numbers = {"": 0}

    def extend(self, strings: Iterable[str]) -> None:
        """Add rows to the column."""
        numbers = self._numbers
        self._codes.extend([numbers.setdefault(string, len(numbers)) for string in strings])

    @property
    def strings(self) -> list[str]:
        """Each string once, by its number."""
        return list(self._numbers)

    @property
    def codes(self) -> Array:
        """The number of each row."""
        return np.array(self._codes)

    def write(self, folder: Path, name: str) -> None:
        """Write the column `name` into the folder."""
        StringTable.write(folder, name, self._numbers)
        np.save(folder / f"{name}.codes.npy", self.codes)


class Codes:
    """Such a column open for reading. `table` holds each string once, `codes` the number of each row."""

    def __init__(self, folder: Path, name: str) -> None:
        self.table = StringTable(folder, name)
        self.codes = mapped(folder / f"{name}.codes.npy")

    def take(self, rows: Array) -> list[str]:
        """The strings of these rows, in their order."""
        return self.table.take(self.codes[rows])

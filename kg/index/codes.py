"""A column of strings that repeat: each string once, and a number for each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from kg.index.mapping import mapped
from kg.index.strings import Array, StringTable

_FEW = 1_000
"""A table of no more strings is held in memory."""


def write_codes(folder: Path, name: str, codes: Array, strings: Sequence[str]) -> tuple[Array, list[str]]:
    """Write the column `name`: `strings[codes[row]]` for each row. The codes and strings as they are written.

    Number 0 is the empty string, the others follow in their order; strings that no row has are left out.
    """
    kept = sorted((strings[code], code) for code in np.unique(codes).tolist() if strings[code])
    number = np.zeros(len(strings), dtype=np.int32)
    number[[code for _, code in kept]] = np.arange(1, len(kept) + 1)
    written, table = number[codes], ["", *(string for string, _ in kept)]
    StringTable.write(folder, name, table)
    np.save(folder / f"{name}.codes.npy", written)
    return written, table


def numbered(strings: Iterable[str]) -> tuple[Array, list[str]]:
    """A number for each string, equal ones the same, and the strings by these numbers."""
    numbers: dict[str, int] = {}
    codes = [numbers.setdefault(string, len(numbers)) for string in strings]
    return np.array(codes, dtype=np.int32), list(numbers)


class Codes:
    """Such a column open for reading. `table` holds each string once, `codes` the number of each row."""

    def __init__(self, folder: Path, name: str) -> None:
        self.table = StringTable(folder, name)
        self.codes = mapped(folder / f"{name}.codes.npy")
        self._few = self.table.all() if len(self.table) <= _FEW else None

    def take(self, rows: Array) -> list[str]:
        """The strings of these rows, in their order."""
        codes = self.codes[rows]
        if self._few is None:
            return self.table.take(codes)
        return [self._few[code] for code in codes.tolist()]

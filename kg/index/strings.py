"""A table of strings on disk, memory-mapped: found by number at once, by value in a binary search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from kg.index.mapping import mapped, mapped_bytes
from kg.packed import in_bytes

Array = NDArray[Any]
"""A column of the index; its kind of number is said where it is written."""

_DENSE = 4
"""Strings that take up at least one byte in so many of the stretch they lie in are decoded with it."""

_FEW = 12
"""So few strings are taken one by one sooner than together."""


class StringWriter:
    """A table while it is written, piece by piece. Use as a context manager."""

    def __init__(self, folder: Path, name: str) -> None:
        self._file = (folder / f"{name}.bytes").open("wb")
        self._target = folder / f"{name}.offsets.npy"
        self._lengths: list[Array] = [np.zeros(1, dtype=np.int64)]

    def extend(self, data: bytes, lengths: Array) -> None:
        """Add strings: their bytes one after the other, and how many bytes each has."""
        self._file.write(data)
        self._lengths.append(lengths)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        np.save(self._target, np.cumsum(np.concatenate(self._lengths), dtype=np.int64))


class StringTable:
    """Strings numbered from 0; in a sorted table `find` goes the other way.

    On disk it is all bytes in UTF-8, and an array that says where each string begins. The order of a sorted
    table is that of its bytes.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._bytes = mapped_bytes(folder / f"{name}.bytes")
        self._starts = mapped(folder / f"{name}.offsets.npy")
        self._offsets = self._starts.data

    @staticmethod
    def write(folder: Path, name: str, strings: Iterable[str]) -> None:
        """Write the table `name` into the folder."""
        encoded = list(map(in_bytes, strings))
        with StringWriter(folder, name) as table:
            table.extend(b"".join(encoded), np.fromiter(map(len, encoded), np.int64, len(encoded)))

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> str:
        return str(self._bytes[self._offsets[number] : self._offsets[number + 1]], "utf-8", "surrogatepass")

    def take(self, numbers: Array) -> list[str]:
        """The strings with these numbers, in their order: many at once cost a fraction of one by one."""
        if len(numbers) <= _FEW:
            return [self[number] for number in numbers.tolist()]
        begins, ends = self._starts[numbers], self._starts[numbers + 1]
        first, last = int(begins.min()), int(ends.max())
        if _DENSE * int((ends - begins).sum()) >= last - first:
            stretch = bytes(self._bytes[first:last])
            # Where a letter is a byte, places among the bytes are places in the text.
            if stretch.isascii():
                text = stretch.decode("ascii")
                return [
                    text[a:b] for a, b in zip((begins - first).tolist(), (ends - first).tolist(), strict=True)
                ]
        view = self._bytes
        return [
            str(view[a:b], "utf-8", "surrogatepass")
            for a, b in zip(begins.tolist(), ends.tolist(), strict=True)
        ]

    def all(self) -> tuple[str, ...]:
        """The whole table in memory: for a small one."""
        return tuple(self.take(np.arange(len(self))))

    def find(self, string: str) -> int | None:
        """The number of `string` in a sorted table, the first where it stands several times."""
        wanted = in_bytes(string)
        place = self._place(wanted)
        return place if place < len(self) and self._raw(place) == wanted else None

    def find_all(self, string: str) -> range:
        """The numbers of all places where `string` stands in a sorted table."""
        wanted = in_bytes(string)
        return range(self._place(wanted), self._place(wanted + b"\0"))

    def starting_with(self, prefix: str) -> range:
        """The numbers of all strings of a sorted table that begin with `prefix`."""
        wanted = in_bytes(prefix)
        # No byte of UTF-8 is 0xff.
        return range(self._place(wanted), self._place(wanted + b"\xff"))

    def _raw(self, number: int) -> bytes:
        return bytes(self._bytes[self._offsets[number] : self._offsets[number + 1]])

    def _place(self, wanted: bytes) -> int:
        """Where in a sorted table `wanted` stands or would stand."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._raw(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low


class StringTables:
    """Tables one after the other, their strings numbered through."""

    def __init__(self, tables: Sequence[StringTable]) -> None:
        self._tables = tables
        self._firsts = np.cumsum([0, *map(len, tables)])

    @property
    def firsts(self) -> list[int]:
        """The number of the first string of each table."""
        firsts: list[int] = self._firsts[:-1].tolist()
        return firsts

    def __len__(self) -> int:
        return int(self._firsts[-1])

    def __getitem__(self, number: int) -> str:
        place = int(np.searchsorted(self._firsts, number, "right")) - 1
        return self._tables[place][number - int(self._firsts[place])]

    def take(self, numbers: Array) -> list[str]:
        """The strings with these numbers, in their order."""
        places = np.searchsorted(self._firsts, numbers, "right") - 1
        found = np.empty(len(numbers), dtype=object)
        for place in np.unique(places).tolist():
            here = places == place
            found[here] = self._tables[place].take(numbers[here] - self._firsts[place])
        strings: list[str] = found.tolist()
        return strings

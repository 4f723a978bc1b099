"""A table of strings on disk, memory-mapped: found by number at once, by value in a binary search."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
"""A column of the index; its kind of number is said where it is written."""


class StringTable:
    """Strings numbered from 0; in a sorted table `find` goes the other way.

    On disk it is two arrays: all bytes in UTF-8, and where each string begins. The order of a sorted table
    is that of its bytes.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._bytes = mapped(folder / f"{name}.bytes.npy").data
        self._offsets = mapped(folder / f"{name}.offsets.npy").data

    @staticmethod
    def write(folder: Path, name: str, strings: Sequence[str]) -> None:
        """Write the table `name` into the folder."""
        encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(item) for item in encoded], out=offsets[1:])
        np.save(folder / f"{name}.bytes.npy", np.frombuffer(b"".join(encoded), dtype=np.uint8))
        np.save(folder / f"{name}.offsets.npy", offsets)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> str:
        return self._raw(number).decode("utf-8", "surrogatepass")

    def all(self) -> tuple[str, ...]:
        """The whole table in memory: for a small one."""
        return tuple(self[number] for number in range(len(self)))

    def _raw(self, number: int) -> bytes:
        return bytes(self._bytes[self._offsets[number] : self._offsets[number + 1]])

    def find(self, string: str) -> int | None:
        """The number of `string` in a sorted table, the first where it stands several times."""
        wanted = string.encode("utf-8", "surrogatepass")
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._raw(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._raw(low) == wanted else None


def mapped(path: Path) -> Array:
    """The array, left on disk; an empty one cannot be mapped and is read."""
    empty = path.stat().st_size <= 128
    array: Array = np.load(path, mmap_mode=None if empty else "r", allow_pickle=False)
    return array.view(np.ndarray)

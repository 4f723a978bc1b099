"""Files of an index as memory: arrays that `numpy.save` wrote, and plain bytes.

An index has hundreds of files, and a server opens them all as it starts. `numpy.load` takes six times as long
for each, for it has Python parse the head of the file as a program.
"""

from __future__ import annotations

import mmap
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Format 1.0 of numpy.lib.format: ten bytes, then {'descr': '<i4', 'fortran_order': False, 'shape': (3, 2), }.
_HEAD = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n",
    re.DOTALL,
)


def mapped(path: Path) -> NDArray[Any]:
    """The array of plain numbers, row after row, that the file holds; it stays on disk and is read only.

    Raises FileNotFoundError, or ValueError where the file is none that `numpy.save` wrote of such an array.
    """
    content = _content(path)
    if not (head := _HEAD.match(content)):
        raise ValueError(f"{path} does not begin like an array of numbers")
    shape = tuple(int(size) for size in head[2].split(b",") if size.strip())
    try:
        return np.ndarray(shape, head[1].decode("ascii"), content, head.end())
    except TypeError as error:
        raise ValueError(f"{path} is cut short: {error}") from error


def mapped_bytes(path: Path) -> memoryview:
    """What the file holds, left on disk. Raises FileNotFoundError."""
    return memoryview(_content(path))


def _content(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        # What is empty cannot be mapped.
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""

"""The documents of an index in parts: a part whose documents stay the same is taken over, not made again.

Which document is in which part depends on its hash and on how many documents there are, never on the order
they came in: an index that was brought forward step by step is the same to the byte as one made at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from kg.errors import StoreError
from kg.index.format import check_format

PART_GROWTH = 400
"""A part has at most so many documents for each part that there is: 1,250 of 10,000, 6,250 of 100,000. More
parts make one document less work to add, fewer make searches faster, which look into each. Where four times
as many documents have come, all parts are halved, and made anew."""

_FOLDER = "parts"
_PREFIX_DIGITS = 8
"""Digits of a hash that say which part it is in."""


@dataclass(frozen=True, slots=True)
class Part:
    """Documents (hashes, in order) that are indexed together; `name` tells what they state."""

    name: str
    documents: tuple[str, ...]

    def folder(self, index: Path) -> Path:
        """Where an index has this part."""
        return index / _FOLDER / self.name


def parts_of(documents: Sequence[str], digest: Callable[[str], bytes]) -> list[Part]:
    """The parts that all documents make, in their order; `digest` tells apart what a document may state."""
    count = 1
    while PART_GROWTH * count * count < len(documents):
        count *= 2

    def number(hash_: str) -> int:
        return int(hash_[:_PREFIX_DIGITS], 16) * count >> 4 * _PREFIX_DIGITS

    grouped = [(place, tuple(inside)) for place, inside in groupby(documents, number)]
    return [Part(f"{place:05d}-{_digest(inside, digest)}", inside) for place, inside in grouped]


def folders_of(index: Path) -> list[Path]:
    """The folders of all parts of an index, in their order."""
    return sorted((index / _FOLDER).iterdir()) if (index / _FOLDER).exists() else []


def take_over(part: Part, previous: Path | None, index: Path) -> bool:
    """Give `index` the part as the index `previous` has it; False where it has to be made.

    Its files are then in both, as one, so either may be removed; nobody ever writes into them.
    """
    if previous is None or not _is_whole(previous):
        return False
    source, target = part.folder(previous), part.folder(index)
    if not source.exists():
        return False
    target.mkdir(parents=True)
    for file in source.iterdir():
        _link_or_copy(file, target / file.name)
    return True


def _is_whole(index: Path) -> bool:
    try:
        check_format(index)
    except StoreError:
        return False
    return True


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Some file systems, of memory cards and of networks, know no second name of a file.
        shutil.copyfile(source, target)


def _digest(documents: Iterable[str], digest: Callable[[str], bytes]) -> str:
    whole = blake2b(digest_size=16)
    for hash_ in documents:
        whole.update(hash_.encode("ascii"))
        whole.update(digest(hash_))
    return whole.hexdigest()

"""Cutting what is to be read into shards: small groups of inputs that any machine can read alone.

Where a shard ends is told by the names of its files, so that a file more or less changes a shard or two and
leaves the others as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from kg.ingest.inputs import CorpusPart, Input, place_of

Shard = tuple[Input, ...]

_FEWEST = 8
_MOST = 32
_ENDS_AT = 8
"""Of so many names one ends a shard that is large enough: with sizes alike no worker waits for another."""


def shards(inputs: Iterable[Input]) -> Iterator[Shard]:
    """The inputs in their order, in groups of about sixteen; a block of a corpus is a shard by itself."""
    group: list[Input] = []
    for source in inputs:
        alone = isinstance(source, CorpusPart)
        if alone and group:
            yield tuple(group)
            group = []
        group.append(source)
        if alone or len(group) >= _MOST or (len(group) >= _FEWEST and _ends_here(source)):
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _ends_here(source: Input) -> bool:
    return zlib.crc32(place_of(source).encode("utf-8", "surrogateescape")) % _ENDS_AT == 0

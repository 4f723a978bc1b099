"""The files inside a container, each read for itself: one bad file does not lose the others."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Skipped, Source
from extractors.readers.registry import read_source

_ENDS_ALL = frozenset({Reason.TOO_SLOW})
"""What is true of the container as a whole and not of one member."""


def read_members(
    source: Source, members: Iterable[tuple[str, bytes | UnreadableFile]]
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Reads each named member; a member that could not even be unpacked comes with its error."""
    children: list[Document] = []
    skipped: list[Skipped] = []
    for name, data in members:
        try:
            if isinstance(data, UnreadableFile):
                raise data
            children.append(read_source(source.member(data, name)))
        except UnreadableFile as error:
            if error.reason in _ENDS_ALL:
                raise
            skipped.append(Skipped(f"{source.path}/{name}", error))
    return tuple(children), tuple(skipped)

"""What the command line names as sources of an ingest: files, folders, addresses, standard input, corpora."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import BadRequest

if TYPE_CHECKING:
    from kg.ingest.inputs import Input

STDIN = "-"


class SourcePath(click.Path):
    """A file or folder that exists, an address ("https://…", "s3://…"), or "-" for standard input."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, exists=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if value == STDIN or "://" in str(value) else super().convert(value, param, ctx)


@dataclass(frozen=True, slots=True)
class Named:
    """What was named: `sources` as `SourcePath` gives them, lists of addresses, corpora and their columns."""

    sources: tuple[Path | str, ...] = ()
    lists: tuple[Path, ...] = ()
    corpora: tuple[Path, ...] = ()
    preset: str | None = None
    columns: tuple[str, ...] = ()
    stdin_name: str = "stdin"

    @property
    def names(self) -> tuple[str, ...]:
        """All that was named, as it was typed."""
        return tuple(map(str, (*self.sources, *self.lists, *self.corpora)))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The files and folders of this machine."""
        return tuple(source for source in self.sources if isinstance(source, Path))


def inputs_of(named: Named) -> tuple[Input, ...]:
    """The inputs that were named. Raises BadRequest where a list or a corpus is not what it must be."""
    return tuple(
        dict.fromkeys(
            [
                *(found for source in named.sources for found in _inputs(source, named.stdin_name)),
                *(found for path in named.lists for found in _addresses(path)),
                *(found for path in named.corpora for found in _corpus(path, named)),
            ]
        )
    )


def _inputs(source: Path | str, stdin_name: str) -> Iterable[Input]:
    from kg.ingest.inputs import Page, Piped

    if isinstance(source, Path):
        return [source]
    if source == STDIN:
        return [Piped(sys.stdin.buffer.read(), stdin_name)]
    if source.startswith(("http://", "https://")):
        return [Page(source)]
    return _stored(source)


def _stored(url: str) -> list[Input]:
    """A file in object storage, or all files below a folder of it."""
    from kg.ingest.inputs import Stored
    from kg.ingest.storage import filesystem

    try:
        with filesystem(url) as files:
            found: list[Input] = [
                Stored(str(files.unstrip_protocol(path))) for path in sorted(files.find(url))
            ]
    except OSError as error:
        raise BadRequest(what=url, reason=error) from error
    if not found:
        raise BadRequest(what=url, reason="0 tệp / files")
    return found


def _addresses(path: Path) -> Iterator[Input]:
    from extractors.readers.web import urls_of
    from kg.ingest.inputs import Page

    try:
        yield from map(Page, urls_of(path))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(what=path, reason=error) from error


def _corpus(path: Path, named: Named) -> Iterable[Input]:
    from extractors.readers import UnreadableFile
    from extractors.readers.corpus_columns import ColumnMap
    from kg.ingest.inputs import corpus_parts

    columns = ColumnMap.parse(named.columns).columns
    try:
        return corpus_parts(path, columns.items(), named.preset)
    except UnreadableFile as error:
        raise BadRequest(what=path, reason=f"{error.message('vi')} {error.advice('vi')}") from error

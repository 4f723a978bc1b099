"""One dataset: a folder with the store, the texts, the journal and what is derived from them.

dataset.json    format, base IRI, generation
store/          the store that ingest writes (one process at a time)
snapshots/      published states that readers open, newest named in dataset.json
texts/          raw texts of the source documents by content hash
journal.sqlite  which file was loaded with which content
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

DEFAULT_BASE = "http://localhost:8000/"


class Dataset:
    """A published state of a dataset, open for reading. Use as a context manager, or call `close`."""

    def __init__(self, path: Path, base: str, generation: int) -> None:
        self.path = path
        self.base = base
        self.generation = generation

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the newest published state. Raises NotFound where `path` holds no dataset, else StoreError."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the files. The dataset answers no questions afterwards."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

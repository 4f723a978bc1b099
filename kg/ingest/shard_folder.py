"""The folder that shards are written to: on a disk that all machines share, or in object storage.

A path is a local folder; with a scheme ("s3://bucket/shards", "memory://shards") it is whatever fsspec, of
the extra `cluster`, makes of it.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from kg.ingest.storage import filesystem, is_remote


@dataclass(frozen=True, slots=True)
class ShardFolder:
    """Whole files by name. A file is there with all its bytes or not at all."""

    url: str

    def write(self, name: str, data: bytes) -> None:
        """Put a file in the place of what bore its name."""
        if is_remote(self.url):
            # Object storage shows an object once all of it has arrived, and knows no folders.
            with filesystem(self.url) as files:
                try:
                    files.pipe_file(self._inside(name), data)
                except FileNotFoundError:
                    files.makedirs(self.url, exist_ok=True)
                    files.pipe_file(self._inside(name), data)
            return
        path = Path(self.url) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.part")
        unfinished.write_bytes(data)
        unfinished.replace(path)

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises FileNotFoundError."""
        if is_remote(self.url):
            with filesystem(self.url) as files:
                return bytes(files.cat_file(self._inside(name)))
        return (Path(self.url) / name).read_bytes()

    def _inside(self, name: str) -> str:
        return f"{self.url.rstrip('/')}/{name}"

"""The dataset that the server answers from: opened once, opened anew when a new state was published."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from fastapi import Request

from kg.dataset import Dataset

_LOOK_EVERY = 1.0
"""Seconds between two looks for a newer state."""


class PublishedDataset:
    """The newest published state of one dataset folder, shared by all threads of the server."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._dataset = Dataset.open(path)
        self._retired: Dataset | None = None
        self._looked = time.monotonic()

    def current(self) -> Dataset:
        """The dataset to ask now. The state before it stays open for those who are still asking it."""
        if time.monotonic() - self._looked >= _LOOK_EVERY:
            with self._lock:
                self._looked = time.monotonic()
                if self._dataset.published_generation() != self._dataset.generation:
                    if self._retired:
                        self._retired.close()
                    self._retired, self._dataset = self._dataset, Dataset.open(self._path)
        return self._dataset

    def modified(self) -> float:
        """When the newest state was published, in seconds since 1970."""
        return self._dataset.layout.manifest_file.stat().st_mtime

    def close(self) -> None:
        """Let go of the files."""
        if self._retired:
            self._retired.close()
        self._dataset.close()


async def dataset(request: Request) -> Dataset:
    """The dataset of this server, as a dependency of routes; it does not wait, so it needs no thread."""
    published: PublishedDataset = request.app.state.published
    return published.current()

"""Waiting for new files in folders by looking again and again, which works on every system and network disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.ingest.files import ALL, Selection, find_files

_State = tuple[int, int]


def settled_files(
    sources: Iterable[Path],
    selection: Selection = ALL,
    *,
    every: float = 5.0,
    wait: Callable[[float], object] = time.sleep,
) -> Iterator[tuple[Path, ...]]:
    """Groups of files that are new or changed, without end: first all that are there, then what comes.

    A file is handed out once it looked the same twice, `every` seconds apart: while somebody copies it in, it
    grows. Nothing is handed out for a file that went away.
    """
    named = tuple(sources)
    told: dict[Path, _State] = {}
    before: dict[Path, _State] | None = None
    while True:
        now = dict(_states(named, selection))
        if before is None:
            ready = tuple(now)
        else:
            ready = tuple(path for path, state in now.items() if before.get(path) == state != told.get(path))
        if ready:
            told |= {path: now[path] for path in ready}
            yield ready
        before = now
        wait(every)


def _states(sources: tuple[Path, ...], selection: Selection) -> Iterator[tuple[Path, _State]]:
    for path in find_files(sources, selection):
        try:
            seen = path.stat()
        except OSError:
            continue
        yield path, (seen.st_size, seen.st_mtime_ns)

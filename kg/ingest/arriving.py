"""New documents on their way onto the disk: graphs are loaded by threads while the next are being made."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import accumulate, pairwise

from kg.facts.fresh import FreshStatements
from kg.store.protocol import Store
from kg.store.texts import TextWriter
from kg.written import WrittenGraph

_PIECE_BYTES = 46_000_000
"""N-Quads handed to a bulk load at once, while the next are being made: some 200,000 statements. Each load
makes files of its own, and of many small ones the engine merges some again and again; large ones it sorts
slower."""
_SMALL_BYTES = 4_000_000
"""What is not worth a second loader."""
_TRANSACTION_STATEMENTS = 200_000
"""The most statements that go into a published dataset in one transaction; more are bulk loaded."""
_LOADERS = max(1, min(2, os.cpu_count() or 1))
"""Bulk loads at a time: each takes one core and a few times the memory of its N-Quads."""


class Arriving:
    """Graphs and texts that are put into a dataset; `finish` waits until all of them are there.

    A few graphs go in as one transaction. Many, and all of a first build, are bulk loaded in pieces, each by
    a thread: the engine needs no interpreter meanwhile. Texts are written by the thread that brings them: a
    second one that runs Python would wait for the interpreter, and be waited for, at every file.
    """

    def __init__(self, store: Store, texts: TextWriter, fresh: FreshStatements, *, first_build: bool) -> None:
        self._store = store
        self._texts = texts
        self._fresh = fresh
        self._first_build = first_build
        self._loading = _Queue(_LOADERS, "bulk-load")
        self._chunk: list[bytes] = []
        self._chunk_bytes = 0
        self.statements = 0
        self.bulk_loaded = False

    def add(self, hash_: str, text: str, graph: WrittenGraph) -> None:
        """Keep the text of a document and what it says; its graph goes another way (`add_graph`)."""
        self._texts.put(hash_, text)
        self._fresh.put(hash_, graph.said)

    def add_graph(self, graph: WrittenGraph) -> None:
        """Load the graph of a document that the store does not have."""
        self._chunk.append(graph.nquads)
        self._chunk_bytes += len(graph.nquads)
        self.statements += graph.statements
        if self._chunk_bytes >= _PIECE_BYTES:
            self._bulk_load(self._chunk)
            self._chunk, self._chunk_bytes = [], 0

    def finish(self) -> None:
        """Return when everything is written. Raises what failed of it."""
        if self._chunk:
            if self._first_build or self.statements > _TRANSACTION_STATEMENTS:
                # Everyone waits for the last of them, so all loaders share it.
                for part in _parts(self._chunk, _LOADERS if self._chunk_bytes > _SMALL_BYTES else 1):
                    self._bulk_load(part)
            else:
                self._store.load(b"".join(self._chunk))
        self._loading.finish()
        self._chunk, self._chunk_bytes, self.statements = [], 0, 0

    def _bulk_load(self, graphs: Sequence[bytes]) -> None:
        nquads = b"".join(graphs)
        self.bulk_loaded = True
        self._loading.submit(lambda: self._store.bulk_load(nquads))

    def close(self) -> None:
        """Let the threads end; what is not written yet may be left out."""
        self._loading.close()


def _parts(graphs: Sequence[bytes], count: int) -> Iterator[Sequence[bytes]]:
    """The graphs in their order, in at most so many groups of about the same size."""
    ends = list(accumulate(map(len, graphs)))
    cuts = [bisect_left(ends, ends[-1] * part / count) + 1 for part in range(1, count)]
    for begin, end in pairwise([0, *cuts, len(graphs)]):
        if begin < end:
            yield graphs[begin:end]


class _Queue:
    """Work for a few threads; who hands over more than one piece ahead of each waits."""

    def __init__(self, threads: int, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, name)
        self._waiting: deque[Future[None]] = deque()
        self._ahead = threads

    def submit(self, work: Callable[[], None]) -> None:
        while len(self._waiting) >= self._ahead:
            self._waiting.popleft().result()
        self._waiting.append(self._threads.submit(work))

    def finish(self) -> None:
        while self._waiting:
            self._waiting.popleft().result()

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)

"""The process that answers queries over one snapshot: `python -m kg.sparql.worker SNAPSHOT`.

It reads a pickled (query, limits) after four bytes of length on standard input, and writes a pickled answer
or error the same way. The parent kills it when a query takes too long: nothing else ends a running query.
"""

from __future__ import annotations

import pickle
import struct
import sys
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import KgError
from kg.sparql.answers import Limits, evaluate
from kg.store.embedded import EmbeddedStore

_LENGTH = struct.Struct(">I")
MEMORY = 4 << 30
"""Bytes of address space a worker may take, where the system can hold it to that."""


def send(stream: BinaryIO, value: object) -> None:
    """Write one value."""
    data = pickle.dumps(value)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read one value. Raises EOFError when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def serve(snapshot: Path, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the parent closes the pipe."""
    _limit_memory()
    store = EmbeddedStore.open_read_only(snapshot)
    while True:
        try:
            query, limits = cast(tuple[str, Limits], receive(requests))
        except EOFError:
            return
        try:
            send(answers, evaluate(store, query, limits))
        except KgError as error:
            send(answers, error)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)

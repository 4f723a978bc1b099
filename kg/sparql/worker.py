"""The process that answers queries over one snapshot: `python -m kg.sparql.worker SNAPSHOT`.

It says that it is ready, then reads a pickled (question, limits) after four bytes of length on standard
input, and writes a pickled answer or error the same way. The parent kills it when a query takes too long:
nothing else ends a running query.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import KgError
from kg.sparql.answers import Limits, Question, evaluate
from kg.sparql.guard import check
from kg.store.embedded import EmbeddedStore

READY = "ready"
"""What a worker says once its snapshot is open."""

_LENGTH = struct.Struct(">I")
_NICENESS = 10
"""How far a query steps back behind the look-ups of the server, where the system knows priorities."""
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
    _step_back()
    store = EmbeddedStore.open_read_only(snapshot)
    send(answers, READY)
    while True:
        try:
            question, limits = cast(tuple[Question, Limits], receive(requests))
        except EOFError:
            return
        try:
            # Parsing, too, can be made to take for ever: it happens here, where it can be ended.
            check(question.query)
            send(answers, evaluate(store.engine, question, limits))
        except KgError as error:
            send(answers, error)


def _step_back() -> None:
    """Less priority and a bounded memory, where the system offers them."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)

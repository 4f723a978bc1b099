"""The process that reads inputs: `python -m kg.ingest.worker`, started by `kg.ingest.pool`.

It receives (input, base IRI, extract, numbers passed over, whether the extraction is wanted) and sends the
steps of the input as they happen, then None; `extract` is the name of a function, "module:function". The
parent kills it when a document takes too long: nothing else ends a pattern gone astray.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import BinaryIO, cast

from extractors.readers import UnreadableFile
from kg.ingest.inputs import Input, name_of
from kg.ingest.reading import Extract, skipped, steps
from kg.iris import Iris
from kg.processes import receive, send

Task = tuple[Input, str, str, tuple[int, ...], bool]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Read inputs until the parent closes the pipe."""
    while True:
        try:
            source, base, extract, passed_over, whole = cast(Task, receive(requests))
        except EOFError:
            return
        try:
            for step in steps(source, _named(extract), Iris(base), passed_over, with_extraction=whole):
                send(answers, step)
        except UnreadableFile as error:
            send(answers, skipped(name_of(source), error))
        send(answers, None)


def _named(extract: str) -> Extract:
    module, _, name = extract.partition(":")
    return cast(Extract, getattr(import_module(module), name))


if __name__ == "__main__":
    # What libraries print must not come between the answers.
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, channel)

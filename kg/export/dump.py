"""The whole dataset, written piece by piece: never more than one graph in memory."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator

from kg.dataset import Dataset
from kg.export.rdf import N_QUADS, N_TRIPLES, TRIG, TURTLE, RdfForm, write_quads

DUMP_FORMS: tuple[RdfForm, ...] = (N_QUADS, TRIG, TURTLE, N_TRIPLES)
"""Formats whose files may be put one behind the other and are a file again."""

_PIECE = 1 << 18


def dump(dataset: Dataset, form: RdfForm) -> Iterator[bytes]:
    """All graphs in the order of their names; without named graphs a triple comes once for each of them."""
    for graph in sorted(dataset.store.graph_names()):
        yield write_quads(dataset.store.graph_quads(graph), form)


def compressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces as one gzip file; the same pieces give the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=6) as packer:
        for piece in pieces:
            packer.write(piece)
            if buffer.tell() >= _PIECE:
                yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.BytesIO) -> bytes:
    data = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return data

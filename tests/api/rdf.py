"""Reading RDF back with a library that is not the one that wrote it."""

from __future__ import annotations

import warnings

from rdflib import Dataset, Graph


def graph_of(data: bytes, media_type: str) -> Graph:
    """The triples of `data`; a media type may carry parameters."""
    return _parsed(Graph(), data, media_type)


def dataset_of(data: bytes, media_type: str) -> Dataset:
    """The quads of `data`."""
    return _parsed(Dataset(), data, media_type)  # type: ignore[return-value]


def _parsed(into: Graph, data: bytes, media_type: str) -> Graph:
    with warnings.catch_warnings():
        # rdflib's reader of JSON-LD uses a class that rdflib itself calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        into.parse(data=data, format=media_type.partition(";")[0])
    return into

"""Where the ontology's own files lie."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def ontology_path() -> Path:
    """`danchieu.ttl`: classes, properties and relations."""
    return _HERE / "danchieu.ttl"


def concepts_path() -> Path:
    """`concepts.ttl`: SKOS concepts generated from the tables."""
    return _HERE / "concepts.ttl"


def alignments_path() -> Path:
    """`alignments.ttl`: how the terms relate to other vocabularies."""
    return _HERE / "alignments.ttl"


def shapes_path() -> Path:
    """`shapes.ttl`: what the data must satisfy (SHACL)."""
    return _HERE / "shapes.ttl"


def query_catalogue_path() -> Path:
    """`queries.ttl`: the competency queries as SHACL executables, generated from `queries/*.rq`."""
    return _HERE / "queries.ttl"

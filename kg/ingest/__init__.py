"""Loading documents into a dataset: `ingest` and `remove`."""

from kg.ingest.batch import Progress, ingest, remove

__all__ = ["Progress", "ingest", "remove"]

"""Loading documents into a dataset: `ingest` and `remove`.

They are imported when first asked for: a process that only reads needs no store and no index, and starts in a
third of the time without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ingest.batch import Progress, ingest, remove

__all__ = ["Progress", "ingest", "remove"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("kg.ingest.batch"), name)

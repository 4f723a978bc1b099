"""Everything that follows from the documents: reviews laid over them, resolutions, problems."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kg.facts.fresh import FreshStatements
from kg.iris import Iris
from kg.problems.graph import refresh_problems
from kg.resolve.authority import instruments_by_key
from kg.resolve.overlay import lay_over
from kg.resolve.resolution import remember, resolve_documents
from kg.store.protocol import Store

_OBJECTS_BEFORE_A_SEARCH = 100_000
"""New objects after which Python looks for cycles meanwhile. It finds none among the values made here, and
looks through all of them: as often as usual, that is a tenth of the time."""


def prepare() -> None:
    """Read the tables that are asked of everything, so that they are at hand when documents are."""
    instruments_by_key()


def derive_from(
    store: Store, iris: Iris, hashes: Iterable[str], fresh: FreshStatements | None = None
) -> None:
    """Bring what is derived up to date after these documents came, changed or went.

    `fresh` holds what some of them say, as it was written to the store.
    """
    changed = set(hashes)
    with _few_searches_for_cycles():
        reviewed = lay_over(store, iris, changed)
        if fresh is not None:
            fresh.forget(reviewed)
        resolved = resolve_documents(store, iris, changed, fresh)
        refresh_problems(store, iris, resolved.looked_at, fresh)
        remember(store, iris, resolved.facts)


@contextmanager
def _few_searches_for_cycles() -> Iterator[None]:
    first, *others = gc.get_threshold()
    gc.set_threshold(max(first, _OBJECTS_BEFORE_A_SEARCH) if first else 0, *others)
    try:
        yield
    finally:
        gc.set_threshold(first, *others)

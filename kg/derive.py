"""Everything that follows from the documents: reviews laid over them, resolutions, problems."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.fresh import FreshStatements
from kg.iris import Iris
from kg.problems.graph import refresh_problems
from kg.resolve.overlay import lay_over
from kg.resolve.resolution import remember, resolve_documents
from kg.store.protocol import Store


def derive_from(
    store: Store, iris: Iris, hashes: Iterable[str], fresh: FreshStatements | None = None
) -> None:
    """Bring what is derived up to date after these documents came, changed or went.

    `fresh` holds what some of them say, as it was written to the store.
    """
    changed = set(hashes)
    reviewed = lay_over(store, iris, changed)
    if fresh is not None:
        fresh.forget(reviewed)
    resolved = resolve_documents(store, iris, changed, fresh)
    refresh_problems(store, iris, resolved.looked_at, fresh)
    remember(store, iris, resolved.facts)

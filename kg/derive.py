"""Everything that follows from the documents: reviews laid over them, resolutions, problems."""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import Iris
from kg.problems.graph import refresh_problems
from kg.resolve.overlay import lay_over
from kg.resolve.resolution import remember, resolve_documents
from kg.store.protocol import Store


def derive_from(store: Store, iris: Iris, hashes: Iterable[str]) -> None:
    """Bring what is derived up to date after these documents came, changed or went."""
    changed = set(hashes)
    lay_over(store, iris, changed)
    resolved = resolve_documents(store, iris, changed)
    refresh_problems(store, iris, resolved.looked_at)
    remember(store, iris, resolved)

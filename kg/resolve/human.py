"""People have the last word: their resolutions stand in the place of the machine's."""

from __future__ import annotations

from pyoxigraph import Quad

from kg.facts.reviews import reviews_in_force
from kg.facts.terms import iri_term
from kg.iris import Iris
from kg.resolve.facts import Resolution
from kg.resolve.writing import clear_nodes, insert, resolution_quads
from kg.store.protocol import Store


def apply_reviews(store: Store, iris: Iris) -> None:
    """Write the resolutions that people confirmed or corrected, and take out those they rejected."""
    quads: list[Quad] = []
    for review in reviews_in_force(store, iris):
        if review.subject != "resolution":
            continue
        clear_nodes(store, iris, [review.target])
        if review.cited and review.verdict != "rejected" and _is_named(store, review.target):
            resolution = Resolution(review.target, review.cited, "human", 1.0, ("human",))
            quads += resolution_quads(resolution, iris.document(review.hash), iris)
    insert(store, quads)


def _is_named(store: Store, node: str) -> bool:
    return any(True for _ in store.select(f"SELECT ?t WHERE {{ {iri_term(node)} a ?t }} LIMIT 1"))

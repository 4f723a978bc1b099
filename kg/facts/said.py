"""What one named graph says, as text: read in one question, for those who look at a document as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.facts.fresh import FreshStatements
from kg.facts.terms import iri_term, values
from kg.store.protocol import Store


class Said:
    """Values by subject and property, IRIs and literals alike as plain text."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self._said: dict[str, dict[str, list[str]]] = {}
        for subject, property_, value in rows:
            self._said.setdefault(subject, {}).setdefault(property_, []).append(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)

    def all(self, subject: str, *properties: NamedNode) -> list[str]:
        """The values of any of the properties, in no particular order."""
        of = self._said.get(subject, {})
        return [value for property_ in properties for value in of.get(property_.value, ())]

    def least(self, subject: str, property_: NamedNode) -> str | None:
        """The one value; of several the least, so that the order of quads never matters."""
        return min(self.all(subject, property_), default=None)

    def one(self, subject: str, property_: NamedNode) -> str:
        """A value that every graph has. Raises ValueError where this one has not."""
        return min(self.all(subject, property_))


def said_in(
    store: Store, graph: str, properties: Iterable[NamedNode], fresh: FreshStatements | None = None
) -> Said:
    """What the named graph says by these properties, which `fresh` keeps, and maybe by others."""
    if fresh is not None and (statements := fresh.get(graph)) is not None:
        return Said(statements)
    asked = values("p", (property_.value for property_ in properties))
    rows = store.select(f"SELECT ?s ?p ?o WHERE {{ {asked} GRAPH {iri_term(graph)} {{ ?s ?p ?o }} }}")
    return Said((subject.value, property_.value, value.value) for subject, property_, value in rows)

"""What graphs say of instruments and of source documents, as plain rows: what the index names them by.

As with citations (`kg.stated`) the rows follow from the graph alone. They are read from its statements while
those are at hand, for a store looks up the text of every term that it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg import ntriples, vocab
from kg.facts.terms import iri_term
from kg.store.protocol import Store

DESCRIBING = (
    vocab.TYPE, vocab.ID_LOCAL, vocab.TYPE_DOCUMENT, vocab.PASSED_BY, vocab.DATE_DOCUMENT, vocab.YEAR,
    vocab.TITLE, vocab.SOURCE_DOCUMENT_OF, vocab.REPORTED_BY, vocab.LABEL, vocab.FILE_NAME,
    vocab.TEXT_QUALITY,
)  # fmt: skip
"""Properties by their number in the rows. Types are `dch:Instrument` alone, labels those in Vietnamese."""

_NUMBERS = {ntriples.written(property_): number for number, property_ in enumerate(DESCRIBING)}
_TYPE, _LABEL = 0, DESCRIBING.index(vocab.LABEL)
_INSTRUMENT = ntriples.written(vocab.INSTRUMENT)


Description = tuple[str, int, str]
"""One statement: of what, the number of the property in DESCRIBING, and the IRI or text."""


def described_by(statements: Iterable[str]) -> list[Description]:
    """The rows of a graph, from its statements as N-Triples without the final dot."""
    found = []
    number_of = _NUMBERS.get
    for statement in statements:
        subject, predicate, value = statement.split(" ", 2)
        number = number_of(predicate)
        if number is None:
            continue
        if value[0] == "<":
            if number != _TYPE or value == _INSTRUMENT:
                found.append((subject[1:-1], number, value[1:-1]))
        elif number != _LABEL or value.endswith("@vi"):
            found.append((subject[1:-1], number, ntriples.meant(value)))
    return found


def described_in(store: Store, graph: str) -> list[Description]:
    """The rows of a graph, read from the store."""
    name = iri_term(graph)
    instruments = store.select(f"SELECT ?s {{ GRAPH {name} {{ ?s a dch:Instrument }} }}")
    found = [(row["s"].value, _TYPE, vocab.INSTRUMENT.value) for row in instruments]
    asked = " ".join(map(ntriples.written, DESCRIBING[_TYPE + 1 :]))
    for subject, property_, value in store.select(
        f"SELECT ?s ?p ?v {{ VALUES ?p {{ {asked} }} GRAPH {name} {{ ?s ?p ?v }} }}"
    ):
        number = _NUMBERS[ntriples.written(property_)]
        if number != _LABEL or getattr(value, "language", None) == "vi":
            found.append((subject.value, number, value.value))
    return found

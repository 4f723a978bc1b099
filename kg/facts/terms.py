"""Small pieces of SPARQL: terms written safely, and lists of them cut into portions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from kg.errors import BadRequest

PORTION = 500
"""Terms in one VALUES block: enough to save round trips, few enough for every engine."""


def iri_term(iri: str) -> str:
    """An IRI as SPARQL writes it. Raises BadRequest where it is none, so nothing can slip into a query."""
    try:
        return str(NamedNode(iri))
    except ValueError as error:
        raise BadRequest(what=iri, reason=error) from error


def text_term(text: str) -> str:
    """A plain string as SPARQL writes it."""
    return str(Literal(text))


def values(variable: str, iris: Iterable[str]) -> str:
    """A VALUES block that binds `?variable` to each IRI."""
    return f"VALUES ?{variable} {{ {' '.join(map(iri_term, iris))} }}"


def pairs(subject: str, property_: str, iris: Iterable[str], properties: Sequence[str]) -> str:
    """A VALUES block that binds the two variables to each pair: an engine then looks at no other property."""
    found = (f"({iri_term(iri)} {iri_term(one)})" for iri in iris for one in properties)
    return f"VALUES (?{subject} ?{property_}) {{ {' '.join(found)} }}"


def portions(iris: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The distinct IRIs, in order, in portions for VALUES blocks."""
    ordered = sorted(set(iris))
    for start in range(0, len(ordered), PORTION):
        yield tuple(ordered[start : start + PORTION])

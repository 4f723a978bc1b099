"""Bodies: central and local ones, officers who act for them, provinces.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from functools import cache

from ontology.models import Body, BodyPattern, Officer, Province, Symbol
from ontology.records import records, slug_of_name
from ontology.rows import Row


@cache
def bodies() -> tuple[Body, ...]:
    """Every central body, present and past, under its canonical full name."""
    return records("bodies", Body, symbols=_symbols, slug=slug_of_name)


@cache
def officers() -> tuple[Officer, ...]:
    """Officers whose acts are their body's."""
    return records("officers", Officer)


@cache
def body_patterns() -> tuple[BodyPattern, ...]:
    """Provincial, district and commune bodies, one row for every kind of body of a level."""
    return records("body_patterns", BodyPattern)


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces, the 34 since 1 July 2025, and those dissolved before, with who followed whom."""
    return records("provinces", Province, slug=slug_of_name)


def _symbols(row: Row) -> tuple[Symbol, ...]:
    """A body's signs are in use for as long as the body bears its name."""
    return tuple(Symbol(text, row.day("valid_from"), row.day("valid_to")) for text in row.many("symbols"))

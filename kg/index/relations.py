"""Relations by their number in the index."""

from __future__ import annotations

from functools import cache
from typing import get_args

from extractors.models import Relation

RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""A relation's number is its place here; an index is never read by another version than wrote it."""


@cache
def relation_numbers(relations: tuple[Relation, ...]) -> tuple[int, ...]:
    """The numbers of these relations, ascending; none for none."""
    return tuple(sorted({RELATIONS.index(name) for name in relations}))

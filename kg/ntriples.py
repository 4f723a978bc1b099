"""Terms as N-Triples writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import vocab

written = cache(str)
"""A term of the vocabulary."""


def text(value: str) -> str:
    """A plain string.

    >>> text('Luật "Đất đai"')
    '"Luật \\\\"Đất đai\\\\""'
    """
    # One after the other: `translate` looks up each letter that is not ASCII.
    value = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{value}"'


def vietnamese(value: str) -> str:
    """A string in Vietnamese, in one line."""
    return f"{text(' '.join(value.split()))}@vi"


def meant(literal: str) -> str:
    """What a written literal says.

    >>> meant('"Luật \\\\"Đất đai\\\\""@vi')
    'Luật "Đất đai"'
    """
    written_ = literal[1 : literal.rindex('"')]
    if "\\" not in written_:
        return written_
    (triple,) = parse(f"<a:a> <a:a> {literal} .", format=RdfFormat.N_TRIPLES)
    return str(triple.object.value)


def typed(value: str, datatype: NamedNode) -> str:
    """A value of this type."""
    return f'"{value}"^^{written(datatype)}'


def integer(value: int) -> str:
    """A whole number."""
    return typed(str(value), vocab.INTEGER)


@cache
def decimal(value: float) -> str:
    """A number with two places at most."""
    return typed(two_places(value), vocab.DECIMAL)


@cache
def two_places(value: float) -> str:
    """Two places at most, in the canonical spelling that every store gives back."""
    return format(Decimal(f"{value:.2f}").normalize(), "f")


def lasting(lines: str) -> bytes:
    """In UTF-8. A lone surrogate of a broken file has none: the archived text keeps it, a quote shows "?"."""
    return lines.encode("utf-8", "replace")


def stored(value: str) -> str:
    """A text as a store gives it back."""
    return lasting(value).decode("utf-8")

"""Terms as N-Triples writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pyoxigraph import NamedNode

from kg import vocab

written = cache(str)
"""A term of the vocabulary."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def text(value: str) -> str:
    """A plain string.

    >>> text('Luật "Đất đai"')
    '"Luật \\\\"Đất đai\\\\""'
    """
    if '"' in value or "\n" in value or "\\" in value or "\r" in value:
        value = value.translate(_ESCAPES)
    return f'"{value}"'


def vietnamese(value: str) -> str:
    """A string in Vietnamese, in one line."""
    return f"{text(' '.join(value.split()))}@vi"


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


def two_places(value: float) -> str:
    """Two places at most, in the canonical spelling that every store gives back."""
    return format(Decimal(f"{value:.2f}").normalize(), "f")


def lasting(lines: str) -> bytes:
    """In UTF-8. A lone surrogate of a broken file has none: the archived text keeps it, a quote shows "?"."""
    return lines.encode("utf-8", "replace")


def stored(value: str) -> str:
    """A text as a store gives it back."""
    return lasting(value).decode("utf-8")

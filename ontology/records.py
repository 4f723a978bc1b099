"""Tables as values: the columns of a table are the fields of a dataclass, read by the fields' types.

`str`, `int`, `bool` and days read one cell; `X | None` is None where the cell is empty; `tuple[X, ...]` is a
list; a `Literal` takes only its own values. Fields that are no column of the table are computed from the row.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from ontology.rows import Row, rows
from ontology.slugs import slug

T = TypeVar("T")


def records(table: str, kind: type[T], **computed: Callable[[Row], object]) -> tuple[T, ...]:
    """The lines of `tables/{table}.csv` as values of the dataclass `kind`, in file order.

    `computed` gives, by name, the fields that are made from a row otherwise than by their type. Raises
    `TableError` for a cell that cannot be read, TypeError for a field of a type that no column can hold.
    """
    hints = get_type_hints(kind)
    readers = {name: computed.get(name) or _reader(name, hint) for name, hint in hints.items()}
    return tuple(kind(**{name: read(row) for name, read in readers.items()}) for row in rows(table))


def _reader(column: str, hint: Any) -> Callable[[Row], object]:
    """How to read a cell of `column` as a value of type `hint`."""
    plain: dict[Any, Callable[[Row], object]] = {
        str: lambda row: row.text(column),
        int: lambda row: row.number(column),
        bool: lambda row: row.flag(column),
        date: lambda row: row.required_day(column),
    }
    if hint in plain:
        return plain[hint]
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return lambda row: row.one_of(column, arguments)
    if get_origin(hint) is tuple and arguments[1:] == (...,):
        if arguments[0] is str:
            return lambda row: row.many(column)
        if get_origin(arguments[0]) is Literal:
            return lambda row: row.many_of(column, get_args(arguments[0]))
    if get_origin(hint) is UnionType and set(arguments) == {str, NoneType}:
        return lambda row: row.maybe(column)
    if get_origin(hint) is UnionType and set(arguments) == {date, NoneType}:
        return lambda row: row.day(column)
    raise TypeError(f"No column can hold {column}: {hint}")


def slug_of_name(row: Row) -> str:
    """The slug of a row that has a name."""
    return slug(row.text("name"))

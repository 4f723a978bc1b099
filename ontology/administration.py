"""Bodies: central and local ones, officers who act for them, provinces.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from ontology.models import Body, BodyPattern, Era, Level, Officer, Province, Symbol
from ontology.rows import Row, rows
from ontology.slugs import slug


@cache
def bodies() -> tuple[Body, ...]:
    """Every central body, present and past, under its canonical full name."""
    return tuple(_body(row) for row in rows("bodies"))


def _body(row: Row) -> Body:
    start, end = row.day("valid_from"), row.day("valid_to")
    return Body(
        name=row.text("name"),
        kind=row.text("kind"),
        level=cast(Level, row.text("level")),
        symbols=tuple(Symbol(text, start, end) for text in row.many("symbols")),
        aliases=row.many("aliases"),
        valid_from=start,
        valid_to=end,
        successors=row.many("successors"),
        parent=row.maybe("parent"),
        label_en=row.text("label_en"),
        slug=slug(row.text("name")),
        source=row.text("source"),
    )


@cache
def officers() -> tuple[Officer, ...]:
    """Officers whose acts are their body's."""
    return tuple(
        Officer(row.text("title"), row.maybe("body"), row.maybe("kind"), row.text("source"))
        for row in rows("officers")
    )


@cache
def body_patterns() -> tuple[BodyPattern, ...]:
    """Provincial, district and commune bodies, one row for every kind of body of a level."""
    return tuple(
        BodyPattern(
            name=row.text("name"),
            symbols=row.many("symbols"),
            aliases=row.many("aliases"),
            officers=row.many("officers"),
            kind=row.text("kind"),
            level=cast(Level, row.text("level")),
            unit_kinds=row.many("unit_kinds"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
            successors=row.many("successors"),
            label_en=row.text("label_en"),
            slug=row.text("slug"),
            source=row.text("source"),
        )
        for row in rows("body_patterns")
    )


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces, the 34 since 1 July 2025, and those dissolved before, with who followed whom."""
    return tuple(
        Province(
            name=row.text("name"),
            kind=row.text("kind"),
            code_63=row.maybe("code_63"),
            code_34=row.maybe("code_34"),
            era=cast(Era, row.text("era")),
            aliases=row.many("aliases"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
            successors=row.many("successors"),
            slug=slug(row.text("name")),
            source=row.text("source"),
        )
        for row in rows("provinces")
    )

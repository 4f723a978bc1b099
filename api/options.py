"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from api.choices import ERAS, THROUGH
from api.speech import LANGUAGE_VARIABLE
from viz.language import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_STORE = Path("kg-data")


def language_option(function: F) -> F:
    """`--lang vi|en`; the command reads it through `api.speech.speech`."""
    return click.option("--lang", type=click.Choice(LANGUAGES), is_eager=True, envvar=LANGUAGE_VARIABLE)(
        function
    )


def store_option(function: F) -> F:
    """`--store FOLDER`, else DANCHIEU_STORE, else ./kg-data."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="DANCHIEU_STORE",
        default=DEFAULT_STORE,
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`; the first of `formats` is the default."""
    return click.option("--format", "form", type=click.Choice(formats), default=formats[0])


def era_option(function: F) -> F:
    """`--era`: the 34 provinces since 1 July 2025, or the 63 before."""
    return click.option("--era", type=click.Choice(ERAS), default=ERAS[0])(function)


def through_option(function: F) -> F:
    """`--through`: direct implementers, also those of a programme, or all the way down."""
    return click.option("--through", type=click.Choice(THROUGH), default=THROUGH[0])(function)


def period_options(function: F) -> F:
    """`--since DAY` and `--until DAY`, both included, as ISO days."""
    for name in ("--until", "--since"):
        function = click.option(name, callback=iso_day)(function)
    return function


def iso_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """An option's day as YYYY-MM-DD, None where it is left out. Raises click.BadParameter."""
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise click.BadParameter("YYYY-MM-DD") from None

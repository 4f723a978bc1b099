"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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

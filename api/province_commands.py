"""What the commands about provinces share: which instruments, which provinces, when, and counted how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import click

from api.choices import Era, Through
from api.failures import KgCommand
from api.options import (
    era_option,
    format_option,
    language_option,
    period_options,
    store_option,
    through_option,
)


class Scope(TypedDict):
    """The options that narrow such a question; days are ISO days, both included."""

    era: Era
    since: str | None
    until: str | None
    through: Through


def province_command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command that is given instruments and these options, and shows its answer as a table or as JSON."""

    def made(function: Callable[..., None]) -> click.Command:
        options: tuple[Callable[[Any], Any], ...] = (
            language_option,
            format_option("table", "json"),
            store_option,
            through_option,
            period_options,
            era_option,
            click.argument("instruments", nargs=-1, required=True),
        )
        for option in options:  # the last one applied stands first in the help
            function = option(function)
        return click.command(name, cls=KgCommand)(function)

    return made

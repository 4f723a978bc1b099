"""What the command says, and with which code it leaves, when a question cannot be answered."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from api.exits import Exit
from api.speech import SpokenCommand, speech
from kg.errors import Ambiguous, KgError, NoDataset, NotFound


class KgCommand(SpokenCommand):
    """A command that asks `kg`: errors of `kg` become a message, JSON where asked for, and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            _show(error, ctx.params.get("form") == "json")
            ctx.exit(exit_code(error))


def exit_code(error: KgError) -> Exit:
    """The exit code that an error of `kg` leaves with."""
    if isinstance(error, Ambiguous):
        return Exit.AMBIGUOUS
    if isinstance(error, NotFound) and not isinstance(error, NoDataset):
        return Exit.NOT_FOUND
    return Exit.USAGE


def _show(error: KgError, as_json: bool) -> None:
    say = speech()
    message = error.message(say.language)
    click.echo(message, err=True)
    candidates, total = (error.candidates, error.total) if isinstance(error, Ambiguous) else ((), 0)
    if as_json:
        from api.terminal import print_json

        listed = [asdict(candidate) for candidate in candidates]
        found = {"candidates": listed, "total": total, "results": []}
        print_json({"error": error.code, "message": message, **found})
    elif candidates:
        from api.terminal import print_candidates

        print_candidates(candidates, say)

"""`danchieu recompute`: all that follows from the documents derived anew."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("recompute", cls=KgCommand)
@store_option
@format_option("table", "json")
@language_option
def command(store: Path, form: str, lang: str | None) -> None:
    """Call `kg.recompute.recompute`."""
    from api.tables import show_facts
    from kg.recompute import recompute

    show_facts(recompute(store), form)

"""`danchieu restore`: a dataset from a copy made by `backup`."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("restore", cls=KgCommand)
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@store_option
@format_option("table", "json")
@language_option
def command(source: Path, store: Path, form: str, lang: str | None) -> None:
    """Call `kg.ingest.upkeep.restore`."""
    from api.tables import show_facts
    from kg.ingest.upkeep import restore

    show_facts(restore(source, store), form)

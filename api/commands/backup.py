"""`danchieu backup`: a copy of a dataset that can be put back."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("backup", cls=KgCommand)
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@store_option
@format_option("table", "json")
@language_option
def command(target: Path, store: Path, form: str, lang: str | None) -> None:
    """Call `kg.ingest.upkeep.backup`."""
    from api.tables import show_facts
    from kg.ingest.upkeep import backup

    show_facts(backup(store, target), form)

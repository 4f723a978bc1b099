"""`danchieu rebuild-index`: the indexes made anew from the store."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("rebuild-index", cls=KgCommand)
@store_option
@format_option("table", "json")
@language_option
def command(store: Path, form: str, lang: str | None) -> None:
    """Call `kg.ingest.upkeep.rebuild_index`."""
    from api.tables import show_facts
    from kg.ingest.upkeep import rebuild_index

    show_facts(rebuild_index(store), form)

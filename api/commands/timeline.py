"""`danchieu timeline`: who answered an instrument when."""

from __future__ import annotations

from pathlib import Path

import click

from api.choices import Era
from api.failures import KgCommand
from api.options import era_option, format_option, language_option, store_option


@click.command("timeline", cls=KgCommand)
@click.argument("instrument")
@era_option
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, era: Era, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.timeline` and show its events."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import events_table
    from kg.questions.timeline import timeline

    with Dataset.open(store) as dataset:
        found = timeline(dataset, instrument, era=era)
    show(found, form, events_table(found))

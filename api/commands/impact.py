"""`danchieu impact`: who is affected when an instrument changes."""

from __future__ import annotations

from pathlib import Path

import click

from api.choices import Era
from api.failures import KgCommand
from api.options import era_option, format_option, language_option, store_option


@click.command("impact", cls=KgCommand)
@click.argument("instrument")
@click.option("--depth", type=click.IntRange(min=1))
@era_option
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, depth: int | None, era: Era, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.impact` and show what is reached."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import instruments_table
    from kg.questions.impact import impact

    with Dataset.open(store) as dataset:
        found = impact(dataset, instrument, depth=depth, era=era)
    show(found, form, instruments_table(item.instrument for item in found.reached))

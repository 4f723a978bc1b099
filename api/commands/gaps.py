"""`danchieu gaps`: provinces from which no implementing document is known."""

from __future__ import annotations

from pathlib import Path

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


@click.command("gaps", cls=KgCommand)
@click.argument("instruments", nargs=-1, required=True)
@era_option
@period_options
@through_option
@store_option
@format_option("table", "json")
@language_option
def command(
    instruments: tuple[str, ...],
    era: Era,
    since: str | None,
    until: str | None,
    through: Through,
    store: Path,
    form: str,
    lang: str | None,
) -> None:
    """Ask `kg.questions.coverage.gaps` and show its answer."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import gaps_table
    from kg.questions.coverage import gaps

    with Dataset.open(store) as dataset:
        found = gaps(dataset, instruments, era=era, since=since, until=until, through=through)
    show(found, form, gaps_table(found))

"""`danchieu coverage`: which provinces implement which instruments, in three states."""

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


@click.command("coverage", cls=KgCommand)
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
    """Ask `kg.questions.coverage.coverage` and show its answer."""
    from api.tables import show
    from kg.dataset import Dataset
    from kg.export.tables import coverage_table
    from kg.questions.coverage import coverage

    with Dataset.open(store) as dataset:
        found = coverage(dataset, instruments, era=era, since=since, until=until, through=through)
    show(found, form, coverage_table(found))

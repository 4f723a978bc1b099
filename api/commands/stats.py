"""`danchieu stats`: how much a dataset holds."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("stats", cls=KgCommand)
@store_option
@format_option("table", "json")
@language_option
def command(store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.stats` and show its counts."""
    from api.tables import show_facts
    from kg.dataset import Dataset
    from kg.questions.stats import stats

    with Dataset.open(store) as dataset:
        show_facts(stats(dataset), form)

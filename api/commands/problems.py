"""`danchieu problems`: what does not fit together."""

from __future__ import annotations

from pathlib import Path

import click

from api.choices import Severity
from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("problems", cls=KgCommand)
@click.option("--kind", "kinds", multiple=True)
@click.option("--severity", "severities", type=click.Choice(("error", "warning", "info")), multiple=True)
@click.option("--limit", type=click.IntRange(1, 100_000), default=100)
@store_option
@format_option("table", "json")
@language_option
def command(
    kinds: tuple[str, ...],
    severities: tuple[Severity, ...],
    limit: int,
    store: Path,
    form: str,
    lang: str | None,
) -> None:
    """Ask `kg.questions.problems` and show the list."""
    from api.speech import speech
    from api.tables import show_rows
    from kg.dataset import Dataset
    from kg.export.tables import name_of
    from kg.questions.problems import problems

    vietnamese = speech().language == "vi"
    with Dataset.open(store) as dataset:
        found = problems(dataset, kinds=kinds, severities=severities, limit=limit)
    rows = [
        (
            item.severity,
            item.label_vi if vietnamese else item.label_en,
            name_of(item.instrument),
            item.detail_vi if vietnamese else item.detail_en,
            item.suggestion_vi if vietnamese else item.suggestion_en,
        )
        for item in found.items
    ]
    show_rows(found, form, ("severity", "problem", "candidate", "detail", "suggestion"), rows)

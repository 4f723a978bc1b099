"""`danchieu compare`: what two instruments cite."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("compare", cls=KgCommand)
@click.argument("first")
@click.argument("second")
@store_option
@format_option("table", "json")
@language_option
def command(first: str, second: str, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.compare` and show what both, and what only one of them cites."""
    from api.tables import show_rows
    from kg.dataset import Dataset
    from kg.export.tables import name_of
    from kg.questions.compare import compare

    with Dataset.open(store) as dataset:
        found = compare(dataset, first, second)
    both = [(name_of(shared.instrument), "✓", "✓") for shared in found.both]
    rows = [
        *both,
        *((name_of(edge.target), "✓", "") for edge in found.only_first),
        *((name_of(edge.target), "", "✓") for edge in found.only_second),
    ]
    show_rows(found, form, ("candidate", "first", "second"), dict.fromkeys(rows))

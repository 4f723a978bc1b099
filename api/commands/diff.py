"""`danchieu diff`: what changed between two states of a dataset."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option


@click.command("diff", cls=KgCommand)
@click.argument("before", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("after", type=click.Path(path_type=Path, exists=True, file_okay=False))
@format_option("table", "json")
@language_option
def command(before: Path, after: Path, form: str, lang: str | None) -> None:
    """Call `kg.diff.diff` and show what came, went and changed."""
    from api.tables import show_rows
    from kg.dataset import Dataset
    from kg.diff import diff

    with Dataset.open(before) as first, Dataset.open(after) as second:
        found = diff(first, second)
    lines = [
        *(("+", name) for name in (*found.documents_added, *found.instruments_added)),
        *(("-", name) for name in (*found.documents_removed, *found.instruments_removed)),
        *(("+", f"{line.file}: {line.quote} ({line.relation})") for line in found.citations_added),
        *(("-", f"{line.file}: {line.quote} ({line.relation})") for line in found.citations_removed),
        *(("~", f"{one.node}: {one.before} → {one.after}") for one in found.resolutions_changed),
    ]
    show_rows(found, form, ("", "change"), lines)

"""`danchieu agreement`: how far two people agree who annotated the same documents."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option


@click.command("agreement", cls=KgCommand)
@click.argument("first", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("second", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@format_option("table", "json")
@language_option
def command(first: Path, second: Path, form: str, lang: str | None) -> None:
    """Score one annotation against the other with `extractors.scoring.evaluate`; F1 is the agreement."""
    from api.evaluation import evaluate, read_annotations
    from api.tables import show_rows

    report = evaluate(read_annotations(first), read_annotations(second))
    show_rows(report.as_dict(), form, ("figure", "value"), report.rows())

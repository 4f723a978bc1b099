"""`danchieu eval`: how good an extraction is, measured against gold."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option


@click.command("eval", cls=KgCommand)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("texts", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@format_option("table", "json")
@language_option
def command(gold: Path, texts: tuple[Path, ...], form: str, lang: str | None) -> int:
    """Extract the texts that the gold file names, call `extractors.scoring.evaluate`, show its figures."""
    from api.evaluation import evaluate_files
    from api.exits import Exit
    from api.tables import show_rows

    report, skipped = evaluate_files(gold, texts)
    show_rows(report.as_dict(), form, ("figure", "value"), report.rows())
    for name, reason in skipped:
        click.echo(f"{name}: {reason}", err=True)
    return Exit.SKIPPED if skipped else Exit.OK

"""`danchieu export`: the answer of a question as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, get_args

import click

from api.choices import FORMATS, QUESTIONS, SEVERITIES, STATUSES
from api.failures import KgCommand
from api.options import era_option, language_option, period_options, store_option, through_option
from extractors.models import Relation


@click.command("export", cls=KgCommand)
@click.argument("question", type=click.Choice(QUESTIONS))
@click.argument("instruments", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="xlsx")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False, writable=True))
@click.option("--words", default="")
@click.option("--direction", type=click.Choice(("up", "down")), default="down")
@click.option("--side", type=click.Choice(("out", "in")), default="out")
@click.option("--relation", "relations", type=click.Choice(get_args(Relation)), multiple=True)
@click.option("--depth", type=click.IntRange(min=1))
@click.option("--type", "type_")
@click.option("--issuer")
@click.option("--province")
@click.option("--year", type=click.IntRange(1900, 2200))
@click.option("--status", type=click.Choice(STATUSES))
@click.option("--on", metavar="YYYY-MM-DD")
@click.option("--with-text", is_flag=True)
@click.option("--kind", "kinds", multiple=True)
@click.option("--severity", "severities", type=click.Choice(SEVERITIES), multiple=True)
@click.option("--query", default="")
@era_option
@period_options
@through_option
@store_option
@language_option
def command(
    question: str,
    instruments: tuple[str, ...],
    form: str,
    output: Path | None,
    store: Path,
    lang: str | None,
    type_: str | None,
    query: str,
    **narrowed: Any,
) -> None:
    """Ask, make a selection, write it in the format wanted."""
    from api.speech import speech
    from kg.dataset import Dataset
    from kg.export.formats import EXPORT_FORMS, export
    from kg.export.questions import ExportQuestion, select

    say = speech()
    text = sys.stdin.read() if query == "-" else query
    asked = ExportQuestion(question, instruments, type=type_, query=text, **narrowed)  # type: ignore[arg-type]
    with Dataset.open(store) as dataset:
        selection = select(dataset, asked)
        data = export(selection, dataset, form, say.language)
    path = output or Path(f"danchieu-{question}.{EXPORT_FORMS[form].extension}")
    path.write_bytes(data)
    click.echo(say("cli.export.written", path=path, rows=len(selection.table.rows)))

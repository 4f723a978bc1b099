"""`danchieu query`: a read-only SPARQL query."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("query", cls=KgCommand)
@click.argument("sparql")
@store_option
@format_option("table", "csv", "json")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0)
@click.option("--limit", "max_rows", type=click.IntRange(min=1), default=100_000)
@language_option
def command(sparql: str, store: Path, form: str, timeout: float, max_rows: int, lang: str | None) -> None:
    """Ask `kg.sparql.run` and show its answer."""
    from api.answers import as_csv, as_json, as_rows
    from api.terminal import print_table
    from kg.dataset import Dataset
    from kg.sparql import run

    text = sys.stdin.read() if sparql == "-" else sparql
    with Dataset.open(store) as dataset:
        answer = run(dataset, text, timeout=timeout, max_rows=max_rows)
    if form == "table":
        print_table(*as_rows(answer))
    else:
        sys.stdout.write(as_csv(answer, "\n") if form == "csv" else as_json(answer) + "\n")
    if answer.truncated:
        click.echo(speech()("cli.answer.truncated"), err=True)

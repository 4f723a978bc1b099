"""`danchieu query`: a read-only SPARQL query."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("query", cls=KgCommand)
@click.argument("sparql", required=False)
@click.option("--name")
@click.option("--param", "params", multiple=True)
@store_option
@format_option("table", "csv", "json")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0)
@click.option("--limit", "max_rows", type=click.IntRange(min=1), default=100_000)
@language_option
def command(
    sparql: str | None,
    name: str | None,
    params: tuple[str, ...],
    store: Path,
    form: str,
    timeout: float,
    max_rows: int,
    lang: str | None,
) -> None:
    """Ask `kg.sparql.run` and show its answer; without a query, list the named ones."""
    from api.answers import as_csv, as_json, as_rows
    from api.terminal import print_table
    from kg.dataset import Dataset
    from kg.sparql import run

    text = sys.stdin.read() if sparql == "-" else sparql
    if name is not None:
        text = _named(name, params)
    if text is None:
        _list_named()
        return
    with Dataset.open(store) as dataset:
        answer = run(dataset, text, timeout=timeout, max_rows=max_rows)
    if form == "table":
        print_table(*as_rows(answer))
    else:
        sys.stdout.write(as_csv(answer, "\n") if form == "csv" else as_json(answer) + "\n")
    if answer.truncated:
        click.echo(speech()("cli.answer.truncated"), err=True)


def _named(name: str, params: tuple[str, ...]) -> str:
    """The named query with its parameters filled in."""
    import ontology
    from kg.errors import BadRequest

    try:
        values = dict(param.split("=", 1) for param in params)
    except ValueError as error:
        raise BadRequest(what=" ".join(params), reason="--param NAME=VALUE") from error
    try:
        return ontology.bind_query(ontology.find_query(name), values)
    except (KeyError, ontology.ParameterError) as error:
        raise BadRequest(what=name, reason=error.args[0]) from error


def _list_named() -> None:
    import ontology
    from api.terminal import print_table

    say = speech()
    vietnamese = say.language == "vi"
    rows = [
        (one.name, one.title_vi if vietnamese else one.title_en,
         ", ".join(f"{parameter.name}={parameter.example}" for parameter in one.parameters))
        for one in ontology.queries()
    ]  # fmt: skip
    print_table([say(f"cli.column.{column}") for column in ("name", "question", "parameters")], rows)

"""`danchieu remove`: take source documents out of a store, leaving nothing of them behind."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("remove", cls=KgCommand)
@click.argument("document")
@store_option
@format_option("table", "json")
@language_option
def command(document: str, store: Path, form: str, lang: str | None) -> None:
    """Call `kg.ingest.remove` and say what is gone."""
    from dataclasses import asdict

    from api.terminal import print_json
    from kg.ingest import remove

    report = remove(store, document)
    if form == "json":
        print_json(asdict(report))
    else:
        click.echo(speech()("cli.answer.removed", count=len(report.removed), names=", ".join(report.removed)))

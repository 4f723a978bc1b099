"""`danchieu validate`: whether the graphs keep to the shapes of the ontology."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("validate", cls=KgCommand)
@click.option("--document")
@store_option
@format_option("table", "json")
@language_option
def command(document: str | None, store: Path, form: str, lang: str | None) -> int:
    """Call `kg.validation.validate` and show what breaks a shape, and where."""
    from api.exits import Exit
    from api.speech import speech
    from api.tables import show_rows
    from kg.dataset import Dataset
    from kg.validation import validate

    say = speech()
    with Dataset.open(store) as dataset:
        report = validate(dataset, document=document)
    rows = [
        (item.file or item.graph, item.focus, item.path, item.value,
         item.message_vi if say.language == "vi" else item.message_en)
        for item in report.findings
    ]  # fmt: skip
    if report.conforms and form != "json":
        click.echo(say("cli.validate.conforms", graphs=report.graphs))
    else:
        show_rows(report, form, ("file", "node", "property", "value", "reason"), rows)
    return Exit.OK if report.conforms else Exit.SKIPPED

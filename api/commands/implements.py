"""`danchieu implements`: who implements an instrument, each with the sentence that says so."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("implements", cls=KgCommand)
@click.argument("instrument")
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, store: Path, form: str, lang: str | None) -> None:
    """Ask `kg.questions.implementations` and show its answer."""
    from dataclasses import asdict

    from api.terminal import print_implementations, print_json
    from kg.dataset import Dataset
    from kg.questions.implementations import implementations

    with Dataset.open(store) as dataset:
        result = implementations(dataset, instrument)
    if form == "json":
        print_json(asdict(result))
    else:
        print_implementations(result, speech())

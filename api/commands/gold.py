"""`danchieu gold`: what people settled, as gold for `danchieu eval`."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import language_option, store_option


@click.command("gold", cls=KgCommand)
@click.option("--document")
@store_option
@language_option
def command(document: str | None, store: Path, lang: str | None) -> None:
    """Call `kg.review.gold` and print one JSON list."""
    from api.terminal import print_json
    from kg.dataset import Dataset
    from kg.review import gold

    with Dataset.open(store) as dataset:
        print_json(gold(dataset, document=document))

"""`danchieu chain`: the chain of implementation up to the source, or down to those who carry it out."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech
from extractors.models import Relation
from kg.models import Direction


@click.command("chain", cls=KgCommand)
@click.argument("instrument")
@click.option("--direction", type=click.Choice(get_args(Direction)), default="down")
@click.option(
    "--relation", "relations", type=click.Choice(get_args(Relation)), multiple=True, default=("implements",)
)
@click.option("--depth", type=click.IntRange(min=1))
@store_option
@format_option("table", "json")
@language_option
def command(
    instrument: str,
    direction: Direction,
    relations: tuple[Relation, ...],
    depth: int | None,
    store: Path,
    form: str,
    lang: str | None,
) -> None:
    """Ask `kg.questions.chain` and show its answer."""
    from dataclasses import asdict

    from api.terminal import print_chain, print_json
    from kg.dataset import Dataset
    from kg.questions.chain import chain

    with Dataset.open(store) as dataset:
        result = chain(dataset, instrument, direction=direction, relations=relations, depth=depth)
    if form == "json":
        print_json(asdict(result))
    else:
        print_chain(result, speech())

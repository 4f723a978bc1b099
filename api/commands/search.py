"""`danchieu search`: find instruments by number, words of their title, body, or a sentence of their text."""

from __future__ import annotations

from pathlib import Path

import click

from api.exits import Exit
from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("search", cls=KgCommand)
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1_000), default=20)
@click.option("--offset", type=click.IntRange(0), default=0)
@store_option
@format_option("table", "json")
@language_option
def command(
    words: tuple[str, ...], limit: int, offset: int, store: Path, form: str, lang: str | None
) -> Exit:
    """Ask `kg.questions.search` and show its hits."""
    from dataclasses import asdict

    from api.terminal import print_hits, print_json
    from kg.dataset import Dataset
    from kg.questions.search import search

    with Dataset.open(store) as dataset:
        result = search(dataset, " ".join(words), offset=offset, limit=limit)
    if form == "json":
        print_json(asdict(result))
    else:
        print_hits(result, speech())
    return Exit.OK if result.hits else Exit.NOT_FOUND

"""`danchieu graph`: the graph around an instrument as one HTML file that needs no network."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("graph", cls=KgCommand)
@click.argument("instrument")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False, writable=True), required=True)
@click.option("--depth", type=click.IntRange(min=1), default=6)
@store_option
@format_option("table", "json")
@language_option
def command(instrument: str, output: Path, depth: int, store: Path, form: str, lang: str | None) -> None:
    """Ask for the instrument and its chains, draw them, write the file as UTF-8."""
    from api.terminal import print_json
    from kg.dataset import Dataset
    from kg.questions.chain import chain
    from kg.questions.instrument import instrument as ask
    from viz.picture import page
    from viz.surroundings import surroundings

    say = speech()
    with Dataset.open(store) as dataset:
        detail = ask(dataset, instrument)
        chains = [chain(dataset, detail.instrument.iri, direction=way, depth=depth) for way in ("up", "down")]
    graph = surroundings(detail, chains, say.language)
    output.write_text(page(graph, say.language), encoding="utf-8", newline="\n")
    written = {"path": str(output), "nodes": len(graph.nodes), "edges": len(graph.edges)}
    if form == "json":
        print_json(written)
    else:
        click.echo(say("cli.graph.written", **written))

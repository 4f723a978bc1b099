"""`danchieu extract`: the citations of files, without a store."""

from __future__ import annotations

from pathlib import Path

import click

from api.options import format_option, language_option
from api.speech import SpokenCommand, speech


@click.command("extract", cls=SpokenCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@format_option("table", "json", "gold")
@language_option
def command(files: tuple[Path, ...], form: str, lang: str | None) -> int:
    """Read each file, run `extractors.pipeline.extract`, show what was found."""
    from api.exits import Exit
    from api.extraction import as_gold, as_json, print_documents, read_all
    from api.terminal import print_json

    say = speech()
    documents, skipped = read_all(files)
    if form == "gold":
        print_json(as_gold(documents))
    elif form == "json":
        print_json(as_json(documents))
    else:
        print_documents(documents, say)
    for name, error in skipped:
        click.echo(f"{name}: {error.message(say.language)} {error.advice(say.language)}", err=True)
    return Exit.SKIPPED if skipped else Exit.OK

"""`danchieu bundle`: a folder from which the program is installed where there is no network."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option
from api.speech import speech


@click.command("bundle", cls=KgCommand)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--extra", "extras", multiple=True)
@click.option("--no-extras", is_flag=True)
@format_option("table", "json")
@language_option
def command(folder: Path, extras: tuple[str, ...], no_extras: bool, form: str, lang: str | None) -> None:
    """Call `api.bundle.make_bundle` and say what it made."""
    from dataclasses import asdict

    from api.bundle import make_bundle
    from api.terminal import print_json

    say = speech()
    made = make_bundle(folder, () if no_extras else extras or None)
    if form == "json":
        print_json(asdict(made))
        return
    megabytes = f"{made.bytes / 1_000_000:.0f}"
    click.echo(
        say(
            "cli.bundle.made",
            folder=made.folder,
            wheels=made.wheels,
            size=megabytes,
            extras=", ".join(made.extras) or "-",
        )
    )

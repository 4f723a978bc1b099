"""`danchieu ingest`: load files and folders into a store, with a report of what was skipped and why."""

from __future__ import annotations

from pathlib import Path

import click

from api.exits import Exit
from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.speech import speech


@click.command("ingest", cls=KgCommand)
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--force", is_flag=True)
@click.option("--base", envvar="DANCHIEU_BASE")
@store_option
@format_option("table", "json")
@language_option
def command(
    sources: tuple[Path, ...], force: bool, base: str | None, store: Path, form: str, lang: str | None
) -> int:
    """Call `kg.ingest.ingest` and show its report."""
    from dataclasses import asdict

    from api.ingest_report import ingest_with_bar, print_report
    from api.terminal import print_json

    say = speech()
    report = ingest_with_bar(sources, store, say, base=base, force=force)
    if form == "json":
        print_json(asdict(report))
    else:
        print_report(report, sources, store, say)
    return Exit.SKIPPED if report.skipped else Exit.OK

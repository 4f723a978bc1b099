"""`danchieu demo`: a store from the bundled samples, served at once."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option
from api.speech import speech


@click.command("demo", cls=KgCommand)
@click.option("--store", type=click.Path(path_type=Path, file_okay=False))
@click.option("--build-only", is_flag=True)
@click.option("--host", envvar="DANCHIEU_HOST", default="127.0.0.1")
@click.option("--port", envvar="DANCHIEU_PORT", type=click.IntRange(0, 65535), default=8000)
@format_option("table", "json")
@language_option
def command(store: Path | None, build_only: bool, host: str, port: int, form: str, lang: str | None) -> int:
    """Ingest the samples that the package carries, then serve them."""
    import tempfile

    if store is not None:
        return _run(store, build_only, host, port, form)
    with tempfile.TemporaryDirectory(prefix="danchieu-demo-", ignore_cleanup_errors=True) as folder:
        return _run(Path(folder), build_only, host, port, form)


def _run(store: Path, build_only: bool, host: str, port: int, form: str) -> int:
    from api.exits import Exit
    from api.server import serve

    as_json = form == "json"
    skipped = _build(store, as_json)
    if build_only:
        return Exit.SKIPPED if skipped else Exit.OK
    if not as_json:
        click.echo(speech()("cli.demo.try"))
    return serve(store, host, port, as_json)


def _build(store: Path, as_json: bool) -> bool:
    """Load the samples and say so; whether any was skipped."""
    from dataclasses import asdict
    from importlib import resources

    from api.ingest_report import ingest_with_bar, print_report
    from api.sources import Named
    from api.terminal import print_json

    say = speech()
    with resources.as_file(resources.files("api") / "samples") as samples:
        report = ingest_with_bar(Named(tuple(sorted(samples.glob("*.txt")))), store, say)
    if as_json:
        print_json(asdict(report))
        return bool(report.skipped)
    if report.skipped:
        print_report(report, [], store, say)
    documents = len(report.loaded) + len(report.unchanged)
    citations = sum(file.citations for file in report.loaded)
    click.echo(say("cli.demo.built", documents=documents, citations=citations))
    return bool(report.skipped)

"""`danchieu demo`: a store from the bundled samples, served at once."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import language_option
from api.speech import speech


@click.command("demo", cls=KgCommand)
@click.option("--store", type=click.Path(path_type=Path, file_okay=False))
@click.option("--build-only", is_flag=True)
@click.option("--host", envvar="DANCHIEU_HOST", default="127.0.0.1")
@click.option("--port", envvar="DANCHIEU_PORT", type=click.IntRange(0, 65535), default=8000)
@language_option
def command(store: Path | None, build_only: bool, host: str, port: int, lang: str | None) -> int:
    """Ingest the samples that the package carries, then serve them."""
    import tempfile

    from api.exits import Exit

    if store is not None:
        _build(store)
        return Exit.OK if build_only else _serve(store, host, port)
    with tempfile.TemporaryDirectory(prefix="danchieu-demo-", ignore_cleanup_errors=True) as folder:
        _build(Path(folder))
        return Exit.OK if build_only else _serve(Path(folder), host, port)


def _build(store: Path) -> None:
    from importlib import resources

    from api.ingest_report import ingest_with_bar, print_report

    say = speech()
    with resources.as_file(resources.files("api") / "samples") as samples:
        report = ingest_with_bar(sorted(samples.glob("*.txt")), store, say)
    if report.skipped:
        print_report(report, [], store, say)
    documents = len(report.loaded) + len(report.unchanged)
    citations = sum(file.citations for file in report.loaded)
    click.echo(say("cli.demo.built", documents=documents, citations=citations))


def _serve(store: Path, host: str, port: int) -> int:
    from api.server import serve

    click.echo(speech()("cli.demo.try"))
    return serve(store, host, port)

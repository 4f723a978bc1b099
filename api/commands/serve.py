"""`danchieu serve`: the pages, the API and SPARQL, on this machine unless told otherwise."""

from __future__ import annotations

from pathlib import Path

import click

from api.failures import KgCommand
from api.options import format_option, language_option, store_option


@click.command("serve", cls=KgCommand)
@click.option("--host", envvar="DANCHIEU_HOST", default="127.0.0.1")
@click.option("--port", envvar="DANCHIEU_PORT", type=click.IntRange(0, 65535), default=8000)
@click.option("--workers", envvar="DANCHIEU_WORKERS", type=click.IntRange(1, 64), default=1)
@store_option
@format_option("table", "json")
@language_option
def command(host: str, port: int, workers: int, store: Path, form: str, lang: str | None) -> int:
    """Serve `api.app` over one store; as JSON, the address it is at is one line of JSON."""
    from api.server import serve

    return serve(store, host, port, as_json=form == "json", workers=workers)

"""`danchieu ingest`: load documents into a store, with a report of what was skipped and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.choices import ENDPOINTS, ENGINES, EndpointKind, EngineName
from api.exits import Exit
from api.failures import KgCommand
from api.options import format_option, language_option, store_option
from api.sources import Named, SourcePath
from api.speech import speech

if TYPE_CHECKING:
    from kg.ingest.sharded import Sharding
    from kg.store.endpoint import Endpoint

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("ingest", cls=KgCommand)
@click.argument("sources", nargs=-1, type=SourcePath())
@click.option("--urls", "lists", multiple=True, type=_FILE)
@click.option("--corpus", "corpora", multiple=True, type=click.Path(path_type=Path, exists=True))
@click.option("--preset")
@click.option("--column", "columns", multiple=True)
@click.option("--name", "stdin_name", default="stdin")
@click.option("--glob", "globs", multiple=True)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--jobs", type=click.IntRange(min=1))
@click.option("--watch", type=click.FloatRange(min=0, min_open=True))
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0])
@click.option("--scheduler")
@click.option("--shards")
@click.option("--endpoint", envvar="DANCHIEU_ENDPOINT")
@click.option(
    "--endpoint-kind", type=click.Choice(ENDPOINTS), default=ENDPOINTS[0], envvar="DANCHIEU_ENDPOINT_KIND"
)
@click.option("--report", "report_file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True)
@click.option("--base", envvar="DANCHIEU_BASE")
@store_option
@format_option("table", "json")
@language_option
def command(
    sources: tuple[Path | str, ...],
    lists: tuple[Path, ...],
    corpora: tuple[Path, ...],
    preset: str | None,
    columns: tuple[str, ...],
    stdin_name: str,
    globs: tuple[str, ...],
    since: datetime | None,
    jobs: int | None,
    watch: float | None,
    engine: EngineName,
    scheduler: str | None,
    shards: str | None,
    endpoint: str | None,
    endpoint_kind: EndpointKind,
    report_file: Path | None,
    force: bool,
    base: str | None,
    store: Path,
    form: str,
    lang: str | None,
) -> int:
    """Call `kg.ingest` and show its report."""
    from api.ingest_report import IngestOptions, ingest_with_bar, show_report, watch_folders

    say = speech()
    named = Named(sources, lists, corpora, preset, columns, stdin_name)
    if not named.names:
        raise click.UsageError(say("cli.usage.missing", name=say("cli.argument.sources")))
    if watch is not None and not named.folders:
        raise click.UsageError(say("cli.ingest.watch_what"))
    options = IngestOptions(
        base=base,
        force=force,
        globs=globs,
        since=since.date() if since else None,
        jobs=jobs,
        sharding=_sharding(engine, scheduler, shards, jobs, store),
        endpoint=_endpoint(endpoint, endpoint_kind),
    )
    if watch is not None:
        watch_folders(named, store, options, watch, say)
        return Exit.OK
    report = ingest_with_bar(named, store, say, options)
    show_report(report, named, store, form, report_file, say)
    return Exit.SKIPPED if report.skipped else Exit.OK


def _sharding(
    engine: EngineName,
    scheduler: str | None,
    shards: str | None,
    jobs: int | None,
    store: Path,
) -> Sharding | None:
    """By shards where an option asks for what only they can do; else straight into the store."""
    if engine == "local" and shards is None:
        return None
    from kg.errors import BadRequest
    from kg.ingest.engines import Engine

    try:
        from kg.ingest.sharded import Sharding
    except ImportError as error:
        raise BadRequest(what="--shards", reason=f"{error}; pip install 'danchieu[cluster]'") from error
    return Sharding(Engine(engine, jobs, scheduler), shards or str(store / "shards"))


def _endpoint(address: str | None, kind: EndpointKind) -> Endpoint | None:
    if address is None:
        return None
    from kg.store.endpoint import Endpoint

    return Endpoint.at(address, kind)

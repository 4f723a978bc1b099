"""Loading with a progress bar, and what is shown of it afterwards."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from api.sources import Named, inputs_of
from api.terminal import print_json, print_table
from kg.dataset import Dataset
from kg.ingest import Progress, ingest
from kg.ingest.files import Selection
from kg.ingest.inputs import Input
from kg.ingest.watch import settled_files
from kg.models import IngestReport
from kg.questions.problem_counts import problem_counts
from kg.store.endpoint import Endpoint
from viz.ingest_report import ingest_report_html
from viz.language import Messages
from viz.pages import number
from viz.text import plain

if TYPE_CHECKING:
    from kg.ingest.sharded import Sharding

_NAME_WIDTH = 40


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How documents are loaded: `sharding` says that it is by shards, `endpoint` where graphs are kept."""

    base: str | None = None
    force: bool = False
    globs: tuple[str, ...] = ()
    since: date | None = None
    jobs: int | None = None
    sharding: Sharding | None = None
    endpoint: Endpoint | None = None


def ingest_with_bar(
    named: Named, store: Path, say: Messages, options: IngestOptions | None = None
) -> IngestReport:
    """Load what was named, with a bar on standard error, so that the output stays clean for a pipe."""
    return _load(inputs_of(named), store, say, options or IngestOptions())


def watch_folders(named: Named, store: Path, options: IngestOptions, every: float, say: Messages) -> None:
    """Load what is in the folders, then what comes into them, until the user stops it."""
    selection = Selection(options.globs, options.since)
    for files in settled_files(named.folders, selection, every=every):
        report = _load(files, store, say, options)
        sys.stdout.write(say("cli.ingest_report.watched", **_counts(report)) + "\n")
        for skipped in report.skipped:
            reason = skipped.reason if say.language == "vi" else skipped.reason_en
            sys.stdout.write(f"  {plain(skipped.file)}: {plain(reason)}\n")
        sys.stdout.flush()


def show_report(
    report: IngestReport, named: Named, store: Path, form: str, file: Path | None, say: Messages
) -> None:
    """Print the report, and write it into `file`: HTML where its name ends so, else JSON."""
    if file is not None:
        as_html = file.suffix.lower() in {".html", ".htm"}
        text = ingest_report_html(report, str(store), say) if as_html else _json(report)
        file.write_text(text, encoding="utf-8")
    if form == "json":
        print_json(asdict(report))
    else:
        print_report(report, named.names, store, say)


def print_report(report: IngestReport, sources: Iterable[str], store: Path, say: Messages) -> None:
    """A summary table, then each skipped file with the reason."""
    if not (report.loaded or report.unchanged or report.removed or report.skipped):
        sys.stdout.write(say("cli.ingest_report.nothing", sources=plain(", ".join(sources))) + "\n")
        return
    counts = _counts(report)
    rows = [(say(f"cli.ingest_report.{name}"), number(count, say.language)) for name, count in counts.items()]
    rows.append((say("cli.ingest_report.seconds"), f"{report.seconds:.1f}"))
    print_table(("", ""), rows, title=say("cli.ingest_report.title", store=store))
    if report.skipped:
        columns = (say("cli.column.file"), say("cli.column.reason"))
        print_table(
            columns,
            [(s.file, s.reason if say.language == "vi" else s.reason_en) for s in report.skipped],
            title=say("cli.ingest_report.skipped_title"),
        )


def _load(inputs: Iterable[Input], store: Path, say: Messages, options: IngestOptions) -> IngestReport:
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TimeRemainingColumn(), TextColumn("{task.fields[file]}", markup=False),
    )  # fmt: skip
    bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    selection = Selection(options.globs, options.since)
    with bar:
        task = bar.add_task(say("cli.ingest_report.working"), total=None, file="")

        def show(step: Progress) -> None:
            bar.update(task, completed=step.done, total=step.total, file=plain(step.file)[-_NAME_WIDTH:])

        if options.sharding is not None:
            from kg.ingest.sharded import ingest_sharded

            report = ingest_sharded(
                inputs, store, options.sharding,
                base=options.base, endpoint=options.endpoint, force=options.force, selection=selection,
                progress=show,
            )  # fmt: skip
        else:
            report = ingest(
                inputs, store,
                base=options.base, endpoint=options.endpoint, force=options.force, selection=selection,
                progress=show, workers=options.jobs,
            )  # fmt: skip
    return _with_problems(report, store)


def _with_problems(report: IngestReport, store: Path) -> IngestReport:
    """The report with how many problems each loaded document has."""
    if not report.loaded:
        return report
    with Dataset.open(store) as dataset:
        found = problem_counts(dataset, [file.hash for file in report.loaded])
    loaded = tuple(replace(file, problems=found.get(file.hash, 0)) for file in report.loaded)
    return replace(report, loaded=loaded)


def _counts(report: IngestReport) -> dict[str, int]:
    return {
        "loaded": len(report.loaded),
        "unchanged": len(report.unchanged),
        "removed": len(report.removed),
        "skipped": len(report.skipped),
        "citations": sum(file.citations for file in report.loaded),
        "quads": sum(file.quads for file in report.loaded),
    }


def _json(report: IngestReport) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"

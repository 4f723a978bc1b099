"""Loading with a progress bar, and what is shown of it afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from api.terminal import print_table
from kg.ingest import Progress, ingest
from kg.models import IngestReport
from viz.language import Messages
from viz.pages import number
from viz.text import plain

_NAME_WIDTH = 40


def ingest_with_bar(
    sources: Iterable[Path], store: Path, say: Messages, base: str | None = None, force: bool = False
) -> IngestReport:
    """`kg.ingest.ingest` with a bar on standard error, so that the output stays clean for a pipe."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )  # fmt: skip
    bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with bar:
        task = bar.add_task(say("cli.ingest_report.working"), total=None, file="")

        def show(step: Progress) -> None:
            bar.update(task, completed=step.done, total=step.total, file=plain(step.file)[-_NAME_WIDTH:])

        return ingest(sources, store, base=base, force=force, progress=show)


def print_report(report: IngestReport, sources: Iterable[Path], store: Path, say: Messages) -> None:
    """A summary table, then each skipped file with the reason."""
    if not (report.loaded or report.unchanged or report.removed or report.skipped):
        named = ", ".join(str(source) for source in sources)
        sys.stdout.write(say("cli.ingest_report.nothing", sources=plain(named)) + "\n")
        return
    counts = {
        "loaded": len(report.loaded),
        "unchanged": len(report.unchanged),
        "removed": len(report.removed),
        "skipped": len(report.skipped),
        "citations": sum(file.citations for file in report.loaded),
        "quads": sum(file.quads for file in report.loaded),
    }
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

"""The report of an ingest as one HTML file that opens anywhere, offline: every file and what became of it."""

from __future__ import annotations

from kg.models import IngestReport
from viz.language import Messages
from viz.pages import environment, number
from viz.text import plain

DOUBTFUL = 0.9
"""Below this quality a document's letters are shown as doubtful."""


def ingest_report_html(report: IngestReport, store: str, say: Messages) -> str:
    """The page: a summary, what was skipped and why, what was loaded and how well it could be read."""
    return environment().get_template("ingest_report.html").render(
        report=report,
        store=store,
        say=say,
        language=say.language,
        doubtful=DOUBTFUL,
        number=lambda value: number(value, say.language),
        plain=plain,
    )  # fmt: skip

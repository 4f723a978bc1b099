"""The page that checks a draft: its text with every citation marked by what is wrong with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.models import DocumentView, Mark, SourceRef
from kg.questions.draft import DraftCitation, DraftReport
from viz.language import Language
from viz.reading import reading
from viz.render import render

VERDICTS = ("error", "warning", "info", "unknown", "candidates", "unresolved", "fine")
"""How a citation of a draft is marked, gravest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One citation in the list: its verdict, and where in the text it stands."""

    number: int
    verdict: str
    citation: DraftCitation


def draft_page(
    report: DraftReport | None, text: str, notes: tuple[str, ...], language: Language, address: str
) -> str:
    """The box for a draft and, once one was sent, its report. Nothing of it is kept anywhere."""
    lines = draft_lines(report) if report else ()
    counted = Counter(line.verdict for line in lines)
    classes = {f"draft-{line.number}": f"verdict-{line.verdict}" for line in lines}
    return render(
        "draft.html", language, address, island="draft", report=report, text=text, notes=notes,
        lines=sorted(lines, key=lambda line: (VERDICTS.index(line.verdict), line.number)),
        counts=[(name, counted[name]) for name in VERDICTS if counted[name]],
        reading=reading(_view(report), classes) if report else None,
    )  # fmt: skip


def draft_lines(report: DraftReport) -> tuple[Line, ...]:
    """The citations of the draft, each with its verdict, in the order of the text."""
    return tuple(Line(number, verdict(item), item) for number, item in enumerate(report.citations, start=1))


def verdict(citation: DraftCitation) -> str:
    """The gravest problem, else how far the citation is known."""
    severities = {problem.severity for problem in citation.problems}
    for severity in ("error", "warning", "info"):
        if severity in severities:
            return severity
    return "fine" if citation.status == "known" else citation.status


def _view(report: DraftReport) -> DocumentView:
    marks = tuple(
        Mark(
            item.start, item.end, f"draft-{number}", item.relation, "", item.instrument, item.confidence,
            item.start, item.end,
        )
        for number, item in enumerate(report.citations, start=1)
    )  # fmt: skip
    return DocumentView(SourceRef("", "", ""), None, report.text, marks)

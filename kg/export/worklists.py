"""Selections beside the exported questions: edges between given documents, problems, draft reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kg.dataset import Dataset
from kg.export import tables
from kg.export.selection import Column, Selection, Stamp, Table, each_once
from kg.ingest.batch import tool_version
from kg.models import Edge, InstrumentRef
from kg.questions.draft import DraftReport
from kg.questions.problems import Problem

_PROBLEM = (
    Column("kind", "Vấn đề", "Problem"),
    Column("severity", "Mức độ", "Severity"),
    Column("detail", "Nội dung", "Detail"),
    Column("suggestion", "Gợi ý", "Suggestion"),
    Column("evidence", "Câu dẫn chứng", "Evidence"),
    Column("file", "Tệp nguồn", "File"),
)
_DRAFT = (
    Column("text", "Dẫn chiếu trong dự thảo", "Citation"),
    Column("relation", "Quan hệ", "Relation"),
    Column("status", "Tình trạng", "Status"),
    Column("problem", "Vấn đề", "Problem"),
    Column("suggestion", "Gợi ý", "Suggestion"),
    Column("start", "Từ ký tự", "Start", "integer"),
    Column("end", "Đến ký tự", "End", "integer"),
)
_STATUS = {
    "known": "khớp",
    "unknown": "không tìm thấy",
    "candidates": "có thể là nhiều văn bản",
    "unresolved": "chưa rõ văn bản nào",
}


def edges_selection(
    dataset: Dataset,
    title: str,
    question: str,
    edges: Sequence[Edge],
    instruments: Sequence[InstrumentRef] = (),
) -> Selection:
    """Edges with their evidence: a path, what two documents cite, a part of the graph.

    `instruments` are those it is about, the cited ones where none is named.
    """
    ends = each_once(instruments or [edge.target for edge in edges])
    evidence = tables.evidence_table(edges)
    return Selection(
        title, tables.edges_table(edges), _stamp(dataset, question), ends, tuple(edges), evidence
    )


def problems_selection(dataset: Dataset, question: str, problems: Sequence[Problem]) -> Selection:
    """Problems as a work list."""
    named = each_once([problem.instrument for problem in problems])
    return Selection("Vấn đề cần xem lại", problems_table(problems), _stamp(dataset, question), named)


def problems_table(problems: Sequence[Problem]) -> Table:
    """A row a problem, with the first sentence that shows it."""
    rows = []
    for problem in problems:
        shown = problem.evidence[0] if problem.evidence else None
        told = (
            problem.label_vi, problem.severity, problem.detail_vi, problem.suggestion_vi,
            shown.text if shown else None, shown.file if shown else None,
        )  # fmt: skip
        rows.append((*told, *tables.instrument_cells(problem.instrument)))
    return Table((*_PROBLEM, *tables.instrument_columns()), tuple(rows))


def draft_selection(dataset: Dataset, report: DraftReport) -> Selection:
    """The report on a draft, a row a citation in the order of the text."""
    rows = []
    for item in report.citations:
        told = (
            item.text, tables.relation_label(item.relation), _STATUS[item.status],
            "; ".join(problem.detail_vi for problem in item.problems) or None,
            "; ".join(problem.suggestion_vi for problem in item.problems) or None,
            item.start, item.end,
        )  # fmt: skip
        rows.append((*told, *tables.instrument_cells(item.instrument)))
    table = Table((*_DRAFT, *tables.instrument_columns()), tuple(rows))
    named = each_once([item.instrument for item in report.citations])
    question = f"draft {report.head.number or ''} on={report.on.isoformat()}"
    return Selection("Kiểm tra dẫn chiếu trong dự thảo", table, _stamp(dataset, question), named)


def _stamp(dataset: Dataset, question: str) -> Stamp:
    return Stamp(dataset.base, dataset.generation, question, datetime.now(UTC), tool_version())

"""Results as tables: which columns instruments, edges, evidence, coverage and the rest have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ontology
from kg.export.selection import Column, Table, Value
from kg.models import Edge, EvidenceRef, InstrumentRef
from kg.questions.compare import Comparison
from kg.questions.coverage import Coverage, Gap
from kg.questions.timeline import Timeline

_INSTRUMENT = (
    ("type", "Loại văn bản", "Type", "text"),
    ("number", "Số ký hiệu", "Number", "text"),
    ("issuer", "Cơ quan ban hành", "Issuer", "text"),
    ("date", "Ngày ban hành", "Date", "date"),
    ("title", "Trích yếu", "Title", "text"),
    ("iri", "IRI", "IRI", "link"),
)
STATES = {
    "implements": ("Thực hiện", "Implements"),
    "silent": ("Có văn bản nhưng không dẫn", "Has documents, cites it not"),
    "no_documents": ("Kho chưa có văn bản", "No documents in the dataset"),
}
"""The three states of a province, in Vietnamese and English."""

RELATION = Column("relation", "Quan hệ", "Relation")
CONFIDENCE = Column("confidence", "Độ tin cậy", "Confidence", "number")
_EVIDENCE = (
    Column("source", "Văn bản dẫn", "Citing"),
    RELATION,
    Column("target", "Văn bản được dẫn", "Cited"),
    Column("evidence", "Câu dẫn chứng", "Evidence"),
    Column("quote", "Nguyên văn dẫn chiếu", "Mention"),
    Column("file", "Tệp nguồn", "File"),
    Column("start", "Từ ký tự", "Start", "integer"),
    Column("end", "Đến ký tự", "End", "integer"),
    CONFIDENCE,
    Column("citation", "IRI dẫn chiếu", "Citation", "link"),
)


def instrument_columns(prefix: str = "", vi: str = "", en: str = "") -> tuple[Column, ...]:
    """The columns of an instrument; `prefix`, `vi` and `en` tell which one where a row has two."""
    return tuple(
        Column(f"{prefix}{name}", f"{label_vi}{vi}", f"{label_en}{en}", kind)  # type: ignore[arg-type]
        for name, label_vi, label_en, kind in _INSTRUMENT
    )


def instrument_cells(instrument: InstrumentRef) -> tuple[Value, ...]:
    """The cells of an instrument; where only the year is known, that is its date."""
    date = instrument.date or (str(instrument.year) if instrument.year else None)
    return (
        instrument.type, instrument.number, instrument.issuer, date, instrument.title, instrument.iri,
    )  # fmt: skip


def name_of(instrument: InstrumentRef) -> str:
    """An instrument in a cell: type and number, else its title, else its id."""
    return " ".join(filter(None, (instrument.type, instrument.number or instrument.title))) or instrument.id


def instruments_table(instruments: Iterable[InstrumentRef]) -> Table:
    """One row an instrument."""
    return Table(instrument_columns(), tuple(map(instrument_cells, instruments)))


def edges_table(edges: Iterable[Edge]) -> Table:
    """One row an edge: who cites, in which relation, what, with the best sentence."""
    columns = (
        *instrument_columns("source_", " (dẫn)", " (citing)"),
        RELATION,
        *instrument_columns("target_", " (được dẫn)", " (cited)"),
        Column("evidence", "Câu dẫn chứng", "Evidence"),
        CONFIDENCE,
        Column("depth", "Cấp", "Depth", "integer"),
    )
    return Table(columns, tuple(map(_edge_row, edges)))


def _edge_row(edge: Edge) -> tuple[Value, ...]:
    best = max(edge.evidence, key=lambda evidence: evidence.confidence, default=None)
    return (
        *instrument_cells(edge.source), relation_label(edge.relation), *instrument_cells(edge.target),
        best.text if best else None, edge.confidence, edge.depth,
    )  # fmt: skip


def evidence_table(edges: Iterable[Edge]) -> Table:
    """One row a sentence."""
    rows = tuple(_evidence_row(edge, evidence) for edge in edges for evidence in edge.evidence)
    return Table(_EVIDENCE, rows)


def _evidence_row(edge: Edge, evidence: EvidenceRef) -> tuple[Value, ...]:
    return (
        name_of(edge.source), relation_label(edge.relation), name_of(edge.target), evidence.text,
        evidence.quote, evidence.file, evidence.start, evidence.end, evidence.confidence, evidence.citation,
    )  # fmt: skip


def coverage_table(coverage: Coverage) -> Table:
    """A row a province, for each instrument its state and how many documents implement it."""
    columns = [
        Column("code", "Mã tỉnh", "Code"),
        Column("province", "Tỉnh, thành phố", "Province"),
        Column("documents", "Văn bản trong kho", "Documents", "integer"),
    ]
    for number, instrument in enumerate(coverage.instruments, start=1):
        name = name_of(instrument)
        columns += [
            Column(f"state_{number}", name, name),
            Column(f"count_{number}", f"Số văn bản thực hiện {name}", f"Implementing {name}", "integer"),
        ]
    rows = []
    for province, cells in zip(coverage.provinces, coverage.cells, strict=True):
        row: list[Value] = [province.code, province.name, province.documents]
        for cell in cells:
            row += [STATES[cell.state][0], cell.documents]
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows))


def gaps_table(gaps: Sequence[Gap]) -> Table:
    """A row for each province and instrument that it does not implement."""
    columns = (
        Column("code", "Mã tỉnh", "Code"),
        Column("province", "Tỉnh, thành phố", "Province"),
        Column("state", "Tình trạng", "State"),
        *instrument_columns(),
    )
    return Table(
        columns,
        tuple(
            (gap.province.code, gap.province.name, STATES[gap.state][0], *instrument_cells(gap.instrument))
            for gap in gaps
        ),
    )


def events_table(timeline: Timeline) -> Table:
    """A row for each instrument that answers, by date, with the days it took; those without a date last."""
    columns = (
        Column("day", "Ngày", "Day", "date"),
        Column("days_after", "Số ngày sau", "Days after", "integer"),
        Column("province", "Tỉnh, thành phố", "Province"),
        *instrument_columns(),
        RELATION,
    )
    dated = [(event.edge, event.date, event.days_after, event.province) for event in timeline.events]
    undated = [(edge, None, None, None) for edge in timeline.undated]
    return Table(
        columns,
        tuple(
            (*when, *instrument_cells(edge.source), relation_label(edge.relation))
            for edge, *when in (*dated, *undated)
        ),
    )


def comparison_table(found: Comparison) -> Table:
    """A row for each cited instrument, those that both cite first, with the relations of each side."""
    columns = (
        *instrument_columns(),
        Column("first", f"{name_of(found.first)} (thứ nhất)", f"{name_of(found.first)} (first)"),
        Column("second", f"{name_of(found.second)} (thứ hai)", f"{name_of(found.second)} (second)"),
    )
    rows = [
        *((shared.instrument, shared.first, shared.second) for shared in found.both),
        *((instrument, edges, ()) for instrument, edges in _by_target(found.only_first)),
        *((instrument, (), edges) for instrument, edges in _by_target(found.only_second)),
    ]
    return Table(
        columns,
        tuple(
            (*instrument_cells(instrument), _relations(first), _relations(second))
            for instrument, first, second in rows
        ),
    )


def _by_target(edges: Iterable[Edge]) -> Iterable[tuple[InstrumentRef, Sequence[Edge]]]:
    grouped: dict[InstrumentRef, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(edge.target, []).append(edge)
    return grouped.items()


def _relations(edges: Iterable[Edge]) -> str | None:
    return ", ".join(dict.fromkeys(relation_label(edge.relation) for edge in edges)) or None


def relation_label(relation: str) -> str:
    """A relation in Vietnamese, as documents call it."""
    return ontology.relations_by_name()[relation].label_vi

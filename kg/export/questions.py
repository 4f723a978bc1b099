"""The questions whose answers are exported, asked the same way from the command line, HTTP and the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Literal, get_args

from extractors.models import Relation
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export import tables
from kg.export.selection import Selection, Stamp, Table, each_once
from kg.models import Direction, Edge, EvidenceSide, InstrumentRef
from kg.questions.chain import chain
from kg.questions.coverage import coverage, gaps
from kg.questions.impact import impact
from kg.questions.implementations import implementations
from kg.questions.instrument import citations, instruments
from kg.questions.scope import Through
from kg.questions.search import search
from kg.questions.timeline import timeline

QuestionName = Literal[
    "instruments", "search", "citations", "implementations", "chain", "coverage", "gaps", "impact", "timeline"
]
QUESTIONS: tuple[QuestionName, ...] = get_args(QuestionName)


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """A question and what narrows it; what a question has no use for is left as it is.

    `instruments` are numbers, IRIs, ids or number@body@year: several for coverage and gaps, one for the
    others, none for instruments and search, which take `words`, `type`, `issuer` and `year`.
    """

    name: QuestionName
    instruments: tuple[str, ...] = ()
    words: str = ""
    direction: Direction = "down"
    side: EvidenceSide = "out"
    relations: tuple[Relation, ...] = ()
    through: Through = "direct"
    depth: int | None = None
    era: Literal["34", "63"] = "34"
    since: str | None = None
    until: str | None = None
    type: str | None = None
    issuer: str | None = None
    year: int | None = None
    limit: int = 10_000

    def __str__(self) -> str:
        """The question so that it can be asked again: its name and whatever differs from the defaults."""
        said = [self.name, *self.instruments]
        for field in fields(self)[2:]:
            value = getattr(self, field.name)
            if value != field.default:
                said.append(f"{field.name}={','.join(value) if isinstance(value, tuple) else value}")
        return " ".join(said)


def select(dataset: Dataset, asked: ExportQuestion) -> Selection:
    """Ask and make the answer a selection. Raises as the question does, BadRequest where one is missing."""
    title, table, named, edges = _ANSWERS[asked.name](dataset, asked)
    stamp = Stamp(dataset.base, dataset.generation, str(asked), datetime.now(UTC), _tool())
    evidence = tables.evidence_table(edges)
    return Selection(title, table, stamp, each_once(named), tuple(edges), evidence)


_Answer = tuple[str, Table, Sequence[InstrumentRef], Sequence[Edge]]


def _one(asked: ExportQuestion) -> str:
    if len(asked.instruments) != 1:
        raise BadRequest(what=asked.name, reason="this question is about one instrument")
    return asked.instruments[0]


def _some(asked: ExportQuestion) -> tuple[str, ...]:
    if not asked.instruments:
        raise BadRequest(what=asked.name, reason="this question is about one instrument or more")
    return asked.instruments


def _list(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    page = instruments(dataset, type=asked.type, issuer=asked.issuer, year=asked.year, limit=asked.limit)
    return "Danh mục văn bản", tables.instruments_table(page.items), page.items, ()


def _search(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    if not asked.words.strip():
        raise BadRequest(what=asked.name, reason="this question needs words to search for")
    found = [hit.instrument for hit in search(dataset, asked.words, limit=asked.limit).hits]
    return f"Kết quả tìm “{asked.words}”", tables.instruments_table(found), found, ()


def _citations(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    relation = asked.relations[0] if asked.relations else None
    page = citations(dataset, _one(asked), side=asked.side, relation=relation, limit=asked.limit)
    edges = [
        Edge(row.source, row.relation, row.target, (row.evidence,), row.evidence.confidence)
        for row in page.rows
    ]
    others = [edge.target if asked.side == "out" else edge.source for edge in edges]
    title = "Văn bản được dẫn chiếu" if asked.side == "out" else "Văn bản dẫn chiếu đến"
    return f"{title}: {_one(asked)}", tables.edges_table(edges), others, edges


def _implementations(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = implementations(dataset, _one(asked), through=asked.through, limit=asked.limit)
    title = f"Văn bản thực hiện {tables.name_of(found.query)}"
    return title, tables.edges_table(found.results), [edge.source for edge in found.results], found.results


def _chain(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = chain(
        dataset,
        _one(asked),
        direction=asked.direction,
        relations=asked.relations or ("implements",),
        depth=asked.depth,
        limit=asked.limit,
    )
    ends = [edge.source if asked.direction == "down" else edge.target for edge in found.results]
    title = f"Chuỗi dẫn chiếu từ {tables.name_of(found.query)}"
    return title, tables.edges_table(found.results), [found.query, *ends], found.results


def _coverage(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = coverage(
        dataset,
        _some(asked),
        era=asked.era,
        since=asked.since,
        until=asked.until,
        through=asked.through,
    )
    title = "Độ phủ: " + ", ".join(map(tables.name_of, found.instruments))
    return title, tables.coverage_table(found), found.instruments, ()


def _gaps(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = gaps(
        dataset,
        _some(asked),
        era=asked.era,
        since=asked.since,
        until=asked.until,
        through=asked.through,
    )
    title = "Địa phương chưa thấy văn bản thực hiện"
    return title, tables.gaps_table(found), [gap.instrument for gap in found], ()


def _impact(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = impact(dataset, _one(asked), depth=asked.depth, era=asked.era, limit=asked.limit)
    reached = [item.instrument for item in found.reached]
    title = f"Văn bản chịu tác động khi {tables.name_of(found.query)} thay đổi"
    return title, tables.instruments_table(reached), reached, found.edges


def _timeline(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = timeline(dataset, _one(asked), era=asked.era, limit=asked.limit)
    edges = [event.edge for event in found.events]
    title = f"Dòng thời gian thực hiện {tables.name_of(found.query)}"
    return title, tables.events_table(found.events), [edge.source for edge in edges], edges


_ANSWERS: dict[QuestionName, Callable[[Dataset, ExportQuestion], _Answer]] = {
    "instruments": _list,
    "search": _search,
    "citations": _citations,
    "implementations": _implementations,
    "chain": _chain,
    "coverage": _coverage,
    "gaps": _gaps,
    "impact": _impact,
    "timeline": _timeline,
}


def _tool() -> str:
    try:
        return version("danchieu")
    except PackageNotFoundError:
        return "source"

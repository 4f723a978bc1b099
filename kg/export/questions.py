"""The questions whose answers are exported, asked the same way from the command line, HTTP and the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Literal, get_args

from extractors.models import Relation
from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export import tables
from kg.export.query_rows import instruments_named, query_table
from kg.export.selection import Selection, Stamp, Table, each_once
from kg.export.worklists import problems_table
from kg.ingest.batch import tool_version
from kg.models import Direction, Edge, EvidenceSide, InstrumentRef
from kg.questions.chain import chain
from kg.questions.compare import compare
from kg.questions.coverage import coverage, gaps
from kg.questions.effect import Status
from kg.questions.facets import instruments
from kg.questions.impact import impact
from kg.questions.implementations import implementations
from kg.questions.instrument import citations
from kg.questions.narrowing import Narrowing, narrowed_search
from kg.questions.problems import problems
from kg.questions.scope import Through
from kg.questions.search import search
from kg.questions.timeline import timeline
from kg.sparql import run
from ontology.models import Severity

QuestionName = Literal[
    "instruments", "search", "citations", "implementations", "chain", "coverage", "gaps", "impact",
    "timeline", "comparison", "problems", "sparql",
]  # fmt: skip
QUESTIONS: tuple[QuestionName, ...] = get_args(QuestionName)


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """A question and what narrows it; what a question has no use for is left as it is.

    `instruments` are numbers, IRIs, ids or number@body@year: several for coverage and gaps, two for a
    comparison, one for the others; none for instruments and search, which take `words`, `type`, `issuer`,
    `province`, `year`, `status` on the day `on` (and instruments `with_text`), for problems, which take
    `kinds` and `severities` and at most one, and for a SPARQL `query`, which ends after so many `seconds`.
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
    province: str | None = None
    year: int | None = None
    status: Status | None = None
    on: str | None = None
    with_text: bool = False
    kinds: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    query: str = ""
    limit: int = 10_000
    seconds: float = field(default=30.0, metadata={"asked": False})

    @property
    def narrowing(self) -> Narrowing:
        """What the instruments of a list must have. Raises BadRequest where `on` is no day."""
        try:
            on = date.fromisoformat(self.on) if self.on else None
        except ValueError as error:
            raise BadRequest(what=self.on, reason="a day is written 2025-12-31") from error
        return Narrowing(self.type, self.issuer, self.province, self.year, self.status, on)

    def __str__(self) -> str:
        """The question so that it can be asked again: its name and whatever differs from the defaults."""
        said = [self.name, *self.instruments]
        for one in fields(self)[2:]:
            value = getattr(self, one.name)
            if value != one.default and one.metadata.get("asked", True):
                said.append(f"{one.name}={','.join(value) if isinstance(value, tuple) else value}")
        return " ".join(said)


def select(dataset: Dataset, asked: ExportQuestion) -> Selection:
    """Ask and make the answer a selection. Raises as the question does, BadRequest where one is missing."""
    found = _ANSWERS[asked.name](dataset, asked)
    stamp = Stamp(
        dataset.base, dataset.generation, str(asked), datetime.now(UTC), tool_version(), cut=found.cut
    )
    evidence = tables.evidence_table(found.edges)
    return Selection(found.title, found.table, stamp, each_once(found.named), tuple(found.edges), evidence)


@dataclass(frozen=True, slots=True)
class _Answer:
    """`named` are the instruments that a list of references holds; `cut`: there is more."""

    title: str
    table: Table
    named: Iterable[InstrumentRef] = ()
    edges: Sequence[Edge] = ()
    cut: bool = False


def _one(asked: ExportQuestion) -> str:
    if len(asked.instruments) != 1:
        raise BadRequest(what=asked.name, reason="this question is about one instrument")
    return asked.instruments[0]


def _some(asked: ExportQuestion) -> tuple[str, ...]:
    if not asked.instruments:
        raise BadRequest(what=asked.name, reason="this question is about one instrument or more")
    return asked.instruments


def _list(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    page = instruments(dataset, asked.narrowing, with_text=asked.with_text, limit=asked.limit)
    cut = page.total > len(page.items)
    return _Answer("Danh mục văn bản", tables.instruments_table(page.items), page.items, cut=cut)


def _search(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    if not asked.words.strip():
        raise BadRequest(what=asked.name, reason="this question needs words to search for")
    if narrowing := asked.narrowing:
        page = narrowed_search(dataset, asked.words, narrowing, limit=asked.limit).result
    else:
        page = search(dataset, asked.words, limit=asked.limit)
    found = [hit.instrument for hit in page.hits]
    title = f"Kết quả tìm “{asked.words}”"
    return _Answer(title, tables.instruments_table(found), found, cut=page.total > len(found))


def _citations(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    relation = asked.relations[0] if asked.relations else None
    page = citations(dataset, _one(asked), side=asked.side, relation=relation, limit=asked.limit)
    edges = [
        Edge(row.source, row.relation, row.target, (row.evidence,), row.evidence.confidence)
        for row in page.rows
    ]
    others = [edge.target if asked.side == "out" else edge.source for edge in edges]
    title = "Văn bản được dẫn chiếu" if asked.side == "out" else "Văn bản dẫn chiếu đến"
    cut = page.total > len(page.rows)
    return _Answer(f"{title}: {_one(asked)}", tables.edges_table(edges), others, edges, cut)


def _implementations(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = implementations(dataset, _one(asked), through=asked.through, limit=asked.limit)
    title = f"Văn bản thực hiện {tables.name_of(found.query)}"
    sources = [edge.source for edge in found.results]
    return _Answer(title, tables.edges_table(found.results), sources, found.results, found.truncated)


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
    table = tables.edges_table(found.results)
    return _Answer(title, table, [found.query, *ends], found.results, found.truncated)


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
    return _Answer(title, tables.coverage_table(found), found.instruments)


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
    return _Answer(title, tables.gaps_table(found), [gap.instrument for gap in found])


def _impact(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    found = impact(dataset, _one(asked), depth=asked.depth, era=asked.era, limit=asked.limit)
    reached = [item.instrument for item in found.reached]
    title = f"Văn bản chịu tác động khi {tables.name_of(found.query)} thay đổi"
    return _Answer(title, tables.instruments_table(reached), reached, found.edges, found.truncated)


def _timeline(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    chained = asked.through == "chain"
    found = timeline(dataset, _one(asked), chain=chained, era=asked.era, limit=asked.limit)
    edges = [*(event.edge for event in found.events), *found.undated]
    sources = [edge.source for edge in edges]
    title = f"Dòng thời gian thực hiện {tables.name_of(found.query)}"
    return _Answer(title, tables.events_table(found), sources, edges, found.truncated)


def _comparison(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    if len(asked.instruments) != 2:
        raise BadRequest(what=asked.name, reason="this question is about two instruments")
    first, second = asked.instruments
    found = compare(dataset, first, second, relations=asked.relations)
    shared = [edge for item in found.both for edge in (*item.first, *item.second)]
    edges = [*shared, *found.only_first, *found.only_second]
    title = f"So sánh dẫn chiếu: {tables.name_of(found.first)} và {tables.name_of(found.second)}"
    return _Answer(title, tables.comparison_table(found), [edge.target for edge in edges], edges)


def _problems(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    about = _one(asked) if asked.instruments else None
    page = problems(
        dataset, kinds=asked.kinds, severities=asked.severities, instrument=about, limit=asked.limit
    )
    named = [problem.instrument for problem in page.items]
    cut = page.total > len(page.items)
    return _Answer("Vấn đề cần xem lại", problems_table(page.items), named, cut=cut)


def _sparql(dataset: Dataset, asked: ExportQuestion) -> _Answer:
    if not asked.query.strip():
        raise BadRequest(what=asked.name, reason="this question needs a SPARQL query")
    found = run(dataset, asked.query, timeout=asked.seconds, max_rows=asked.limit)
    named = instruments_named(dataset, found)
    return _Answer("Kết quả truy vấn SPARQL", query_table(found), named, cut=found.truncated)


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
    "comparison": _comparison,
    "problems": _problems,
    "sparql": _sparql,
}

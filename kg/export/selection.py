"""What is exported, whatever the format: a table, the instruments in it, the edges that bear it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from kg.errors import Language
from kg.models import Edge, InstrumentRef

Kind = Literal["text", "integer", "number", "date", "link"]
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a name for programs, headings for people, the type of its cells (a date is an ISO day)."""

    name: str
    vi: str
    en: str
    kind: Kind = "text"

    def heading(self, language: Language) -> str:
        """What stands above the column."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their columns; None is an empty cell."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes an export repeatable: the dataset and its version, the question, the time it was asked.

    `cut` tells that the answer had more rows than were asked for.
    """

    dataset: str
    generation: int
    question: str
    made_at: datetime
    tool: str
    cut: bool = False

    def lines(self, language: Language) -> tuple[str, ...]:
        """The stamp for people, one fact a line."""
        when = self.made_at.astimezone(UTC).isoformat(timespec="seconds")
        if language == "vi":
            return (
                f"Kho dữ liệu: {self.dataset}, phiên bản {self.generation}",
                f"Câu hỏi: {self.question}",
                f"Thời điểm: {when} (Dẫn Chiếu {self.tool})",
                *(("Còn kết quả ngoài danh sách này: hãy thu hẹp câu hỏi.",) if self.cut else ()),
                "Kết quả phục vụ tra cứu, không thay thế văn bản gốc có giá trị pháp lý.",
            )
        return (
            f"Dataset: {self.dataset}, version {self.generation}",
            f"Question: {self.question}",
            f"Time: {when} (Dẫn Chiếu {self.tool})",
            *(("There are more results than are listed here: narrow the question.",) if self.cut else ()),
            "For research; the official text alone has legal force.",
        )

    def line(self, language: Language = "en") -> str:
        """All of it on one line, for formats with room for a remark only."""
        return "; ".join(self.lines(language)[:-1])


@dataclass(frozen=True, slots=True)
class Selection:
    """A result as it is exported. `evidence` has a row for each sentence, empty where there is none."""

    title: str
    table: Table
    stamp: Stamp
    instruments: tuple[InstrumentRef, ...] = ()
    edges: tuple[Edge, ...] = ()
    evidence: Table = Table((), ())


def each_once(instruments: Iterable[InstrumentRef]) -> tuple[InstrumentRef, ...]:
    """The instruments in their order, each the first time it comes."""
    return tuple({instrument.iri: instrument for instrument in instruments}.values())

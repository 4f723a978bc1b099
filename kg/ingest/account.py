"""The account of an ingest: what became of each input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.ingest.inputs import Input
from kg.ingest.reading import ReadDocument
from kg.models import IngestReport, LoadedFile, SkippedFile

T = TypeVar("T")


@dataclass(slots=True)
class Account:
    """What was loaded, found unchanged, removed and skipped, each with the input it came from."""

    loaded: list[tuple[Input, LoadedFile]] = field(default_factory=list)
    unchanged: list[tuple[Input, str]] = field(default_factory=list)
    removed: list[tuple[Input, str]] = field(default_factory=list)
    skipped: list[tuple[Input, SkippedFile]] = field(default_factory=list)

    def add(self, source: Input, document: ReadDocument) -> None:
        """Note that a document was loaded."""
        loaded = LoadedFile(
            file=document.path,
            hash=document.hash,
            number=document.number,
            citations=document.citations,
            quads=document.graph.statements,
            reader=document.reader,
            quality=document.quality,
            pages=document.pages,
            notes=document.notes,
            notes_en=document.notes_en,
        )
        self.loaded.append((source, loaded))

    def report(self, inputs: Sequence[Input], seconds: float) -> IngestReport:
        """The account of all inputs in their order, whatever order they were read in."""
        place = {source: number for number, source in enumerate(inputs)}
        return IngestReport(
            _in_order(self.loaded, place),
            _in_order(self.unchanged, place),
            _in_order(self.removed, place),
            _in_order(self.skipped, place),
            seconds,
        )


def _in_order(items: list[tuple[Input, T]], place: dict[Input, int]) -> tuple[T, ...]:
    return tuple(item for _, item in sorted(items, key=lambda pair: place[pair[0]]))

"""The process that reads for the server: `python -m api.reading_worker`, started by `api.reading`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from api.datasets import PublishedDataset
from api.extraction import Extracted, extracted_from, read_all
from extractors.readers import UnreadableFile, read
from kg.errors import KgError
from kg.processes import serve
from kg.questions.draft import DraftReport, check_draft

Read = tuple[list[Extracted], list[tuple[str, UnreadableFile]]]


@dataclass(frozen=True, slots=True)
class ExtractText:
    """Find the citations of a text."""

    name: str
    text: str

    def do(self) -> Extracted:
        return extracted_from(self.name, self.text)


@dataclass(frozen=True, slots=True)
class ExtractFile:
    """Find the citations of all documents in a file."""

    path: Path

    def do(self) -> Read:
        return read_all([self.path])


@dataclass(frozen=True, slots=True)
class PlainText:
    """The text of a file, of all its documents one behind the other."""

    path: Path

    def do(self) -> str:
        return "\n\n".join(part.text for part in read(self.path).documents())


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """Check the citations of a draft against the dataset in the folder `store`, as of a day."""

    store: Path
    text: str
    today: date

    def do(self) -> DraftReport:
        return check_draft(_published(self.store).current(), self.text, today=self.today)


@cache
def _published(store: Path) -> PublishedDataset:
    """The dataset stays open for the next draft."""
    return PublishedDataset(store)


Task = ExtractText | ExtractFile | PlainText | CheckDraft


def prepared() -> Callable[[Task], object]:
    """What does tasks; the tables and patterns are loaded by then."""
    extracted_from("", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;")
    return done


def done(task: Task) -> object:
    """What comes of a task, or the error that says what is wrong with what was sent."""
    try:
        return task.do()
    except (KgError, UnreadableFile) as error:
        return error


if __name__ == "__main__":
    serve(prepared)

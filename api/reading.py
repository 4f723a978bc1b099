"""Reading documents for people who ask over HTTP: in processes of their own, each request within its time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar, cast

from api.extraction import Extracted
from api.lanes import Busy
from api.reading_worker import CheckDraft, ExtractFile, ExtractText, PlainText, Read, Task
from extractors.readers import Reason, UnreadableFile
from kg.errors import KgError, Language
from kg.processes import Ended, NoTurn, Overran, Workers
from kg.questions.draft import DraftReport
from kg.sparql.workers import WORKERS


class ReadingTimeout(KgError):
    """A text that was not read within `seconds`."""

    code = "reading_timeout"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Đọc văn bản không xong trong {seconds:g} giây nên đã dừng. Chia nhỏ văn bản rồi gửi lại.",
        "en": "Reading did not finish within {seconds:g} s and was stopped. Send the text in parts.",
    }


class ReadingFailed(KgError):
    """A text that took down the process that read it."""

    code = "reading_failed"
    templates: ClassVar[dict[Language, str]] = {
        "vi": "Văn bản này làm hỏng tiến trình đọc. Xin báo cho nhóm phát triển.",
        "en": "This text took down the process that read it. Please report it.",
    }


class Reading:
    """Processes that read, kept for the next request. Every method raises Busy where none is free soon."""

    def __init__(self, seconds: float) -> None:
        """`seconds` of wall time for each request, with all the files it brings."""
        self._seconds = seconds
        self._workers = Workers("api.reading_worker", size=WORKERS)

    def text(self, name: str, text: str) -> Extracted:
        """What is read from a text. Raises ReadingTimeout or ReadingFailed."""
        return cast(Extracted, self._asked(ExtractText(name, text)))

    def draft(self, store: Path, text: str, today: date) -> DraftReport:
        """The report on a draft. Raises ReadingTimeout or ReadingFailed."""
        return cast(DraftReport, self._asked(CheckDraft(store, text, today)))

    def plain(self, path: Path) -> str:
        """The text of a file. Raises UnreadableFile."""
        answer = self._read(PlainText(path), self._seconds)
        if isinstance(answer, UnreadableFile):
            raise answer
        return cast(str, answer)

    def files(self, paths: Iterable[Path]) -> Read:
        """What was extracted from each file, and what could not be read; none loses another but by time."""
        extracted: list[Extracted] = []
        skipped: list[tuple[str, UnreadableFile]] = []
        until = time.monotonic() + self._seconds
        for path in paths:
            answer = self._read(ExtractFile(path), until - time.monotonic())
            if isinstance(answer, UnreadableFile):
                skipped.append((str(path), answer))
                continue
            documents, unread = cast(Read, answer)
            extracted += documents
            skipped += unread
        return extracted, skipped

    def _asked(self, task: Task) -> object:
        try:
            answer = self._workers.ask(task, self._seconds)
        except NoTurn as error:
            raise Busy() from error
        except Overran as error:
            raise ReadingTimeout(seconds=self._seconds) from error
        except Ended as error:
            raise ReadingFailed() from error
        if isinstance(answer, KgError):
            raise answer
        return answer

    def _read(self, task: ExtractFile | PlainText, seconds: float) -> object:
        """The answer, or why there is none."""
        if seconds <= 0:
            return UnreadableFile(Reason.TOO_SLOW, seconds=round(self._seconds))
        try:
            return self._workers.ask(task, seconds)
        except NoTurn as error:
            raise Busy() from error
        except Overran:
            return UnreadableFile(Reason.TOO_SLOW, seconds=round(self._seconds))
        except Ended:
            return UnreadableFile(Reason.DAMAGED, format=task.path.suffix, cause="the reading process ended")

    def close(self) -> None:
        """End the processes."""
        self._workers.close()

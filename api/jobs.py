"""Work that goes on after its request was answered: loading documents, with progress for all to see.

A job's state is a small file in the dataset's folder, so that each process of the server can show the job
that another one runs.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from kg.errors import KgError, NotFound
from kg.ingest import Progress, ingest

State = Literal["running", "done", "failed"]
_ID = re.compile(r"[0-9a-f]{16}")
_KEPT = 200
"""Jobs that are remembered."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job: how far it is, and at its end the report of the ingest or the error's message."""

    id: str
    state: State
    done: int = 0
    total: int = 0
    file: str = ""
    started: float = 0.0
    report: dict[str, Any] | None = None
    error: str | None = None


class Jobs:
    """The jobs of one dataset. One loads at a time, as a dataset has one writer."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._folder = store / "jobs"

    def load(self, files: Sequence[Path]) -> Job:
        """Begin to load `files`; the job is running when this returns."""
        self._forget_old()
        job = Job(secrets.token_hex(8), "running", total=len(files), started=time.time())
        self._write(job)
        threading.Thread(target=self._run, args=(job, list(files)), daemon=True).start()
        return job

    def job(self, wanted: str) -> Job:
        """The job as it is now. Raises NotFound."""
        if not _ID.fullmatch(wanted):
            raise NotFound(what=wanted)
        try:
            return Job(**json.loads(self._path(wanted).read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise NotFound(what=wanted) from None

    def _run(self, job: Job, files: list[Path]) -> None:
        def show(step: Progress) -> None:
            self._write(replace(job, done=step.done, total=step.total, file=step.file))

        try:
            report = ingest(files, self._store, progress=show)
        except KgError as error:
            self._write(replace(job, state="failed", error=error.message("vi")))
        except Exception as error:  # a job that nobody ends would be waited for without end
            self._write(replace(job, state="failed", error=f"{type(error).__name__}: {error}"))
            raise
        else:
            total = len(files)
            self._write(replace(job, state="done", done=total, total=total, report=asdict(report)))

    def _write(self, job: Job) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._path(job.id).with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(job), ensure_ascii=False), encoding="utf-8")
        unfinished.replace(self._path(job.id))

    def _path(self, job: str) -> Path:
        return self._folder / f"{job}.json"

    def _forget_old(self) -> None:
        known = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in known[:-_KEPT]:
            path.unlink(missing_ok=True)

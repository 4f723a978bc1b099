"""Processes that read inputs side by side, each document within its time.

A document that overruns, or that takes its process down with it, costs itself and nothing else: the process
is ended, the document reported, and the rest of its input goes to a new process.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

from kg.ingest.inputs import Input, name_of
from kg.ingest.reading import FileRead, Opened, Starting, Step, gathered
from kg.iris import Iris
from kg.models import SkippedFile
from kg.processes import receive, send

PIPELINE = "extractors.pipeline:extract"
_AHEAD = 4
"""Inputs handed out ahead for each process."""
_HELD = 256
"""Inputs that may be done while one before them takes its time; then nothing more is handed out."""
_WATCH_EVERY = 0.1
_STARTING_SECONDS = 60.0
"""What a fresh process may take besides, to load the tables and patterns."""


class ReaderPool:
    """Use as a context manager; leaving it ends all processes, also those that are reading."""

    def __init__(
        self,
        iris: Iris,
        workers: int,
        time_limit: float,
        extract: str = PIPELINE,
        *,
        with_extractions: bool = False,
    ) -> None:
        """`time_limit` in seconds for each document, and for opening each input.

        Documents come with what was extracted from them where `with_extractions` says so.
        """
        self._iris = iris
        self._time_limit = time_limit
        self._extract = extract
        self._with_extractions = with_extractions
        self._waiting: queue.SimpleQueue[tuple[int, Input] | None] = queue.SimpleQueue()
        self._read: queue.SimpleQueue[tuple[int, FileRead | Exception]] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._processes = [_Process() for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._work, args=(process,), daemon=True) for process in self._processes
        ]
        self._threads.append(threading.Thread(target=self._watch, daemon=True))
        for thread in self._threads:
            thread.start()

    def read(self, sources: Iterable[Input]) -> Iterator[FileRead]:
        """The inputs in their order, whichever is done first: of equal files the first one gives its name.

        Raises what no reader foresees, such as an answer that cannot be taken apart.
        """
        held: dict[int, FileRead] = {}
        handed_out = given_back = 0
        waiting = iter(sources)
        while True:
            while handed_out - given_back - len(held) < _AHEAD * len(self._processes) and len(held) < _HELD:
                if (source := next(waiting, None)) is None:
                    break
                self._waiting.put((handed_out, source))
                handed_out += 1
            if given_back == handed_out:
                return
            number, file = self._read.get()
            if isinstance(file, Exception):
                raise file
            held[number] = file
            while given_back in held:
                yield held.pop(given_back)
                given_back += 1

    def _work(self, process: _Process) -> None:
        while (task := self._waiting.get()) is not None and not self._closed.is_set():
            number, source = task
            try:
                read: FileRead | Exception = self._read_input(process, source)
            except Exception as error:
                # Whoever waits for this input would wait for ever.
                read = error
            self._read.put((number, read))

    def _read_input(self, process: _Process, source: Input) -> FileRead:
        told: list[Step] = []
        passed_over: tuple[int, ...] = ()
        while not self._closed.is_set():
            at: Starting | None = None
            try:
                task = (source, self._iris.base, self._extract, passed_over, self._with_extractions)
                process.ask(task, self._time_limit)
                while (step := process.told(self._time_limit)) is not None:
                    at = step if isinstance(step, Starting) else None
                    if not (isinstance(step, Opened) and told):
                        told.append(step)
                return gathered(source, told)
            except (EOFError, OSError):
                overran = process.end()
            seen = tuple(step.index for step in told if isinstance(step, Starting))
            if at is not None:
                told.append(self._lost(at.path, overran=overran))
            elif seen == passed_over:
                # It cannot be opened, or what follows cannot be got at: what was read before stands.
                return gathered(source, [*told, self._lost(name_of(source), overran=overran)])
            passed_over = seen
        return FileRead(source, None)

    def _lost(self, file: str, *, overran: bool) -> SkippedFile:
        if overran:
            seconds = f"{self._time_limit:g}"
            return SkippedFile(
                file,
                "timeout",
                f"Đọc văn bản này quá {seconds} giây nên đã dừng. Xin báo cho nhóm phát triển.",
                f"Reading this document took more than {seconds} s and was stopped. Please report it.",
            )
        return SkippedFile(
            file,
            "crashed",
            "Văn bản này làm hỏng tiến trình đọc nên bị bỏ qua. Xin báo cho nhóm phát triển.",
            "This document took down the process that read it and was left out. Please report it.",
        )

    def _watch(self) -> None:
        while not self._closed.wait(_WATCH_EVERY):
            for process in self._processes:
                process.end_if_late()

    def close(self) -> None:
        """End all processes."""
        self._closed.set()
        for _ in self._processes:
            self._waiting.put(None)
        for process in self._processes:
            process.end()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Process:
    """One worker process, started when first asked and anew after it ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._deadline: float | None = None
        self._overran = False

    def ask(self, task: object, seconds: float) -> None:
        """Hand over a task. Raises OSError where the process is gone."""
        grace = 0.0
        if self._process is None:
            grace = _STARTING_SECONDS
            self._overran = False
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kg.ingest.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self._deadline = time.monotonic() + seconds + grace
        send(cast(BinaryIO, self._process.stdin), task)

    def told(self, seconds: float) -> Step | None:
        """The next step, None when the task is done. Raises EOFError or OSError where the process ended."""
        process = self._process
        if process is None:
            raise EOFError
        step = cast(Step | None, receive(cast(BinaryIO, process.stdout)))
        self._deadline = None if step is None else time.monotonic() + seconds
        return step

    def end_if_late(self) -> None:
        """Kill the process if its step overran."""
        with self._lock:
            if self._process and self._deadline and time.monotonic() > self._deadline:
                self._overran = True
                self._deadline = None
                self._process.kill()

    def end(self) -> bool:
        """Kill the process if it runs, and tell whether it had overrun."""
        with self._lock:
            process, self._process, self._deadline = self._process, None, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except OSError:  # what was still to be written has nowhere to go
                        continue
        return self._overran

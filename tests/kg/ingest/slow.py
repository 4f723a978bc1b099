"""Work that takes a while, so that a test can kill who does it, and a cluster of processes to be killed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from extractors import pipeline
from extractors.models import Extraction


@dataclass(frozen=True)
class Task:
    """`kill` ends the process that does it, the first time."""

    folder: str
    number: int
    kill: bool


def work(task: Task) -> int:
    """The task's number, once it was not killed."""
    done = Path(task.folder) / f"{task.number}"
    if task.kill and not done.exists():
        done.touch()
        os._exit(1)
    return task.number


def extract(text: str) -> Extraction:
    """The pipeline, after a moment."""
    time.sleep(0.05)
    return pipeline.extract(text)


@dataclass
class Cluster:
    """A scheduler and workers of Dask, as somebody else would have started them."""

    scheduler: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill_a_worker(self) -> int:
        """Kill one that is at work; gives its process id."""
        worker = self.workers.pop()
        worker.kill()
        worker.wait()
        return worker.pid


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Start a cluster in processes of its own, and end it."""
    log = folder / "scheduler.log"
    address_file = folder / "scheduler.json"
    started = [_start("scheduler", "--port=0", "--no-dashboard", f"--scheduler-file={address_file}", log=log)]
    try:
        while not (address_file.exists() and address_file.stat().st_size):
            assert started[0].poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        address = re.search(r'"address": "([^"]+)"', address_file.read_text(encoding="utf-8"))
        assert address
        made = Cluster(address[1])
        for number in range(workers):
            options = ("--nthreads=1", "--no-nanny", "--no-dashboard", f"--name=w{number}")
            worker = _start("worker", address[1], *options, log=folder / f"worker-{number}.log")
            started.append(worker)
            made.workers.append(worker)
        yield made
    finally:
        for process in started:
            process.kill()
            process.wait()


def _start(role: str, *options: str, log: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *options]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with log.open("wb") as output:
        return subprocess.Popen(command, stdout=output, stderr=output, env=environment)

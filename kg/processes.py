"""Work in processes of their own that are killed when it overruns: nothing else ends work gone astray.

The child runs `serve`: it says that it is ready, then reads a pickled task after four bytes of length on
standard input and writes a pickled answer the same way. `Workers` keeps idle children for the next task.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, cast

PATIENCE = 2.0
"""Seconds that a task waits for its turn before it is sent away."""
MEMORY = 4 << 30
"""Bytes of address space a child may take, where the system can hold it to that."""

_READY = "ready"
_LENGTH = struct.Struct(">I")
_NICENESS = 10
"""How far a child steps back behind the look-ups of the server, where the system counts so."""
_LESS_THAN_OTHERS = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""The same on Windows."""


class NoTurn(Exception):
    """All children were busy for as long as a task waits."""


class Overran(Exception):
    """The task was not done in its time; its child was killed."""


class Ended(Exception):
    """The child ended by itself; `started` tells that it had said it was ready."""

    def __init__(self, started: bool) -> None:
        self.started = started
        super().__init__(started)


def send(stream: BinaryIO, value: object) -> None:
    """Write one value."""
    data = pickle.dumps(value)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read one value. Raises EOFError when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def serve(prepare: Callable[[], Callable[[Any], object]]) -> None:
    """The child's side: `prepare`, say so, and answer tasks until the parent closes the pipe."""
    # What libraries print must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _bound_memory()
    answer = prepare()
    send(answers, _READY)
    while True:
        try:
            task = receive(sys.stdin.buffer)
        except EOFError:
            return
        send(answers, answer(task))


def _bound_memory() -> None:
    """A bounded memory, where the system offers that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Workers:
    """Children that run the same module. Safe to use from several threads."""

    def __init__(self, module: str, *arguments: str, size: int, patience: float = PATIENCE) -> None:
        """`size` children at most; a task waits for its turn so many seconds."""
        self._patience = patience
        self._command = [sys.executable, "-m", module, *arguments]
        self._turn = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._closed = False

    def ask(self, task: object, seconds: float) -> object:
        """The answer to `task`, done within `seconds`. Raises NoTurn, Overran or Ended."""
        if not self._turn.acquire(timeout=min(self._patience, seconds)):
            raise NoTurn
        try:
            worker = self._take()
            answer = worker.ask(task, seconds)
            self._give_back(worker)
        finally:
            self._turn.release()
        return answer

    def _take(self) -> _Worker:
        with self._lock:
            return self._idle.pop() if self._idle else _Worker(self._command)

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        """End all children that are idle; one that is at work ends with its answer."""
        with self._lock:
            idle, self._idle, self._closed = self._idle, [], True
        for worker in idle:
            worker.end()


class _Worker:
    """One child, in a group of its own where there are such, so that its own children end with it.

    It is no session of its own: Linux may share the processor out by session (autogroup), and a child would
    weigh as much there as the whole server, however far it steps back.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._ready = False
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            process_group=0,
            creationflags=_LESS_THAN_OTHERS,
        )
        if sys.platform != "win32":
            # From the first moment, and not when it has loaded what it needs.
            os.setpriority(os.PRIO_PROCESS, self._process.pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICENESS)

    def ask(self, task: object, seconds: float) -> object:
        """The answer. A child that overran or ended is gone afterwards."""
        overran = threading.Event()

        def overrun() -> None:
            overran.set()
            self._kill()

        alarm = threading.Timer(seconds, overrun)
        alarm.start()
        try:
            send(cast(BinaryIO, self._process.stdin), task)
            if not self._ready:
                self._ready = receive(cast(BinaryIO, self._process.stdout)) == _READY
            return receive(cast(BinaryIO, self._process.stdout))
        except (EOFError, OSError) as error:
            self.end()
            raise (Overran if overran.is_set() else Ended(self._ready)) from error
        finally:
            alarm.cancel()

    def end(self) -> None:
        """Kill the child and close its pipes."""
        self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not sent yet goes nowhere
                    pipe.close()

    def _kill(self) -> None:
        if sys.platform == "win32":
            self._process.kill()
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:  # it ended before
            return

"""A child process for tests of `kg.processes`: it does what it is told, also what it should not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable

from kg.processes import serve


def _prepared() -> Callable[[str], object]:
    if sys.argv[1:] == ["broken"]:
        raise SystemExit(1)
    return _answer


def _answer(task: str) -> object:
    print("what a library prints is no answer")
    match task:
        case "hang":
            time.sleep(600)
        case "hang with a child":
            subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], check=False)
        case "die":
            os._exit(3)
    return os.getpid(), task


if __name__ == "__main__":
    serve(_prepared)

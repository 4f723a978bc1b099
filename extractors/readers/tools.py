"""Programs of the machine that some formats need, run without a shell and never longer than allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Source

_WINDOWS_PLACES: dict[str, tuple[str, ...]] = {
    "soffice": ("C:/Program Files/LibreOffice/program/soffice.exe",),
    "tesseract": ("C:/Program Files/Tesseract-OCR/tesseract.exe",),
}
_MAC_PLACES: dict[str, tuple[str, ...]] = {
    "soffice": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
}
_LONGEST_CAUSE = 200


def find(program: str) -> str | None:
    """Where a program is installed, or None."""
    found: str | None = shutil.which(program)
    if found is not None:
        return found
    places = _WINDOWS_PLACES.get(program, ()) + _MAC_PLACES.get(program, ())
    return next((place for place in places if Path(place).is_file()), None)


def run(command: Sequence[str], source: Source, data: bytes | None = None) -> bytes:
    """What a program writes to its standard output; a failure or a time-out is an `UnreadableFile`."""
    seconds = min(source.limits.tool_seconds, source.deadline.left)
    name = Path(command[0]).stem
    # Tesseract's threads get in each other's way where several files are read at once.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            list(command),
            input=data or b"",
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(Reason.TOO_SLOW, seconds=round(seconds)) from error
    except OSError as error:
        raise UnreadableFile(Reason.TOOL_FAILED, tool=name, cause=error) from error
    if done.returncode != 0:
        cause = done.stderr.decode("utf-8", errors="replace").strip()[:_LONGEST_CAUSE]
        raise UnreadableFile(Reason.TOOL_FAILED, tool=name, cause=cause or f"exit {done.returncode}")
    return done.stdout

"""How much one file may cost before it is skipped."""

from __future__ import annotations

import time
from dataclasses import dataclass

from extractors.readers.errors import Reason, UnreadableFile

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. Sizes are bytes, `seconds` is wall time for the whole file with all it contains.

    `unpacked_bytes` bounds the sum of everything a container or a compressed format unpacks to,
    `unpacked_ratio` how many times its packed size one member may grow, `nesting` how deep containers may lie
    in containers.
    """

    file_bytes: int = 256 * MEGABYTE
    unpacked_bytes: int = 512 * MEGABYTE
    unpacked_ratio: int = 200
    members: int = 5_000
    nesting: int = 4
    pages: int = 5_000
    ocr_pages: int = 300
    image_pixels: int = 120_000_000
    xml_depth: int = 200
    seconds: float = 600.0
    tool_seconds: float = 120.0
    ocr: bool = True


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a file's time is up; readers ask at every page or part."""

    at: float
    seconds: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds, seconds)

    @property
    def left(self) -> float:
        """Seconds left, never negative."""
        return max(0.0, self.at - time.monotonic())

    def check(self) -> None:
        """Raises `UnreadableFile` (`too_slow`) when the time is up."""
        if time.monotonic() > self.at:
            raise UnreadableFile(Reason.TOO_SLOW, seconds=round(self.seconds))

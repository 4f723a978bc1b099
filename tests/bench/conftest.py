"""Benches print what was measured in their own table: bytes and citations a second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

MEASURED = pytest.StashKey[list["Measured"]]()


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: what ran, over how many bytes, citations found, seconds taken."""

    name: str
    size: int
    citations: int
    seconds: float


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[Measured], None]:
    """Keep a measurement for the table at the end of the run."""
    kept = request.config.stash.setdefault(MEASURED, [])
    return kept.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    kept = terminalreporter.config.stash.get(MEASURED, [])
    if not kept:
        return
    terminalreporter.section("speed of extraction, one core")
    for line in sorted(kept, key=lambda m: m.size / m.seconds, reverse=True):
        speed, rate = line.size / 1e6 / line.seconds, line.citations / line.seconds
        terminalreporter.write_line(
            f"{line.name:44} {speed:8.2f} MB/s {rate:10,.0f} citations/s "
            f"({line.size / 1e6:.1f} MB, {line.citations:,} citations)"
        )

"""What the exit codes of the command say."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; scripts rely on them."""

    OK = 0
    SKIPPED = 1
    """Some files of a batch were skipped; the others are loaded."""
    USAGE = 2
    """The command line, a query or the store is not what it must be."""
    AMBIGUOUS = 3
    """Several instruments match; the candidates were printed."""
    NOT_FOUND = 4
    """No instrument matches."""
    ABORTED = 130
    """Stopped by Ctrl-C."""

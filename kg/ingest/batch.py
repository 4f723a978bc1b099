"""Loading files into a dataset, and taking documents out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.dataset import DEFAULT_BASE
from kg.models import IngestReport


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an ingest stands: `done` of `total` files, and what became of the last one."""

    done: int
    total: int
    file: str
    outcome: Literal["loaded", "unchanged", "skipped"]


def ingest(
    sources: Iterable[Path],
    store: Path,
    *,
    base: str = DEFAULT_BASE,
    force: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Load files and folders (searched through) into the dataset folder `store`, made where absent.

    Unchanged files are passed over unless `force`; a file with new content replaces what it said before; a file
    that cannot be read is reported with the reason and the others load. At the end the new state is published.
    """
    raise NotImplementedError


def remove(store: Path, wanted: str) -> IngestReport:
    """Take one source document out (by content hash or file name), with all that only it stated.

    Raises NotFound or Ambiguous.
    """
    raise NotImplementedError

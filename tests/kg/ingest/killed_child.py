"""Loads a folder in small batches, to be killed: `python -m tests.kg.ingest.killed_child FOLDER STORE`."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.bench_data import synthetic_documents
from kg.ingest import ingest, workspace

DOCUMENTS = 60


def corpus() -> dict[str, object]:
    """The synthetic documents by their texts."""
    return {extraction.text: extraction for _, extraction in synthetic_documents(DOCUMENTS)}


if __name__ == "__main__":
    workspace.COMMIT_STATEMENTS = 500
    ingest([Path(sys.argv[1])], Path(sys.argv[2]), extract=corpus().__getitem__)  # type: ignore[arg-type]

"""Exports of the bundled samples, and of a selection whose every text means harm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.export.questions import ExportQuestion, select
from kg.export.selection import Selection, Stamp
from kg.export.tables import edges_table, evidence_table
from kg.ingest import ingest
from kg.models import Edge, EvidenceRef, InstrumentRef

SAMPLES = Path(__file__).parents[2] / "api" / "samples"
PLAN = "38/KH-UBND@lang-son@2024"
OTHER_PLAN = "38/KH-UBND@dong-nai@2024"
DECISION = "9120/QĐ-TTg"
HARM = (
    '=HYPERLINK("http://evil.example/","x")|<script>alert(1)</script>\x01\n*b* [a](javascript:x) \\end{a} %'
)


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder = tmp_path_factory.mktemp("export") / "kg-data"
    ingest(sorted(SAMPLES.glob("*.txt")), folder)
    with Dataset.open(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def citations(dataset: Dataset) -> Selection:
    """What a provincial plan cites."""
    return select(dataset, ExportQuestion("citations", (PLAN,)))


@pytest.fixture(scope="session")
def hostile() -> Selection:
    """An edge between two instruments whose every text means harm to some program."""
    bad = InstrumentRef(
        "http://localhost:8000/id/a", "a/b/2024/c", HARM, HARM, HARM, "2024-01-02", 2024, HARM
    )
    other = InstrumentRef("http://localhost:8000/id/d", "d", "Luật", None, None, None, None, "Luật Đất đai")
    evidence = EvidenceRef(
        "http://localhost:8000/id/doc/x", 0, 9, HARM, HARM, "http://localhost:8000/id/e", HARM
    )
    edge = Edge(bad, "implements", other, (evidence,), 0.9)
    stamp = Stamp("http://localhost:8000/", 3, HARM, datetime(2025, 1, 2, tzinfo=UTC), "0.1.0")
    return Selection(HARM, edges_table([edge]), stamp, (bad, other), (edge,), evidence_table([edge]))

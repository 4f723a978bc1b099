"""The floors that the extractor must hold, on the gold handed to the project and on our own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.figures import Report
from extractors.gold import to_gold
from extractors.pipeline import extract
from extractors.scoring import evaluate

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
OWN = HERE.parent / "gold"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside the project")

EVERYWHERE = {
    "type_acc": 0.99,
    "full_acc": 0.95,
    "head_acc": 0.97,
    "conf90_p": 0.98,
    "conf90_share": 0.8,
}
"""Least values that hold on every gold."""
MOST_UNSUPPORTED = 0.03
"""The share of predictions that may state what their document does not."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A file, the folder of its texts, its own floors, and how many predictions may be traps (share)."""

    file: Path
    texts: Path
    floors: Mapping[str, float]
    traps: float = 0.0


SEEDS = Gold(
    SHARED / "gold" / "seeds.json",
    SHARED,
    {
        "lenient_f1": 0.97,
        "strict_f1": 0.94,
        "number_acc": 0.99,
        "date_acc": 0.98,
        "issuer_acc": 0.98,
        "relation_acc": 0.95,
        "edge_f1": 0.92,
    },
)
CENTRAL = Gold(
    SHARED / "gold" / "central.json",
    SHARED,
    {
        "lenient_f1": 0.97,
        "strict_f1": 0.93,
        "number_acc": 0.99,
        "date_acc": 0.98,
        "issuer_acc": 0.98,
        "relation_acc": 0.92,
        "edge_f1": 0.88,
        "pinpoint_acc": 0.9,
    },
)
PROVINCIAL = {
    "lenient_f1": 0.95,
    "strict_f1": 0.90,
    "number_acc": 0.99,
    "date_acc": 0.97,
    "issuer_acc": 0.97,
    "relation_acc": 0.90,
    "edge_f1": 0.85,
}
DEV = Gold(OWN / "gold-dev.json", OWN / "dev", PROVINCIAL, traps=0.01)
HOLDOUT = Gold(OWN / "gold-holdout.json", OWN / "holdout", PROVINCIAL, traps=0.01)


@cache
def entries(file: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return read


@cache
def report(file: Path, texts: Path) -> Report:
    """Every figure of what is read from the documents of a gold file, which lie anywhere below `texts`."""
    paths = {path.name: path for path in texts.rglob("*") if path.suffix in (".txt", ".md")}
    return evaluate(entries(file), [predicted(paths[e["file"]], e["file"]) for e in entries(file)])


def predicted(path: Path, name: str) -> dict[str, Any]:
    with path.open(encoding="utf-8", newline="") as text:
        return to_gold(extract(text.read()), name)


EACH = [
    pytest.param(SEEDS, id="seeds", marks=[pytest.mark.shared, needs_shared]),
    pytest.param(CENTRAL, id="central", marks=[pytest.mark.shared, needs_shared]),
    pytest.param(DEV, id="own gold, worked on"),
    pytest.param(HOLDOUT, id="own gold, held out"),
]


@pytest.mark.parametrize("gold", EACH)
def test_no_figure_falls_below_its_floor(gold: Gold) -> None:
    figures = dict(report(gold.file, gold.texts).rows())
    floors = {**EVERYWHERE, **gold.floors}
    below = {name: figures[name] for name, floor in floors.items() if (figures[name] or 0) < floor}
    assert below == {}


@pytest.mark.parametrize("gold", EACH)
def test_little_is_stated_that_the_document_does_not_say(gold: Gold) -> None:
    unsupported = report(gold.file, gold.texts).unsupported.value
    assert unsupported is not None
    assert unsupported <= MOST_UNSUPPORTED


@pytest.mark.parametrize("gold", EACH)
def test_traps_are_avoided(gold: Gold) -> None:
    read = report(gold.file, gold.texts)
    assert read.traps <= gold.traps * (read.lenient.right + read.lenient.wrong)


@pytest.mark.parametrize("gold", EACH)
def test_every_document_has_citations_to_be_measured_on(gold: Gold) -> None:
    counted = [c for entry in entries(gold.file) for c in entry["citations"] if not c.get("optional")]
    lenient = report(gold.file, gold.texts).lenient
    assert len(counted) == lenient.right + lenient.missing
    assert len(counted) >= 100

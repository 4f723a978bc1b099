"""The figures that the extractor must not fall below: on our gold always, on the shared one where it is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.gold import to_gold
from extractors.pipeline import extract
from extractors.scoring import Report, evaluate

OWN = Path(__file__).resolve().parents[1] / "gold"
SHARED = Path(__file__).resolve().parents[3] / "shared"

SETS = {
    "dev": (OWN / "gold-dev.json", OWN / "dev"),
    "holdout": (OWN / "gold-holdout.json", OWN / "holdout"),
    "seeds": (SHARED / "gold" / "seeds.json", SHARED / "seeds"),
    "central": (SHARED / "gold" / "central.json", SHARED / "corpus" / "gazette"),
}
LOCAL = {"lenient_f1": 0.95, "strict_f1": 0.90, "date_acc": 0.97, "issuer_acc": 0.97, "relation_acc": 0.90,
         "edge_f1": 0.85, "pinpoint_acc": 0.90}  # fmt: skip
FLOORS = {
    "dev": LOCAL,
    "holdout": LOCAL,
    "seeds": {
        "lenient_f1": 0.97,
        "strict_f1": 0.94,
        "date_acc": 0.98,
        "issuer_acc": 0.98,
        "relation_acc": 0.95,
        "edge_f1": 0.92,
    },
    "central": {
        "lenient_f1": 0.97,
        "strict_f1": 0.93,
        "date_acc": 0.98,
        "issuer_acc": 0.98,
        "relation_acc": 0.92,
        "edge_f1": 0.88,
        "pinpoint_acc": 0.90,
    },
}
EVERYWHERE = {"number_acc": 0.99, "type_acc": 0.99, "full_acc": 0.95, "head_acc": 0.97, "conf90_p": 0.98,
              "conf90_share": 0.80}  # fmt: skip
MOST_UNSUPPORTED = 0.03
MOST_TRAPS = 0.01
"""Of the predictions on our own gold; none at all on the shared one."""


def sets(*names: str) -> list[Any]:
    return [
        pytest.param(
            name,
            marks=[
                pytest.mark.skipif(
                    not SETS[name][0].is_file(), reason=f"the gold {name} is not beside the project"
                ),
                *([pytest.mark.shared] if name in ("seeds", "central") else []),
            ],
        )
        for name in names
    ]


@cache
def scored(name: str) -> Report:
    gold_file, texts = SETS[name]
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    predicted = []
    for entry in gold:
        with (texts / entry["file"]).open(encoding="utf-8", newline="") as file:
            predicted.append(to_gold(extract(file.read()), entry["file"]))
    return evaluate(gold, predicted)


@pytest.mark.parametrize("name", sets(*SETS))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    figures = dict(scored(name).rows())
    floors = FLOORS[name] | EVERYWHERE
    below = {k: (figures[k], floor) for k, floor in floors.items() if (figures[k] or 0) < floor}
    assert below == {}


@pytest.mark.parametrize("name", sets(*SETS))
def test_little_is_stated_without_support(name: str) -> None:
    assert (scored(name).unsupported.value or 0) <= MOST_UNSUPPORTED


@pytest.mark.parametrize("name", sets("dev", "holdout"))
def test_hardly_a_trap_is_sprung(name: str) -> None:
    report = scored(name)
    assert report.traps <= MOST_TRAPS * (report.lenient.right + report.lenient.wrong)


@pytest.mark.parametrize("name", sets("seeds", "central"))
def test_no_trap_is_sprung(name: str) -> None:
    assert scored(name).traps == 0

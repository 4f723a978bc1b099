"""Gold records of the annotation guide as extractions: what a perfect extractor would hand on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.models import SELF, Citation, Evidence, Extraction, Head, Pinpoint

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "seeds"

needs_shared = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared corpus is not beside the project")


def gold_extractions(gold_file: Path, texts: Path) -> dict[str, Extraction]:
    """The gold of each document by its text, optional records left out."""
    found = {}
    for record in json.loads(gold_file.read_text(encoding="utf-8")):
        with (texts / record["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        found[text] = _extraction(text, record)
    return found


def _extraction(text: str, record: dict[str, Any]) -> Extraction:
    head = Head(**{key: value for key, value in record["document"].items() if key in Head.__slots__})
    kept = {citation["id"] for citation in record["citations"] if not citation.get("optional")}
    citations = [_citation(text, gold, kept) for gold in record["citations"] if gold["id"] in kept]
    return Extraction(text, head, tuple(citations))


def _citation(text: str, gold: dict[str, Any], kept: set[str]) -> Citation:
    same = ("id", "start", "end", "text", "kind", "type", "relation", "number", "date", "year", "issuer")
    pinpoints = gold.get("pinpoint") or []
    return Citation(
        **{key: gold.get(key) for key in same},
        issuer_as_written=gold.get("issuer_as_written"),
        title=gold.get("title"),
        evidence=_line(text, gold["start"], gold["end"]),
        confidence=1.0,
        rules=("gold",),
        pinpoints=tuple(Pinpoint(**p) for p in (pinpoints if isinstance(pinpoints, list) else [pinpoints])),
        source=gold["from"] if gold["from"] in kept else SELF,
        inverse=bool(gold.get("inverse")),
    )


def _line(text: str, start: int, end: int) -> Evidence:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return Evidence(begin, stop, text[begin:stop])

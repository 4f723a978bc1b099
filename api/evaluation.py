"""Annotation files read, and extractions scored against them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from api.extraction import as_gold, read_all
from extractors.figures import Report
from extractors.scoring import ScoringError
from extractors.scoring import evaluate as score
from kg.errors import BadRequest

Annotations = list[dict[str, Any]]


def read_annotations(path: Path) -> Annotations:
    """A JSON list in the schema of the annotation guide. Raises BadRequest where it is none."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise BadRequest(what=path, reason=error) from error
    if not isinstance(read, list) or not all(isinstance(entry, dict) for entry in read):
        raise BadRequest(what=path, reason="a list with one entry a document is expected")
    return read


def evaluate(gold: Annotations, predicted: Annotations) -> Report:
    """The figures of the guide. Raises BadRequest where an entry cannot be scored."""
    try:
        return score(gold, predicted)
    except ScoringError as error:
        raise BadRequest(what="gold", reason=error) from error


def evaluate_files(gold: Path, texts: Sequence[Path]) -> tuple[Report, list[tuple[str, str]]]:
    """Extract the documents that `gold` names, found among `texts` (files and folders), and score them.

    Also gives the files that could not be read or were not found, with the reason. Raises BadRequest.
    """
    entries = read_annotations(gold)
    names = {Path(str(entry.get("file", ""))).name for entry in entries}
    found = {path.name: path for path in _files(texts) if path.name in names}
    documents, unread = read_all(found.values())
    skipped = [(name, error.message("en")) for name, error in unread]
    skipped += [(name, "not among the texts") for name in sorted(names - found.keys())]
    scored = [entry for entry in entries if Path(str(entry.get("file", ""))).name in found]
    return evaluate(scored, as_gold(documents)), skipped


def _files(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        yield from (
            (path for path in sorted(place.rglob("*")) if path.is_file()) if place.is_dir() else [place]
        )

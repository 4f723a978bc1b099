"""Datasets on disk made of small documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from extractors.models import Extraction, Head
from kg.ingest import ingest
from tests.kg.resolve.world import Doc


def extractor(docs: Sequence[Doc]) -> Callable[[str], Extraction]:
    """What reads the documents' texts as they were told; any other text has nothing in it."""
    known = {doc.extraction.text: doc.extraction for doc in docs}
    return lambda text: known.get(text) or Extraction(text, Head(), ())


def dataset_of(folder: Path, *docs: Doc) -> Path:
    """A published dataset with these documents in `folder`."""
    files = folder / "files"
    files.mkdir(parents=True)
    for doc in docs:
        (files / f"{doc.name}.txt").write_text(doc.extraction.text, encoding="utf-8", newline="")
    ingest([files], folder / "kg-data", extract=extractor(docs))
    return folder / "kg-data"

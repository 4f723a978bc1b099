"""`kill -9` at any moment of an ingest: the store opens with whole documents, and a rerun completes it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.bench_data import synthetic_documents
from kg.dataset import Dataset
from kg.errors import NoDataset
from kg.export.nquads import nquads_lines
from kg.graph import DocumentSource, document_quads
from kg.ingest import ingest
from kg.ingest.workspace import Workspace
from tests.kg.ingest.killed_child import DOCUMENTS, corpus

KILLS = int(os.environ.get("DANCHIEU_KILLS", "5"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("văn bản")
    for number, (_, extraction) in enumerate(synthetic_documents(DOCUMENTS)):
        (folder / f"{number:03}.txt").write_text(extraction.text, encoding="utf-8", newline="")
    return folder


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris))


def test_a_killed_ingest_leaves_whole_documents_and_is_completed(folder: Path, tmp_path: Path) -> None:
    known = corpus()
    ingest([folder], tmp_path / "clean", extract=known.__getitem__)  # type: ignore[arg-type]
    clean = lines(tmp_path / "clean")
    draw, killed = random.Random(9), 0
    for kill in range(KILLS):
        store = tmp_path / f"killed-{kill}"
        child = subprocess.Popen([sys.executable, "-m", "tests.kg.ingest.killed_child", folder, store])
        while not store.exists() and child.poll() is None:
            time.sleep(0.01)
        time.sleep(draw.uniform(0.0, 1.5))
        child.kill()
        killed += child.wait() != 0
        check_whole(store)
        report = ingest([folder], store, extract=known.__getitem__)  # type: ignore[arg-type]
        assert len(report.loaded) + len(report.unchanged) == DOCUMENTS
        assert lines(store) == clean
    assert killed


def check_whole(store: Path) -> None:
    """Every document that the store holds is there with all it states, its text too."""
    try:
        with Dataset.open(store) as dataset:
            assert len(dataset.store)
    except NoDataset:
        pass
    known = corpus()
    with Workspace(store) as workspace:
        for hash_ in workspace.journal.hashes():
            text = workspace.texts.get(hash_)
            assert text in known
            held = set(workspace.store.graph_quads(workspace.iris.document_graph(hash_)))
            (name,) = workspace.journal.remove_document(hash_)
            sha256 = next(iter(q.object.value for q in held if q.predicate.value.endswith("sha256")))
            source = DocumentSource(sha256, name)
            assert held == set(document_quads(known[text], source, workspace.iris))  # type: ignore[arg-type, index]
        graphs = {
            hash_ for graph in workspace.store.graph_names() if (hash_ := workspace.iris.hash_of(graph))
        }
        workspace.journal._db.rollback()
        assert graphs == set(workspace.journal.hashes())

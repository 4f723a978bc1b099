"""Parts of an index: taken over where nothing changed, and always what a rebuild would make."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.bench_data import synthetic_documents
from kg.dataset import Dataset
from kg.graph import document_graph
from kg.index import parts as module
from kg.index.parts import PART_GROWTH, folders_of, parts_of, take_over
from kg.ingest.upkeep import rebuild_index
from kg.ingest.workspace import Workspace
from kg.store.layout import Layout
from kg.written import written
from tests.kg.index.test_build import files_in

DAY = datetime(2025, 1, 1, tzinfo=UTC)
DOCUMENTS = tuple(synthetic_documents(40))
hashes = st.lists(st.integers(0, 2**64 - 1).map("{:016x}".format), unique=True, max_size=30).map(sorted)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART_GROWTH", 1)


@given(hashes, st.integers(1, 4))
def test_parts_hold_all_documents_in_their_order(documents: list[str], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PART_GROWTH", size)
        parts = parts_of(documents, str.encode)
    assert [hash_ for part in parts for hash_ in part.documents] == documents
    assert [part.name for part in parts] == sorted({part.name for part in parts})


@given(hashes.filter(len), st.data())
def test_another_statement_makes_another_part(documents: list[str], data: st.DataObject) -> None:
    changed = data.draw(st.sampled_from(documents))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PART_GROWTH", 1)
        before = parts_of(documents, str.encode)
        after = parts_of(documents, lambda hash_: b"other" if hash_ == changed else hash_.encode())
    moved = [part.documents for part, other in zip(before, after, strict=True) if part.name != other.name]
    assert len(moved) == 1
    assert changed in moved[0]


def test_so_many_documents_make_one_part() -> None:
    documents = sorted(f"{number * 7919 % 2**16:04x}".ljust(16, "0") for number in range(PART_GROWTH + 1))
    assert len(parts_of(documents[:-1], str.encode)) == 1
    assert len(parts_of(documents, str.encode)) == 2


def put(workspace: Workspace, number: int, citations: int | None = None) -> None:
    """Load a document into the dataset, as though only so many of its citations had been read."""
    source, extraction = DOCUMENTS[number]
    read = replace(extraction, citations=extraction.citations[:citations])
    graph = document_graph(read, source, workspace.iris)
    workspace.put(source.hash, extraction.text, written(graph, workspace.iris))
    workspace.journal.record(source.file_name, source.sha256, "1", [(source.hash, source.file_name)])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.usefixtures("small_parts")
def test_an_index_made_step_by_step_is_what_a_rebuild_makes(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    present = set(draw.sample(range(len(DOCUMENTS)), 14))
    load(tmp_path, dict.fromkeys(present))
    for generation in range(2, 7):
        coming = draw.sample(range(len(DOCUMENTS)), 2)
        going = draw.choice(sorted(present - set(coming)))
        load(tmp_path, {number: draw.choice((None, 2)) for number in coming}, going)
        present = (present | set(coming)) - {going}
        index = Layout(tmp_path).index(generation)
        stepwise = files_in(index)
        rebuild_index(tmp_path)
        assert files_in(index) == stepwise
    with Dataset.open(tmp_path) as dataset:
        assert set(dataset.index.documents.all()) == {DOCUMENTS[number][0].hash for number in present}


def load(store: Path, coming: Mapping[int, int | None], going: int | None = None) -> None:
    """Publish a state with these documents, each with so many of its citations, and without another."""
    with Workspace(store) as workspace:
        for number, citations in coming.items():
            put(workspace, number, citations)
        if going is not None:
            hash_ = DOCUMENTS[going][0].hash
            workspace.journal.remove_document(hash_)
            workspace.drop(hash_)
        workspace.publish(DAY, "1")


@pytest.fixture
def published(tmp_path: Path, small_parts: None) -> Iterator[Workspace]:
    with Workspace(tmp_path / "data") as workspace:
        for number in range(20):
            put(workspace, number)
        workspace.publish(DAY, "1")
        yield workspace


def names_of(index: Path) -> set[str]:
    return {folder.name for folder in folders_of(index)}


def test_one_more_document_makes_one_part_anew(published: Workspace) -> None:
    put(published, 20)
    published.publish(DAY, "1")
    first, second = map(published.layout.index, (1, 2))
    assert len(names_of(first) - names_of(second)) == 1
    assert len(names_of(second) - names_of(first)) == 1
    for name in names_of(first) & names_of(second):
        for file in (first / "parts" / name).iterdir():
            assert file.samefile(second / "parts" / name / file.name)


def test_who_reads_an_older_state_is_not_disturbed(published: Workspace) -> None:
    with Dataset.open(published.layout.root) as reader:
        whole = range(len(reader.index.citations))
        said = [reader.index.citations.quotes[number] for number in whole]
        found = reader.search_index.find("các cơ quan", 0, 50)
        for number in range(20, 24):
            put(published, number)
            published.publish(DAY, "1")
        assert not published.layout.index(1).exists()
        assert [reader.index.citations.quotes[number] for number in whole] == said
        assert reader.search_index.find("các cơ quan", 0, 50) == found


def test_where_files_have_one_name_only_they_are_copied(
    published: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no second name on this file system")

    monkeypatch.setattr(os, "link", refuse)
    index = published.layout.index(1)
    (folder, *_) = folders_of(index)
    part = module.Part(folder.name, ())
    assert take_over(part, index, tmp_path / "other")
    assert files_in(part.folder(tmp_path / "other")) == files_in(folder)


@pytest.mark.parametrize("fault", ["absent", "not whole", "other format"])
def test_nothing_is_taken_over_from_an_index_that_cannot_be_trusted(
    published: Workspace, tmp_path: Path, fault: str
) -> None:
    index = published.layout.index(1)
    part = module.Part(folders_of(index)[0].name, ())
    assert take_over(part, index, tmp_path / "whole")
    if fault == "absent":
        shutil.rmtree(index)
    elif fault == "not whole":
        (index / "format").unlink()
    else:
        (index / "format").write_text("1", encoding="utf-8")
    assert not take_over(part, index, tmp_path / "faulty")


@pytest.mark.usefixtures("small_parts")
def test_a_rebuild_takes_nothing_over(tmp_path: Path) -> None:
    load(tmp_path, dict.fromkeys(range(20)))
    load(tmp_path, {20: None})
    rebuild_index(tmp_path)
    first, second = map(Layout(tmp_path).index, (1, 2))
    assert names_of(first) & names_of(second)
    for name in names_of(first) & names_of(second):
        for file in (first / "parts" / name).iterdir():
            assert not file.samefile(second / "parts" / name / file.name)

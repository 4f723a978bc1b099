"""Loading, loading again, changing, breaking and removing documents."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.models import Extraction
from kg.dataset import Dataset
from kg.errors import Ambiguous, BadRequest, NoDataset, NotFound, StoreBusy
from kg.export.nquads import nquads_lines
from kg.graph import document_graph
from kg.ingest import Progress, ingest, remove
from kg.ingest.workspace import Workspace
from kg.questions.chain import chain
from kg.questions.documents import documents
from kg.store.layout import Layout
from kg.written import written
from tests.kg.samples import all_samples, extract_sample, plan_of_binh_thuan, plan_of_lang_son, write_samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    write_samples(folder)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kg-data"


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris))


def texts(store: Path) -> set[str]:
    with closing(sqlite3.connect(Layout(store).texts)) as db:
        return {hash_ for (hash_,) in db.execute("SELECT hash FROM texts")}


def test_a_folder_is_loaded_and_reported(folder: Path, store: Path) -> None:
    seen: list[Progress] = []
    report = ingest([folder], store, extract=extract_sample, progress=seen.append)
    assert [file.file for file in report.loaded] == ["binh-thuan.txt", "lang-son.txt", "thanh-hoa.txt"]
    assert [file.number for file in report.loaded] == ["3461/KH-UBND", "156/KH-UBND", None]
    assert [file.citations for file in report.loaded] == [3, 5, 1]
    assert (report.unchanged, report.removed, report.skipped) == ((), (), ())
    assert [(step.done, step.total, step.outcome) for step in seen] == [(n, 3, "loaded") for n in (1, 2, 3)]
    assert texts(store) == {sample.hash for sample in all_samples()}


def test_loading_twice_gives_the_same_graph_byte_for_byte(folder: Path, store: Path, tmp_path: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    first = lines(store)
    again = ingest([folder], store, extract=extract_sample)
    assert len(again.unchanged) == 3
    assert lines(store) == first
    assert len(ingest([folder], store, extract=extract_sample, force=True).loaded) == 3
    assert lines(store) == first
    ingest([folder], tmp_path / "other", extract=extract_sample)
    assert lines(tmp_path / "other") == first


def test_the_order_of_loading_does_not_matter(folder: Path, store: Path, tmp_path: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    for path in sorted(folder.iterdir(), reverse=True):
        ingest([path], tmp_path / "other", extract=extract_sample)
    assert lines(tmp_path / "other") == lines(store)


def test_what_did_not_change_is_not_published_anew(folder: Path, store: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    with Dataset.open(store) as dataset:
        ingest([folder], store, extract=extract_sample)
        assert dataset.published_generation() == dataset.generation


def test_a_broken_file_is_named_and_the_others_load(folder: Path, store: Path) -> None:
    (folder / "hỏng.txt").write_bytes(b"")
    report = ingest([folder, folder / "mất.txt"], store, extract=extract_sample)
    assert len(report.loaded) == 3
    assert [(file.file, file.code) for file in report.skipped] == [
        ("hỏng.txt", "empty"),
        ("mất.txt", "not_found"),
    ]
    assert all(file.reason and file.reason_en for file in report.skipped)


def test_a_failure_of_the_program_costs_one_document(folder: Path, store: Path) -> None:
    def failing(text: str) -> Extraction:
        if text == plan_of_lang_son().text:
            raise RuntimeError("hỏng")
        return extract_sample(text)

    report = ingest([folder], store, extract=failing)
    assert [(file.file, file.code) for file in report.skipped] == [("lang-son.txt", "internal")]
    assert len(report.loaded) == 2
    assert len(ingest([folder], store, extract=extract_sample).loaded) == 1


def test_new_content_takes_the_place_of_the_old(folder: Path, store: Path, tmp_path: Path) -> None:
    path = folder / "lang-son.txt"
    path.write_text("BẢN CŨ\n", encoding="utf-8")
    ingest([folder], store, extract=extract_sample)
    path.write_text(plan_of_lang_son().text, encoding="utf-8", newline="")
    report = ingest([folder], store, extract=extract_sample)
    assert (len(report.loaded), report.removed) == (1, ("lang-son.txt",))
    ingest([folder], tmp_path / "other", extract=extract_sample)
    assert lines(store) == lines(tmp_path / "other")
    assert texts(store) == {sample.hash for sample in all_samples()}


def test_the_same_content_under_two_names_is_one_document(folder: Path, store: Path) -> None:
    copy = folder / "z.txt"
    copy.write_bytes((folder / "lang-son.txt").read_bytes())
    report = ingest([folder], store, extract=extract_sample)
    assert (len(report.loaded), report.unchanged) == (3, ("z.txt",))
    copy.write_text("khác", encoding="utf-8")
    assert ingest([folder], store, extract=extract_sample).removed == ()
    assert plan_of_lang_son().hash in texts(store)


def test_a_removed_document_leaves_nothing_behind(folder: Path, store: Path, tmp_path: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    assert remove(store, "lang-son.txt").removed == ("lang-son.txt",)
    assert remove(store, plan_of_binh_thuan().hash[:8]).removed == ("binh-thuan.txt",)
    ingest([folder / "thanh-hoa.txt"], tmp_path / "other", extract=extract_sample)
    assert lines(store) == lines(tmp_path / "other")
    assert len(texts(store)) == 1
    for sample in (plan_of_lang_son(), plan_of_binh_thuan()):
        with Dataset.open(store) as dataset:
            everything = "\n".join(nquads_lines(dataset.store, dataset.iris, provenance=True))
        assert sample.hash not in everything
    assert len(ingest([folder], store, extract=extract_sample).loaded) == 2


def test_removing_what_is_not_there_or_not_clear(folder: Path, store: Path) -> None:
    with pytest.raises(NoDataset):
        remove(store, "lang-son.txt")
    (folder / "a").mkdir()
    (folder / "a" / "lang-son.txt").write_text("khác", encoding="utf-8")
    ingest([folder], store, extract=extract_sample)
    with pytest.raises(NotFound):
        remove(store, "không có.txt")
    with pytest.raises(Ambiguous) as ambiguous:
        remove(store, "lang-son.txt")
    assert len(ambiguous.value.candidates) == 2


def test_a_base_is_settled_once(folder: Path, store: Path) -> None:
    ingest([folder], store, extract=extract_sample, base="https://example.org/luat")
    with Dataset.open(store) as dataset:
        assert chain(dataset, "96/KH-UBND@lang-son", direction="up").query.iri.startswith(
            "https://example.org/luat/id/"
        )
    with pytest.raises(BadRequest):
        ingest([folder], store, extract=extract_sample, base="https://example.org/khac")


def test_a_dataset_being_written_is_busy_for_writers_and_open_to_readers(folder: Path, store: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    with Workspace(store), Dataset.open(store) as dataset:
        assert len(documents(dataset)) == 3
        with pytest.raises(StoreBusy):
            ingest([folder], store, extract=extract_sample)


def test_a_crash_before_the_commit_leaves_the_last_good_state(
    folder: Path, store: Path, tmp_path: Path
) -> None:
    ingest([folder / "thanh-hoa.txt"], store, extract=extract_sample)
    good = lines(store)
    sample = plan_of_lang_son()
    crashed = Workspace(store)
    half = document_graph(sample.extraction, sample.source, crashed.iris)
    half = replace(half, records=half.records[:20])
    crashed.put(sample.hash, sample.text, written(half, crashed.iris))
    crashed._arriving.finish()
    crashed._store.flush()
    crashed.close()
    assert lines(store) == good
    ingest([folder], store, extract=extract_sample)
    ingest([folder], tmp_path / "other", extract=extract_sample)
    assert lines(store) == lines(tmp_path / "other")


def test_old_snapshots_go_and_readers_of_the_last_one_finish(folder: Path, store: Path) -> None:
    ingest([folder], store, extract=extract_sample)
    with Dataset.open(store) as reader:
        remove(store, "lang-son.txt")
        assert len(documents(reader)) == 3
    remove(store, "thanh-hoa.txt")
    assert sorted(path.name for path in (store / "snapshots").iterdir()) == ["2", "3"]
    assert sorted(path.name for path in (store / "index").iterdir()) == ["2", "3"]


def test_the_files_of_an_archive_are_documents_of_their_own(folder: Path, store: Path) -> None:
    archive = folder / "tất cả.zip"
    with zipfile.ZipFile(archive, "w") as members:
        for path in sorted(folder.glob("*.txt")):
            members.write(path, path.name)
    pytest.importorskip("extractors.readers.archive", reason="this build reads no archives")
    report = ingest([archive], store, extract=extract_sample)
    assert len(report.loaded) == 3
    assert remove(store, "lang-son.txt").removed == ("lang-son.txt",)
    with Dataset.open(store) as dataset:
        assert len(documents(dataset)) == 2

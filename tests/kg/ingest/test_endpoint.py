"""A dataset whose graphs are at a SPARQL server: loaded and asked like any other, with the same answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.ingest import ingest, remove
from kg.ingest.upkeep import backup
from kg.questions.chain import chain
from kg.questions.coverage import coverage
from kg.questions.documents import document, documents
from kg.questions.explain import explain
from kg.questions.instrument import citations, instrument
from kg.questions.lookup import candidates
from kg.questions.search import search
from kg.sparql import run
from kg.store.endpoint import Endpoint
from tests.kg.samples import extract_sample, write_samples
from tests.kg.store import engines

BASE = "http://example.org/elsewhere/"
SOURCES = "SELECT ?name { ?d a dch:SourceDocument ; dch:fileName ?name } ORDER BY ?name"
QUESTIONS: dict[str, Callable[[Dataset], object]] = {
    "number": lambda dataset: candidates(dataset, "29-NQ/TW"),
    "instrument": lambda dataset: instrument(dataset, "2457/QĐ-BGDĐT"),
    "citations": lambda dataset: citations(dataset, "2457/QĐ-BGDĐT", side="in"),
    "chain": lambda dataset: chain(dataset, "29-NQ/TW"),
    "coverage": lambda dataset: coverage(dataset, ["2457/QĐ-BGDĐT", "51-KL/TW"]),
    "search": lambda dataset: search(dataset, "nhiem vu nam hoc"),
    "document": lambda dataset: document(dataset, "lang-son.txt"),
    "documents": documents,
    "explain": lambda dataset: explain(dataset, "29-NQ/TW"),
    "sparql": lambda dataset: run(dataset, SOURCES).rows,
}


@pytest.fixture(
    scope="module", params=[engines.oxigraph, engines.virtuoso], ids=lambda engine: engine.__name__
)
def endpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    engine: Callable[[Path], AbstractContextManager[Endpoint]] = request.param
    with engine(tmp_path_factory.mktemp("engine")) as started:
        yield started


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    write_samples(folder)
    return folder


@pytest.fixture(scope="module")
def elsewhere(endpoint: Endpoint, files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("elsewhere") / "kg-data"
    ingest([files], store, base=BASE, endpoint=endpoint, extract=extract_sample)
    return store


@pytest.fixture(scope="module")
def here(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    store = tmp_path_factory.mktemp("here") / "kg-data"
    ingest([files], store, base=BASE, extract=extract_sample)
    with Dataset.open(store) as dataset:
        yield dataset


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_is_answered_as_from_a_folder(elsewhere: Path, here: Dataset, question: str) -> None:
    with Dataset.open(elsewhere) as dataset:
        assert QUESTIONS[question](dataset) == QUESTIONS[question](here)


def test_no_graph_is_kept_in_the_folder(elsewhere: Path) -> None:
    assert {path.name for path in elsewhere.iterdir()} == {
        "dataset.json", "journal.sqlite", "stated.sqlite", "texts.sqlite", "index"
    }  # fmt: skip


def test_unchanged_files_are_passed_over(elsewhere: Path, files: Path) -> None:
    report = ingest([files], elsewhere, extract=extract_sample)
    assert (len(report.loaded), len(report.unchanged)) == (0, 3)


def test_another_dataset_does_not_take_what_is_there_for_its_own(
    elsewhere: Path, endpoint: Endpoint, files: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadRequest, match="already"):
        ingest([files], tmp_path / "kg-data", base=BASE, endpoint=endpoint, extract=extract_sample)
    with pytest.raises(BadRequest, match="graphs are at"):
        ingest([files], elsewhere, endpoint=Endpoint.at("http://other"), extract=extract_sample)


def test_a_copy_has_its_graphs_in_its_folder(elsewhere: Path, here: Dataset, tmp_path: Path) -> None:
    backup(elsewhere, tmp_path / "copy")
    with Dataset.open(tmp_path / "copy") as copy:
        assert QUESTIONS["sparql"](copy) == QUESTIONS["sparql"](here)
        assert QUESTIONS["instrument"](copy) == QUESTIONS["instrument"](here)


def test_a_document_that_is_removed_leaves_nothing_at_the_server(
    endpoint: Endpoint, files: Path, tmp_path: Path
) -> None:
    store = tmp_path / "kg-data"
    base = "http://example.org/removing/"
    ingest([files], store, base=base, endpoint=endpoint, extract=extract_sample)
    remove(store, "lang-son.txt")
    with Dataset.open(store) as dataset:
        graphs = [graph for graph in dataset.store.graph_names() if graph.startswith(f"{base}graph/doc/")]
        assert len(graphs) == 2
        assert len(documents(dataset)) >= 2

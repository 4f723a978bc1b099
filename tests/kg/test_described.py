"""Rows of descriptions: those read from a graph's statements are those that a store gives back."""

from __future__ import annotations

import pytest

from extractors.models import Extraction
from kg.described import DESCRIBING, Description, described_by, described_in
from kg.graph import DocumentSource, document_graph
from kg.iris import Iris
from kg.ntriples import stored
from kg.store.embedded import EmbeddedStore
from kg.vocab import FILE_NAME, ID_LOCAL, LABEL, TEXT_QUALITY, TYPE
from tests.kg.test_stated import DOCUMENTS

IRIS = Iris("http://example.org/")


@pytest.mark.parametrize(("source", "extraction"), DOCUMENTS, ids=lambda made: getattr(made, "file_name", ""))
def test_a_store_gives_back_the_rows_of_the_statements(
    source: DocumentSource, extraction: Extraction
) -> None:
    graph = document_graph(extraction, source, IRIS)
    store = EmbeddedStore.in_memory()
    store.load(graph.nquads())
    rows = described_by(graph.statements)
    assert sorted(rows) == sorted(described_in(store, graph.iri))
    assert {DESCRIBING[property_] for _, property_, _ in rows} >= {TYPE, ID_LOCAL, LABEL, FILE_NAME}


@pytest.mark.parametrize("name", ['a "b".txt', "a\\b\nc", "chữ \ud800", "@vi", 'x"@vi'])
def test_whatever_a_file_is_called(name: str) -> None:
    _, extraction = DOCUMENTS[0]
    graph = document_graph(extraction, DocumentSource("0" * 64, name, quality=0.25), IRIS)
    store = EmbeddedStore.in_memory()
    store.load(graph.nquads())
    said = [(subject, number, stored(value)) for subject, number, value in described_by(graph.statements)]
    assert sorted(said) == sorted(described_in(store, graph.iri))
    assert [value for _, number, value in said if DESCRIBING[number] == TEXT_QUALITY] == ["0.25"]


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        (f'<a:a> {LABEL} "Bộ Y tế"@vi', [("a:a", DESCRIBING.index(LABEL), "Bộ Y tế")]),
        (f'<a:a> {LABEL} "Ministry of Health"@en', []),
        (f"<a:a> {TYPE} <http://www.w3.org/ns/org#Organization>", []),
        ('<a:a> <http://www.w3.org/ns/oa#exact> "x"', []),
    ],
)
def test_what_counts(statement: str, rows: list[Description]) -> None:
    store = EmbeddedStore.in_memory()
    store.load(f"{statement} <g:g> .\n".encode())
    assert described_by([statement]) == described_in(store, "g:g") == rows

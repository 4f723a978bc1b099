"""Rows of citations: those made with a graph are those that the graph gives back."""

from __future__ import annotations

import pytest

from extractors.models import Extraction
from kg.bench_data import synthetic_documents
from kg.graph import DocumentSource, document_graph
from kg.iris import Iris
from kg.stated import stated_in
from kg.store.embedded import EmbeddedStore
from tests.kg.samples import all_samples

IRIS = Iris("http://example.org/")
DOCUMENTS = [
    *((sample.source, sample.extraction) for sample in all_samples()),
    *list(synthetic_documents(40))[20:30],
]


@pytest.mark.parametrize(("source", "extraction"), DOCUMENTS, ids=lambda made: getattr(made, "file_name", ""))
def test_a_graph_gives_back_the_rows_it_was_made_with(source: DocumentSource, extraction: Extraction) -> None:
    graph = document_graph(extraction, source, IRIS)
    store = EmbeddedStore.in_memory()
    store.load(graph.nquads())
    assert len(graph.citations) == len(extraction.citations)
    assert stated_in(store, IRIS, source.hash) == list(graph.citations)

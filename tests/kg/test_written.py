"""The forms of a graph say the same."""

from __future__ import annotations

import pytest

from extractors.models import Extraction
from kg.facts.said import decode, said_by
from kg.graph import DocumentSource, document_graph
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore
from kg.written import written
from tests.kg.test_stated import DOCUMENTS

IRIS = Iris("http://example.org/")


@pytest.mark.parametrize(("source", "extraction"), DOCUMENTS, ids=lambda made: getattr(made, "file_name", ""))
def test_all_forms_are_of_one_graph(source: DocumentSource, extraction: Extraction) -> None:
    graph = document_graph(extraction, source, IRIS)
    made = written(graph, IRIS)
    loaded, replaced = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    loaded.load(made.nquads)
    replaced.write_graph(made.iri, made.ntriples())
    assert set(replaced.graph_quads(graph.iri)) == set(loaded.graph_quads(graph.iri))
    assert made.statements == len(loaded) == len(graph.statements)
    assert decode(made.said) == said_by(graph, IRIS)

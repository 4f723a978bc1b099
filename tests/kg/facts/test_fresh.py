"""What was just written reads as the store gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from kg import vocab
from kg.bench_data import synthetic_documents
from kg.facts.fresh import FreshStatements
from kg.facts.said import said_in
from kg.graph import document_graph
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore

IRIS = Iris()
ALL = tuple(term for term in vars(vocab).values() if isinstance(term, type(vocab.TYPE)))


@pytest.fixture
def fresh() -> Iterator[FreshStatements]:
    with closing(FreshStatements([*ALL, NamedNode("http://example.org/p")])) as fresh:
        yield fresh


@pytest.mark.parametrize(
    "title", ["Kế hoạch năm 2025", 'Về "Đề án"\nhai dòng', "gạch \\ chéo \\n", "🙂 \udc80"]
)
def test_fresh_statements_are_those_of_the_store(title: str, fresh: FreshStatements) -> None:
    *_, (source, extraction) = synthetic_documents(12)
    citations = tuple(replace(citation, text=title) for citation in extraction.citations)
    graph = document_graph(replace(extraction, citations=citations), source, IRIS)
    store = EmbeddedStore.in_memory()
    store.load(graph.nquads())
    fresh.put(graph.iri, graph.statements)
    written, stored = said_in(store, graph.iri, ALL, fresh), said_in(store, graph.iri, ALL)
    assert set(written) == set(stored)
    for subject in stored:
        for property_ in ALL:
            assert sorted(written.all(subject, property_)) == sorted(stored.all(subject, property_))


def test_what_was_forgotten_is_asked_of_the_store(fresh: FreshStatements) -> None:
    kept, left = (
        '<http://example.org/s> <http://example.org/p> "v"@vi',
        '<http://example.org/s> <http://example.org/q> "v"@vi',
    )
    fresh.put("http://example.org/a", [kept, left])
    assert fresh.get("http://example.org/a") == [("http://example.org/s", "http://example.org/p", "v")]
    fresh.forget(["http://example.org/a"])
    assert fresh.get("http://example.org/a") is None

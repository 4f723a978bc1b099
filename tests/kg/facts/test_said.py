"""What a document says, made of its graph, is what a store says of it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from extractors.models import Extraction
from kg.bench_data import synthetic_documents
from kg.facts.fresh import FreshStatements
from kg.facts.said import Said, decode, encode, said_by, said_in
from kg.graph import DocumentSource, document_graph
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore
from tests.kg.test_stated import DOCUMENTS

IRIS = Iris("http://example.org/")


def _both(extraction: Extraction, source: DocumentSource) -> tuple[Said, Said]:
    graph = document_graph(extraction, source, IRIS)
    store = EmbeddedStore.in_memory()
    store.load(graph.nquads())
    with closing(FreshStatements()) as fresh:
        fresh.put(source.hash, encode(said_by(graph, IRIS)))
        return _sorted(said_in(store, IRIS, source.hash, fresh)), _sorted(said_in(store, IRIS, source.hash))


def _sorted(said: Said) -> Said:
    """Values in one order: a store has none."""
    values = {
        subject: {property_: sorted(found) for property_, found in of.items()}
        for subject, of in said.values.items()
    }
    return Said(said.citations, values)


@pytest.mark.parametrize(("source", "extraction"), DOCUMENTS, ids=lambda made: getattr(made, "file_name", ""))
def test_a_graph_at_hand_says_what_the_store_says(source: DocumentSource, extraction: Extraction) -> None:
    fresh, stored = _both(extraction, source)
    assert fresh == stored
    assert len(fresh.citations) == len(extraction.citations)
    assert fresh.own == stored.own is not None


@pytest.mark.parametrize(
    "words", ["Kế hoạch năm 2025", 'Về "Đề án"\nhai dòng', "gạch \\ chéo \\n", "🙂 \udc80"]
)
def test_whatever_the_words_are(words: str) -> None:
    *_, (source, extraction) = synthetic_documents(12)
    citations = tuple(
        replace(citation, text=words, title=words, issuer_as_written=words)
        for citation in extraction.citations
    )
    fresh, stored = _both(replace(extraction, citations=citations), source)
    assert fresh == stored
    assert {citation.quote for citation in fresh.citations} == {words.replace("\udc80", "?")}


def test_of_a_document_that_is_not_there_nothing_is_said() -> None:
    assert not said_in(EmbeddedStore.in_memory(), IRIS, "0" * 16)
    assert decode(encode(Said((), {}))) == Said((), {})

"""What documents state of an instrument: every value once, counted, with some who state it; all by pages."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest

from kg import vocab
from kg.dataset import Dataset
from kg.facts.labels import labels
from kg.facts.terms import values
from kg.models import Statement
from kg.questions.instrument import instrument
from kg.questions.statements import statements
from tests.kg.samples import UBND_LANG_SON

NO_STATEMENTS = {vocab.TYPE.value, vocab.NUMBER_KEY.value, vocab.MATCH_KEY.value, *vocab.relation_names()}


def by_how_often_cited(dataset: Dataset) -> list[int]:
    """The nodes, the most cited first."""
    edges = dataset.index.edges.columns("out")
    cited = np.bincount(edges.other, weights=edges.count, minlength=len(dataset.index.canonical))
    return [int(node) for node in np.argsort(-cited, kind="stable")]


def stated_plainly(dataset: Dataset, node: int) -> dict[tuple[str, str], set[str]]:
    """The documents that state each (property, value), asked for one by one."""
    index = dataset.index
    nodes = values("i", [index.iri(member) for member in index.members(node)])
    rows = list(dataset.store.select(f"SELECT ?p ?v ?g {{ {nodes} GRAPH ?g {{ ?i ?p ?v }} }}"))
    shown = labels(dataset, (row["v"] for row in rows))
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        hash_ = dataset.iris.hash_of(row["g"].value)
        if hash_ and row["p"].value not in NO_STATEMENTS:
            said[row["p"].value, shown[row["v"]]].add(dataset.iris.document(hash_))
    return said


@pytest.mark.parametrize("place", [0, 1, 20, 200], ids="the {}. most cited".format)
@pytest.mark.parametrize("limit", [1, 5, 1_000])
def test_all_values_are_there_with_their_count_and_some_documents(
    synthetic: Dataset, place: int, limit: int
) -> None:
    node = by_how_often_cited(synthetic)[place]
    expected = stated_plainly(synthetic, node)

    found = instrument(synthetic, synthetic.index.iri(node), limit=limit).statements

    assert {(one.property, one.value): one.total for one in found} == {
        said: len(documents) for said, documents in expected.items()
    }
    for one in found:
        assert set(one.documents) <= expected[one.property, one.value]
        assert len(one.documents) == min(limit, one.total)
        assert list(one.documents) == sorted(one.documents)


def test_many_documents_state_something_of_the_most_cited(synthetic: Dataset) -> None:
    found = instrument(synthetic, synthetic.index.iri(by_how_often_cited(synthetic)[0]), limit=1).statements
    assert sum(one.total for one in found) > 200


@pytest.mark.parametrize("place", [0, 20])
def test_pages_fit_together_and_hold_who_states_what(synthetic: Dataset, place: int) -> None:
    node = by_how_often_cited(synthetic)[place]
    wanted = synthetic.index.iri(node)
    expected = stated_plainly(synthetic, node)

    whole = statements(synthetic, wanted, limit=10_000)
    size = whole.total // 3 + 1
    pages = [statements(synthetic, wanted, offset=size * n, limit=size) for n in range(4)]

    assert [row for page in pages for row in page.rows] == list(whole.rows)
    assert {page.total for page in pages} == {sum(map(len, expected.values()))} == {len(whole.rows)}
    assert {(row.property, row.value, row.document) for row in whole.rows} == {
        (*said, document) for said, documents in expected.items() for document in documents
    }
    assert all(
        (a.property, a.value, a.document) < (b.property, b.value, b.document) for a, b in pairwise(whole.rows)
    )


def test_bodies_and_types_go_by_their_names(samples: Dataset) -> None:
    said = instrument(samples, "156/KH-UBND").statements
    document = instrument(samples, "156/KH-UBND").documents[0].iri

    assert Statement(vocab.PASSED_BY.value, UBND_LANG_SON, (document,), 1) in said
    assert Statement(vocab.TYPE_DOCUMENT.value, "Kế hoạch", (document,), 1) in said


def test_what_only_the_tables_of_authority_say_is_no_statement_of_a_document(samples: Dataset) -> None:
    for node in by_how_often_cited(samples):
        found = instrument(samples, samples.index.iri(node)).statements
        assert all(one.total == len(one.documents) > 0 for one in found)

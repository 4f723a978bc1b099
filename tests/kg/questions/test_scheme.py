"""What stands around an instrument, by relation, and what given instruments say of each other."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest, NotFound
from kg.questions.among import MOST, among
from kg.questions.disagreements import disagreements
from kg.questions.instrument import citations
from kg.questions.scheme import scheme


@pytest.mark.parametrize("wanted", ["156/KH-UBND", "29-NQ/TW", "2457/QĐ-BGDĐT"])
def test_the_relations_together_are_all_citations(samples: Dataset, wanted: str) -> None:
    parts = scheme(samples, wanted)

    for side in ("out", "in"):
        every = citations(samples, wanted, side=side)
        own = [part for part in parts if part.side == side]
        assert sum(part.total for part in own) == every.total
        assert {row.iri for part in own for row in part.rows} == {row.iri for row in every.rows}


def test_a_few_of_each_relation_with_how_many_there_are(samples: Dataset) -> None:
    (part,) = [part for part in scheme(samples, "156/KH-UBND", limit=1) if part.side == "out"]

    assert (part.relation, len(part.rows), part.total) == ("implements", 1, 3)


def test_among_instruments_run_the_edges_between_them_and_no_others(samples: Dataset) -> None:
    found = among(samples, ["156/KH-UBND", "29-NQ/TW", "2457/QĐ-BGDĐT", "29-NQ/TW"])

    assert [one.number for one in found.instruments] == ["156/KH-UBND", "29-NQ/TW", "2457/QĐ-BGDĐT"]
    assert {(edge.source.number, edge.target.number) for edge in found.edges} == {("156/KH-UBND", "29-NQ/TW")}
    assert all(edge.evidence for edge in found.edges)


def test_only_so_many_can_be_picked_out_and_all_must_be_known(samples: Dataset) -> None:
    with pytest.raises(BadRequest):
        among(samples, ["29-NQ/TW"] * (MOST + 1))
    with pytest.raises(NotFound):
        among(samples, ["29-NQ/TW", "1/KHONG-CO"])
    assert among(samples, []).edges == ()


def test_documents_that_agree_have_no_disagreement(samples: Dataset) -> None:
    assert disagreements(samples, "2457/QĐ-BGDĐT") == ()

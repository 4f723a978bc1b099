"""Chains of citations: both directions, with evidence, through short mentions, and round cycles."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.models import Head
from kg.dataset import Dataset
from kg.errors import NotFound
from kg.ingest import ingest
from kg.models import ChainResult
from kg.questions.chain import chain
from kg.questions.implementations import implementations
from tests.kg.samples import GIAO_DUC, Sample, plan_of_lang_son, report_of_thanh_hoa

PLAN = "156/KH-UBND"


def steps(result: ChainResult) -> set[tuple[str | None, str | None, int]]:
    return {(edge.source.number, edge.target.number, edge.depth) for edge in result.results}


def test_down_from_a_resolution_to_those_who_carry_it_out(samples: Dataset) -> None:
    result = chain(samples, "29-NQ/TW", direction="down")
    assert steps(result) == {
        ("100-CTr/TU", "29-NQ/TW", 1),
        (PLAN, "29-NQ/TW", 1),
        ("96/KH-UBND", "100-CTr/TU", 2),
        (PLAN, "96/KH-UBND", 3),
    }
    assert not result.truncated


def test_up_from_a_plan_to_what_it_rests_on(samples: Dataset) -> None:
    assert steps(chain(samples, "96/KH-UBND@lang-son", direction="up")) == {
        ("96/KH-UBND", "100-CTr/TU", 1),
        ("100-CTr/TU", "29-NQ/TW", 2),
    }


def test_each_edge_carries_the_sentence_that_says_so(samples: Dataset) -> None:
    text = plan_of_lang_son().text
    for edge in chain(samples, "29-NQ/TW").results:
        assert edge.evidence
        for evidence in edge.evidence:
            assert evidence.file == "lang-son.txt"
            assert text[evidence.start : evidence.end] == evidence.text
            assert text[evidence.quote_start : evidence.quote_end] == evidence.quote
            assert evidence.quote in evidence.text


@pytest.mark.parametrize(("depth", "count"), [(0, 0), (1, 2), (2, 3), (3, 4), (9, 4)])
def test_the_depth_bounds_the_way(samples: Dataset, depth: int, count: int) -> None:
    assert len(chain(samples, "29-NQ/TW", depth=depth).results) == count


def test_a_cut_chain_says_so_and_keeps_the_nearest(samples: Dataset) -> None:
    result = chain(samples, "29-NQ/TW", limit=2)
    assert result.truncated
    assert [edge.depth for edge in result.results] == [1, 1]


def test_other_relations_when_asked_for(samples: Dataset) -> None:
    assert steps(chain(samples, "96/KH-UBND@binh-thuan", relations=("based_on",))) == {
        ("3461/KH-UBND", "96/KH-UBND", 1)
    }
    assert steps(chain(samples, "96/KH-UBND@binh-thuan")) == set()


def test_who_implements_a_decision(samples: Dataset) -> None:
    result = implementations(samples, "2457/QĐ-BGDĐT")
    assert result.query.issuer == GIAO_DUC
    found = {(edge.source.issuer, edge.source.number, edge.relation) for edge in result.results}
    assert found == {
        ("Ủy ban nhân dân tỉnh Bình Thuận", "3461/KH-UBND", "implements"),
        ("Ủy ban nhân dân tỉnh Thanh Hóa", None, "implements"),
    }
    reported = next(edge for edge in result.results if edge.source.number is None)
    assert reported.source.id == f"doc/{report_of_thanh_hoa().hash}/self"


def test_what_is_not_there_is_not_found(samples: Dataset) -> None:
    with pytest.raises(NotFound):
        chain(samples, "1/KH-XYZ")


def test_a_cycle_ends_where_it_closes(tmp_path: Path) -> None:
    documents = {}
    for number, cited in (("1", "2"), ("2", "3"), ("3", "1")):
        head = Head("Quyết định", f"{number}/QĐ-BGDĐT", GIAO_DUC, date="2020-01-01")
        words = f"Quyết định số {cited}/QĐ-BGDĐT"
        sample = Sample(f"{number}.txt", f"Thực hiện {words}.", head)
        sample.cite(words, number=f"{cited}/QĐ-BGDĐT", issuer=GIAO_DUC, date="2020-01-01")
        (tmp_path / sample.name).write_text(sample.text, encoding="utf-8")
        documents[sample.text] = sample.extraction
    files = sorted(tmp_path.glob("*.txt"))
    ingest(files, tmp_path / "data", extract=documents.__getitem__)
    with Dataset.open(tmp_path / "data") as dataset:
        for direction in ("up", "down"):
            result = chain(dataset, "1/QĐ-BGDĐT", direction=direction)
            assert sorted(edge.depth for edge in result.results) == [1, 2, 3]

"""What must be in the graph of the five seeds, given what a perfect extractor would read in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.dataset import Dataset
from kg.export.nquads import nquads_lines
from kg.ingest import ingest
from kg.questions.chain import chain
from kg.questions.documents import document
from kg.questions.implementations import implementations
from kg.questions.instrument import citations
from kg.questions.search import search
from tests.kg.gold import SEEDS, SHARED, gold_extractions, needs_shared

pytestmark = [needs_shared, pytest.mark.shared]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    known = gold_extractions(SHARED / "gold" / "seeds.json", SEEDS)
    store = tmp_path_factory.mktemp("seeds") / "data"
    report = ingest([SEEDS], store, extract=known.__getitem__)
    assert len(report.loaded) == 5
    with Dataset.open(store) as dataset:
        yield dataset


@pytest.mark.parametrize(
    ("instrument", "implementers"),
    [
        (
            "2457/QĐ-BGDĐT",
            {
                ("Ủy ban nhân dân tỉnh Bình Thuận", "3461/KH-UBND"),
                ("Ủy ban nhân dân tỉnh Lai Châu", None),
            },
        ),
        ("1112/CT-BGDĐT", {("Ủy ban nhân dân tỉnh Thanh Hóa", None)}),
        ("38-CT/TU", {("Sở Giáo dục và Đào tạo tỉnh Quảng Ninh", "3677/TB-SGDĐT")}),
        ("51-KL/TW", {("Ủy ban nhân dân tỉnh Lạng Sơn", "156/KH-UBND")}),
    ],
)
def test_who_implements(
    seeds: Dataset, instrument: str, implementers: set[tuple[str | None, str | None]]
) -> None:
    result = implementations(seeds, instrument)
    assert {(edge.source.issuer, edge.source.number) for edge in result.results} == implementers
    assert all(edge.evidence for edge in result.results)


def test_the_directive_is_that_of_its_own_province(seeds: Dataset) -> None:
    assert implementations(seeds, "38-CT/TU").query.issuer == "Tỉnh ủy Quảng Ninh"


def test_a_chain_through_instruments_that_are_not_in_the_corpus(seeds: Dataset) -> None:
    edges = chain(seeds, "96/KH-UBND@Lạng Sơn", direction="up").results
    assert [(edge.source.number, edge.target.number) for edge in edges] == [
        ("96/KH-UBND", "100-CTr/TU"),
        ("100-CTr/TU", "29-NQ/TW"),
    ]


def test_plans_that_the_page_only_links_are_not_those_that_the_plan_cites(seeds: Dataset) -> None:
    rows = citations(seeds, "156/KH-UBND", limit=1_000).rows
    cited = {row.target.id for row in rows if row.target.number == "38/KH-UBND"}
    assert cited == {"ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd"}


def test_every_quote_stands_in_its_text(seeds: Dataset) -> None:
    count = 0
    for path in SEEDS.glob("*.txt"):
        view = document(seeds, path.name)
        for mark in view.marks:
            assert mark.evidence_start <= mark.start < mark.end <= mark.evidence_end
            count += 1
    assert count == 135


def test_search_answers_the_question_of_the_ministry(seeds: Dataset) -> None:
    assert search(seeds, "2457/QĐ-BGDĐT").hits[0].instrument.number == "2457/QĐ-BGDĐT"


def test_nothing_in_the_graph_is_outside_ascii_iris(seeds: Dataset) -> None:
    for line in nquads_lines(seeds.store, seeds.iris, provenance=True):
        subject, predicate, _ = line.split(" ", 2)
        assert f"{subject}{predicate}".isascii()

"""Ways between instruments, what they share, loops; each beside the plain answer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx
import pytest

from extractors.models import Head
from kg.dataset import Dataset
from kg.facts.identity import canonical
from kg.ingest import ingest
from kg.questions.chain import reached
from kg.questions.paths import common_ancestors, loops, shortest_path
from kg.questions.ranking import pagerank, ranking
from tests.kg.questions.synthetic import links
from tests.kg.questions.synthetic import reached as reached_slowly
from tests.kg.samples import GIAO_DUC, Sample


def test_the_shortest_way_with_its_sentences(samples: Dataset) -> None:
    found = shortest_path(samples, "156/KH-UBND", "100-CTr/TU")
    assert found.found
    assert [(edge.source.number, edge.target.number) for edge in found.edges] == [
        ("156/KH-UBND", "96/KH-UBND"),
        ("96/KH-UBND", "100-CTr/TU"),
    ]
    assert all(edge.evidence for edge in found.edges)


@pytest.mark.parametrize(("either_way", "found"), [(False, False), (True, True)])
def test_the_direction_counts_unless_it_is_waived(samples: Dataset, either_way: bool, found: bool) -> None:
    result = shortest_path(samples, "100-CTr/TU", "156/KH-UBND", either_way=either_way)
    assert result.found == found
    assert len(result.edges) == 2 * found


def test_an_instrument_is_no_step_from_itself(samples: Dataset) -> None:
    result = shortest_path(samples, "156/KH-UBND", "156/KH-UBND")
    assert (result.found, result.edges) == (True, ())


def test_common_ancestors_nearest_first(samples: Dataset) -> None:
    found = common_ancestors(samples, ["156/KH-UBND", "96/KH-UBND@lang-son"])
    assert [(a.instrument.number, a.distances) for a in found.results] == [
        ("100-CTr/TU", (2, 1)),
        ("29-NQ/TW", (1, 2)),
    ] or [(a.instrument.number, a.distances) for a in found.results] == [
        ("29-NQ/TW", (1, 2)),
        ("100-CTr/TU", (2, 1)),
    ]


def test_a_loop_is_found_and_a_chain_is_none(samples: Dataset, tmp_path: Path) -> None:
    assert loops(samples) == ()
    documents = {}
    for number, cited in (("1", "2"), ("2", "3"), ("3", "1")):
        head = Head("Quyết định", f"{number}/QĐ-BGDĐT", GIAO_DUC, date="2020-01-01")
        words = f"Quyết định số {cited}/QĐ-BGDĐT"
        sample = Sample(f"{number}.txt", f"Thực hiện {words}.", head)
        sample.cite(words, number=f"{cited}/QĐ-BGDĐT", issuer=GIAO_DUC, date="2020-01-01")
        (tmp_path / sample.name).write_text(sample.text, encoding="utf-8")
        documents[sample.text] = sample.extraction
    ingest(sorted(tmp_path.glob("*.txt")), tmp_path / "data", extract=documents.__getitem__)
    with Dataset.open(tmp_path / "data") as dataset:
        (loop,) = loops(dataset)
        assert [ref.number for ref in loop.instruments] == ["1/QĐ-BGDĐT", "2/QĐ-BGDĐT", "3/QĐ-BGDĐT"]


def test_everything_that_is_reached_is_what_a_plain_walk_reaches(synthetic: Dataset) -> None:
    known = links(synthetic)
    for ranked in ranking(synthetic, relations=("implements",), limit=10).items:
        iri = ranked.instrument.iri
        assert set(reached(synthetic, iri)) == reached_slowly(known, iri)


def test_the_most_cited_as_a_query_counts_them(synthetic: Dataset) -> None:
    rows = synthetic.store.select("SELECT ?a ?b { ?c dch:citing ?a ; dch:cited ?b }")
    ends = [(citing.value, cited.value) for citing, cited in rows]
    meaning = canonical(synthetic, {iri for pair in ends for iri in pair})
    counts = Counter(meaning[cited] for citing, cited in ends if meaning[citing] != meaning[cited])
    found = ranking(synthetic, limit=len(counts))
    assert {item.instrument.iri: item.score for item in found.items} == counts
    scores = [item.score for item in found.items]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ({"type": "Nghị định"}, lambda ref: ref.type == "Nghị định"),
        ({"issuer": "Bộ Nội vụ"}, lambda ref: ref.issuer == "Bộ Nội vụ"),
        ({"year": 2010}, lambda ref: ref.year == 2010),
        ({"type": "Không có"}, lambda ref: False),
    ],
)
def test_a_ranking_of_a_type_a_body_or_a_year(synthetic: Dataset, wanted: dict, holds: object) -> None:  # type: ignore[type-arg]
    everything = ranking(synthetic, limit=10_000).items
    chosen = ranking(synthetic, limit=10_000, **wanted).items
    assert list(chosen) == [item for item in everything if holds(item.instrument)]  # type: ignore[operator]


def test_documents_count_once_however_often_they_cite(synthetic: Dataset) -> None:
    by_documents = {i.instrument.iri: i.score for i in ranking(synthetic, by="documents", limit=10_000).items}
    by_citations = {i.instrument.iri: i.score for i in ranking(synthetic, limit=10_000).items}
    assert by_documents.keys() == by_citations.keys()
    assert all(by_documents[iri] <= count for iri, count in by_citations.items())


def test_ranks_are_those_of_networkx(synthetic: Dataset) -> None:
    index = synthetic.index
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(index.edges.nodes))
    sources, rows = index.edges.all("out")
    graph.add_edges_from(zip(sources.tolist(), rows.other.tolist(), strict=True))
    expected = networkx.pagerank(graph, tol=1e-10)
    assert pagerank(synthetic).tolist() == pytest.approx(
        [expected[node] for node in range(len(graph))], abs=1e-6
    )

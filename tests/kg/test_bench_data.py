"""The synthetic corpus: the same every time, and of the shape of a real one."""

from __future__ import annotations

from collections import Counter

from kg.bench_data import FIRST_DAY, LAST_DAY, synthetic_documents
from kg.dataset import Dataset
from kg.graph import CITATION_BUDGET
from kg.index.provinces import province_of


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(synthetic_documents(40)) == list(synthetic_documents(40))
    assert list(synthetic_documents(40)) != list(synthetic_documents(40, seed=1))


def test_mentions_and_evidence_stand_in_the_text() -> None:
    for _, extraction in synthetic_documents(60):
        for citation in extraction.citations:
            assert extraction.text[citation.start : citation.end] == citation.text
            evidence = citation.evidence
            assert extraction.text[evidence.start : evidence.end] == evidence.text
            assert evidence.start <= citation.start <= citation.end <= evidence.end


def test_nobody_cites_the_future_and_all_days_are_in_the_span() -> None:
    for _, extraction in synthetic_documents(200):
        day = extraction.head.date or ""
        assert FIRST_DAY.isoformat() <= day <= LAST_DAY.isoformat()
        assert all(citation.date <= day for citation in extraction.citations if citation.date)


def test_few_instruments_take_most_citations_and_every_province_writes() -> None:
    cited: Counter[str | None] = Counter()
    provinces = set()
    for _, extraction in synthetic_documents(3_000):
        cited.update(f"{citation.number} {citation.issuer}" for citation in extraction.citations)
        provinces.add(province_of(extraction.head.issuer or ""))
    counts = sorted(cited.values(), reverse=True)
    assert sum(counts[: len(counts) // 10]) > sum(counts) / 2
    assert len(provinces - {None}) == 63


def test_a_citation_keeps_to_its_budget(synthetic: Dataset) -> None:
    (row,) = synthetic.store.select(
        "SELECT (MAX(?n) AS ?most) "
        "{ SELECT ?c (COUNT(?v) AS ?n) { GRAPH ?g { ?c a dch:Citation ; ?p ?v } } GROUP BY ?c }"
    )
    evidence, edge = 3, 1
    assert int(row["most"].value) + evidence + edge <= CITATION_BUDGET

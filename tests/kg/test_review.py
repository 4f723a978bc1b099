"""People have the last word: what they say stands, survives, can be taken back, and measures the machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.models import Extraction, Head
from kg.dataset import Dataset
from kg.errors import BadRequest, NotFound
from kg.export.nquads import nquads_lines
from kg.ingest import ingest
from kg.questions.chain import chain
from kg.questions.explain import explain
from kg.questions.instrument import citations
from kg.review import gold, review, reviews, withdraw
from tests.kg.resolve.world import Doc, Said

AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
BGDDT = "Bộ Giáo dục và Đào tạo"
LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"

PLAN = Doc(
    "plan",
    (
        Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, "2023-08-23"),
        Said("Quyết định", "117/QĐ-TTg", "Thủ tướng Chính phủ", "2017-01-25"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON),
        Said("Luật", issuer="Quốc hội", title="Luật Đấu thầu"),
    ),
)
OTHER = Doc("other", (Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),), number="11/KH-UBND")


def extract(text: str) -> Extraction:
    known = {doc.extraction.text: doc.extraction for doc in (PLAN, OTHER)}
    return known.get(text) or Extraction(text, Head(), ())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    files.mkdir()
    for doc in (PLAN, OTHER):
        (files / f"{doc.name}.txt").write_text(doc.extraction.text, encoding="utf-8", newline="")
    ingest([files], tmp_path / "kg-data", extract=extract)
    return tmp_path / "kg-data"


def citation(store: Path, number: str) -> str:
    with Dataset.open(store) as dataset:
        return next(row.iri for row in citations(dataset, "10/KH-UBND").rows if row.target.number == number)


def node_of(store: Path, place: int) -> str:
    with Dataset.open(store) as dataset:
        rows = sorted(citations(dataset, "10/KH-UBND").rows, key=lambda row: row.evidence.quote_start)
        explained = explain(dataset, rows[place].iri).mentions
        return explained[0].node.iri


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        graph = dataset.iris.graph("review")
        return [line for line in nquads_lines(dataset.store, dataset.iris) if graph not in line]


def implementers(store: Path, number: str) -> list[tuple[str | None, bool]]:
    with Dataset.open(store) as dataset:
        try:
            return [(edge.source.number, edge.human) for edge in chain(dataset, number).results]
        except NotFound:
            return []


def test_a_rejected_citation_is_gone_from_every_answer(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "rejected", author="Lan", reason="chỉ là ví dụ", at=AT)
    assert implementers(store, "2457/QĐ-BGDĐT") == []
    with Dataset.open(store) as dataset:
        made = reviews(dataset)
    assert [(one.author, one.reason, one.verdict, one.at) for one in made] == [
        ("Lan", "chỉ là ví dụ", "rejected", AT)
    ]


def test_a_corrected_relation_replaces_the_machine_s(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "corrected", author="Lan", relation="cites", at=AT)
    with Dataset.open(store) as dataset:
        row = next(
            row for row in citations(dataset, "10/KH-UBND").rows if row.target.number == "2457/QĐ-BGDĐT"
        )
    assert row.relation == "cites"
    assert "human" in row.evidence.method.split()
    assert row.evidence.confidence == 1
    assert implementers(store, "2457/QĐ-BGDĐT") == []


def test_a_corrected_instrument_replaces_the_machine_s(store: Path) -> None:
    target = citation(store, "117/QĐ-TTg")
    review(store, target, "corrected", author="Lan", cited="38/KH-UBND@Lạng Sơn@2019", at=AT)
    with Dataset.open(store) as dataset:
        row = next(row for row in citations(dataset, "10/KH-UBND").rows if row.iri == target)
    assert (row.target.number, row.target.year) == ("38/KH-UBND", 2019)


def test_a_confirmed_citation_says_so(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "confirmed", author="Lan", at=AT)
    with Dataset.open(store) as dataset:
        edge = chain(dataset, "2457/QĐ-BGDĐT").results[0]
    assert edge.confidence == 1
    assert "human" in edge.evidence[0].method.split()


def test_a_person_resolves_what_the_machine_left_open(store: Path) -> None:
    node = node_of(store, 2)
    review(store, node, "corrected", author="Lan", cited="38/KH-UBND@Lạng Sơn@2019", at=AT)
    with Dataset.open(store) as dataset:
        found = explain(dataset, node).mentions[0]
    assert found.human
    assert found.rule == "human"
    assert found.target is not None
    assert found.target.year == 2019


def test_a_person_rejects_a_resolution(store: Path) -> None:
    node = node_of(store, 3)
    review(store, node, "rejected", author="Lan", at=AT)
    with Dataset.open(store) as dataset:
        assert explain(dataset, node).mentions[0].target is None


def test_reviews_survive_loading_everything_anew(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "rejected", author="Lan", at=AT)
    review(store, node_of(store, 2), "corrected", author="Lan", cited="38/KH-UBND@Lạng Sơn@2019", at=AT)
    before = lines(store)
    ingest([store.parent / "files"], store, force=True, extract=extract)
    assert lines(store) == before
    assert implementers(store, "2457/QĐ-BGDĐT") == []


def test_a_review_finds_its_citation_again_where_the_extractor_draws_other_bounds(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "rejected", author="Lan", at=AT)

    def wider(text: str) -> Extraction:
        read = extract(text)
        moved = tuple(replace(one, end=one.end - 1, text=one.text[:-1]) for one in read.citations)
        return replace(read, citations=moved)

    ingest([store.parent / "files"], store, force=True, extract=wider)
    assert implementers(store, "2457/QĐ-BGDĐT") == []


def test_a_withdrawn_review_leaves_the_machine_s_reading(store: Path) -> None:
    before = lines(store)
    targets = citation(store, "2457/QĐ-BGDĐT"), citation(store, "117/QĐ-TTg"), node_of(store, 3)
    made = [
        review(store, targets[0], "rejected", author="Lan", at=AT),
        review(store, targets[1], "corrected", author="Lan", relation="cites", at=AT.replace(hour=8)),
        review(store, targets[2], "rejected", author="Lan", at=AT.replace(hour=9)),
    ]
    for one in made:
        withdraw(store, one.iri)
    assert lines(store) == before


def test_the_last_review_of_a_citation_counts(store: Path) -> None:
    target = citation(store, "2457/QĐ-BGDĐT")
    review(store, target, "corrected", author="Lan", relation="cites", at=AT)
    review(store, target, "corrected", author="Minh", relation="based_on", at=AT.replace(hour=8))
    with Dataset.open(store) as dataset:
        row = next(row for row in citations(dataset, "10/KH-UBND").rows if row.iri == target)
    assert row.relation == "based_on"


def test_what_people_settled_is_gold(store: Path) -> None:
    review(store, citation(store, "2457/QĐ-BGDĐT"), "confirmed", author="Lan", at=AT)
    review(store, citation(store, "117/QĐ-TTg"), "rejected", author="Lan", at=AT.replace(hour=8))
    with Dataset.open(store) as dataset:
        records = gold(dataset)
    assert [record["file"] for record in records] == ["plan.txt"]
    settled = records[0]["citations"]
    assert [(one["number"], one["relation"], one["review"]["author"]) for one in settled] == [
        ("2457/QĐ-BGDĐT", "implements", "Lan")
    ]
    assert [one["from"] for one in settled] == ["self"]
    text = PLAN.extraction.text
    assert all(text[one["start"] : one["end"]] == one["text"] for one in settled)
    assert [text[one["start"] : one["end"]] for one in records[0]["not_citations"]] == [
        PLAN.mentions[1].wording
    ]
    assert [one["text"] for one in records[0]["optional"]] == [said.wording for said in PLAN.mentions[2:]]


@pytest.mark.parametrize(
    ("verdict", "said", "error"),
    [
        ("corrected", {}, BadRequest),
        ("confirmed", {"relation": "cites"}, BadRequest),
        ("corrected", {"cited": "1/XX-YY"}, NotFound),
        ("rejected", {"author": " "}, BadRequest),
    ],
)
def test_a_review_that_says_too_little_or_too_much(
    store: Path, verdict: str, said: dict[str, str], error: type[Exception]
) -> None:
    target = citation(store, "2457/QĐ-BGDĐT")
    with pytest.raises(error):
        review(store, target, verdict, **({"author": "Lan"} | said))  # type: ignore[arg-type]


def test_what_is_not_there_cannot_be_reviewed(store: Path) -> None:
    with pytest.raises(NotFound):
        review(store, "doc/0123456789abcdef/c/1-2", "rejected", author="Lan")
    with pytest.raises(NotFound):
        withdraw(store, "http://localhost:8000/review/none")

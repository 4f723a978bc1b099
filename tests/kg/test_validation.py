"""Every graph that we make conforms to the shapes, and what breaks one is told by place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.ingest import ingest
from kg.questions.instrument import citations
from kg.review import review
from kg.validation import validate, validate_store
from tests.kg.gold import SEEDS, SHARED, gold_extractions, needs_shared
from tests.kg.resolve.datasets import dataset_of
from tests.kg.resolve.world import IRIS, Doc, Said, world

PLAN = Doc(
    "plan",
    (
        Said("Quyết định", "2457/QĐ-BGDĐT", "Bộ Giáo dục và Đào tạo", "2023-08-23", part=True),
        Said("Luật", issuer="Quốc hội", title="Luật Đấu thầu"),
        Said("Kế hoạch", "38/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        Said("Luật", "43/2019/QH14", "Quốc hội", "2019-06-15"),
        Said("Chương trình mục tiêu quốc gia", title="xây dựng nông thôn mới giai đoạn 2021-2025"),
    ),
)
OTHER = Doc(
    "other",
    (
        Said("Chương trình mục tiêu quốc gia", title="xây dựng nông thôn mới giai đoạn 2021-2025"),
        Said("Kế hoạch", "38/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", "2019-02-15"),
    ),
    number="11/KH-UBND",
)


def test_all_graphs_of_a_dataset_conform(tmp_path: Path) -> None:
    store = dataset_of(tmp_path, PLAN, OTHER)
    with Dataset.open(store) as dataset:
        target = citations(dataset, "10/KH-UBND").rows[0].iri
    review(store, target, "corrected", author="Lan", relation="cites", at=datetime(2024, 1, 2, tzinfo=UTC))
    told: list[tuple[int, int]] = []
    with Dataset.open(store) as dataset:
        report = validate(dataset, progress=lambda done, total: told.append((done, total)))
    assert report.findings == ()
    assert report.conforms
    # two documents, and the graphs of resolution, authority, review and problems
    assert report.graphs == 6
    assert told[-1] == (6, 6)


def test_what_breaks_a_shape_is_told_by_place() -> None:
    broken = world(PLAN)
    graph, quote = IRIS.document_graph(PLAN.hash), PLAN.extraction.citations[0]
    citation = IRIS.citation(PLAN.hash, quote.start, quote.end)
    broken.store.update(f"DELETE WHERE {{ GRAPH <{graph}> {{ <{citation}> dch:confidence ?sure }} }}")
    report = validate_store(broken.store, IRIS, document=PLAN.hash)
    assert [(found.file, found.focus) for found in report.findings] == [("plan.txt", citation)]
    assert report.findings[0].path.endswith("#confidence")
    assert report.findings[0].message_vi == "Độ tin cậy là số thập phân từ 0 đến 1."
    assert report.findings[0].message_en == "Confidence is a decimal from 0 to 1."


def test_an_edge_without_a_citation_is_found() -> None:
    broken = world(PLAN)
    graph = IRIS.document_graph(PLAN.hash)
    broken.store.update(
        f"INSERT DATA {{ GRAPH <{graph}> {{ <{IRIS.base}id/a/b/2020/c> dch:implements "
        f"<{IRIS.base}id/a/b/2020/d> }} }}"
    )
    messages = {found.message_en for found in validate_store(broken.store, IRIS, document=PLAN.hash).findings}
    assert "A direct edge has a citation with evidence in the same graph." in messages


@needs_shared
@pytest.mark.shared
def test_the_graph_of_the_seeds_conforms(tmp_path: Path) -> None:
    known = gold_extractions(SHARED / "gold" / "seeds.json", SEEDS)
    ingest([SEEDS], tmp_path / "data", extract=known.__getitem__)
    with Dataset.open(tmp_path / "data") as dataset:
        assert validate(dataset).findings == ()
